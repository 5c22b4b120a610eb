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
  // https://supabase.com/docs/guides/api/api-keys
  ['supabase', ['sbp_', 'sb_secret_'], /(?<!\w)(?:sbp_[0-9a-f]{40}|sb_secret_[\w-]{20,60})(?![\w-])/g],
  // https://developers.brevo.com/docs/getting-started
  ['brevo', ['xkeysib-', 'xsmtpsib-'], /(?<!\w)x(?:key|smtp)sib-[0-9a-f]{64}-\w{16}(?!\w)/g],
  // https://developer.squareup.com/docs/build-basics/access-tokens
  ['square', ['sq0atp-', 'sq0csp-'], /(?<!\w)sq0(?:atp-[\w-]{22}|csp-[\w-]{43})(?![\w-])/g],
  // https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/: a user's key
  ['new-relic', ['NRAK-'], /(?<!\w)NRAK-[A-Z0-9]{27}(?!\w)/g],
  // https://learning.postman.com/docs/developer/postman-api/authentication/
  ['postman', ['PMAK-'], /(?<!\w)PMAK-[0-9a-f]{24}-[0-9a-f]{34}(?!\w)/g],
  // https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/
  ['atlassian', ['ATATT3', 'ATCTT3'], /(?<!\w)AT[AC]TT3[\w=-]{50,400}/g],
  // https://docs.sentry.io/account/auth-tokens/: of an organisation, of a user
  ['sentry', ['sntrys_', 'sntryu_'], /(?<!\w)(?:sntrys_[\w+/=]{40,500}|sntryu_[0-9a-f]{64}(?!\w))/g],
  // https://planetscale.com/docs/api/planetscale-api-oauth-applications
  ['planetscale', ['pscale_'], /(?<!\w)pscale_(?:tkn|pw|oauth)_[\w.=-]{32,64}/g],
  // https://developers.hubspot.com/docs/apps/legacy-apps/private-apps/overview
  ['hubspot', ['pat-na1-', 'pat-eu1-'], /(?<!\w)pat-(?:na|eu)1-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?!\w)/g],
  // https://tailscale.com/kb/1085/auth-keys
  ['tailscale', ['tskey-'], /(?<!\w)tskey-(?:auth|api|client)-\w{8,20}-\w{16,64}(?!\w)/g],
  // https://replicate.com/docs/topics/security/api-tokens
  ['replicate', ['r8_'], /(?<!\w)r8_[A-Za-z0-9]{37}(?!\w)/g],
  // https://posthog.com/docs/api: of a person; those of projects (`phc_`) are public
  ['posthog', ['phx_'], /(?<!\w)phx_\w{43,60}(?!\w)/g],
  // https://age-encryption.org/v1: an identity in Bech32
  ['age-identity', ['AGE-SECRET-KEY-1'], /AGE-SECRET-KEY-1[0-9A-Z]{58}/g],
];

export const providerTokens: readonly SecretRule[] = TOKENS.map(([name, marks, pattern]) => ({
  name,
  marks,
  find: (text) => matchesOf(text, pattern, name),
}));
