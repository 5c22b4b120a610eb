import { matchesOf, type SecretRule } from './secret-rule.ts';

/** `[rule, marks, pattern]`: tokens in the form that their provider publishes, where the kept list has none. */
const TOKENS: readonly (readonly [string, readonly string[], RegExp])[] = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html: ids of keys, long-term and temporary
  ['aws-access-key-id', ['AKIA', 'ASIA'], /(?<![A-Z0-9])A(?:K|S)IA(?![A-Z0-9]*EXAMPLE)[A-Z0-9]{16}(?![A-Z0-9])/g],
  // https://docs.stripe.com/keys, https://docs.stripe.com/webhooks/signature
  ['stripe', ['_live_', '_test_', 'whsec_'], /(?<!\w)(?:[sr]k_(?:live|test)_|whsec_)[A-Za-z0-9+/=]{16,250}/g],
  // https://docs.cloud.google.com/docs/authentication/api-keys
  ['google', ['AIza', 'GOCSPX-'], /(?<![\w-])(?:AIza[\w-]{35}|GOCSPX-[\w-]{28})(?![\w-])/g],
  // https://www.twilio.com/docs/iam/api-keys
  ['twilio', ['SK[0-9a-f]{4}'], /(?<!\w)SK[0-9a-f]{32}(?!\w)/g],
  // https://www.twilio.com/docs/sendgrid/for-developers/sending-email/authentication: two parts of base64url
  ['sendgrid', ['SG\\.'], /(?<!\w)SG\.[\w-]{16,32}\.[\w-]{32,64}(?![\w-])/g],
  // https://core.telegram.org/bots/api#authorizing-your-bot
  ['telegram', [':AA'], /(?<!\w)\d{8,10}:AA[\w-]{33}(?![\w-])/g],
  // https://docs.digitalocean.com/reference/api/create-personal-access-token/
  ['digitalocean', ['do[opr]_v1_'], /(?<!\w)do[opr]_v1_[0-9a-f]{64}(?!\w)/g],
  // https://docs.pypi.org/project-management/secrets/: a macaroon of pypi.org in base64
  ['pypi', ['pypi-AgE'], /(?<!\w)pypi-AgE[\w-]{50,1000}/g],
  // https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string
  [
    'azure-storage',
    ['AccountKey=', 'SharedAccessKey='],
    /(?:AccountKey|SharedAccessKey)=(?<secret>[A-Za-z0-9+/]{43,88}={0,2})/g,
  ],
  // https://docs.discord.com/developers/resources/webhook
  ['discord-webhook', ['/api/webhooks/'], /\/api\/webhooks\/\d{15,22}\/(?<secret>[\w-]{60,80})/g],
  // https://docs.npmjs.com/cli/configuring-npm/npmrc#auth-related-configuration
  ['npm-auth', [':_auth', ':_password'], /:_(?:authToken|auth|password)\s{0,4}=\s{0,4}(?<secret>[^\s"'`$[]{8,500})/g],
  // https://age-encryption.org/v1: an identity in Bech32
  ['age-identity', ['AGE-SECRET-KEY-1'], /AGE-SECRET-KEY-1[0-9A-Z]{58}/g],
];

export const providerTokens: readonly SecretRule[] = TOKENS.map(([name, marks, pattern]) => ({
  name,
  marks,
  find: (text) => matchesOf(text, pattern, name),
}));
