/**
 * A secret for every rule, put together when a test runs: in no file of the repository stands one in one piece, so that no scanner finds it there
 * and no answer about this project holds it.
 */
export interface SecretSample {
  readonly rule: string;
  /** Code of one or more lines that holds the secret. */
  readonly code: string;
  /** What must be nowhere afterwards. */
  readonly secret: string;
}

const LETTERS = 'q7Rf2Xw9Kd4Mz8Tb3Hn6Vc5Yj1GpLs0EuAoIiZx';
/** A text of mixed letters and digits, the same each time, another for each salt. */
function mixed(length: number, salt: number): string {
  let state = salt * 7919 + 17;
  let text = '';
  while (text.length < length) {
    state = (state * 48271) % 2147483647;
    text += LETTERS[state % LETTERS.length];
  }
  return text;
}
const hex = (length: number, salt: number): string =>
  Array.from(mixed(length, salt), (character) => (character.charCodeAt(0) % 16).toString(16)).join('');
const letters = (length: number, salt: number): string => mixed(length, salt).replace(/\d/g, 'k');
const upper = (length: number, salt: number): string => mixed(length, salt).toUpperCase();
const digits = (length: number, salt: number): string =>
  mixed(length, salt).replace(/\D/g, (c) => String(c.charCodeAt(0) % 10));

const quoted = (rule: string, secret: string, name = 'value'): SecretSample => ({
  rule,
  secret,
  code: `const ${name} = '${secret}';`,
});
const pem = (lines: readonly string[]): string =>
  [
    '-----BEGIN RSA PRIVATE',
    ' KEY-----\n',
    ...lines.map((line) => `${line}\n`),
    '-----END RSA PRIVATE',
    ' KEY-----',
  ].join('');
const keyLines = ['MII', ''].map((start, salt) => start + mixed(64 - start.length, salt + 90));

/** Of the rules that are ours. */
export const OWN_SAMPLES: readonly SecretSample[] = [
  { rule: 'private-key', secret: keyLines[1] ?? '', code: `const key = \`${pem(keyLines)}\`;` },
  quoted('aws-access-key-id', `AK${'IA'}${upper(16, 1)}`),
  quoted('stripe', `sk_${'live'}_${mixed(24, 2)}`),
  quoted('google', `AI${'za'}${mixed(35, 3)}`),
  quoted('twilio', `S${'K'}${hex(32, 4)}`),
  quoted('sendgrid', `S${'G.'}${mixed(22, 5)}.${mixed(43, 6)}`),
  quoted('telegram', `${digits(9, 7)}:A${'A'}${mixed(33, 7)}`),
  quoted('digitalocean', `dop_${'v1'}_${hex(64, 8)}`),
  quoted('pypi', `pypi-${'AgE'}${mixed(80, 9)}`),
  {
    rule: 'azure-storage',
    secret: `${mixed(86, 10)}==`,
    code: `const store = 'AccountName=a;Account${'Key'}=${mixed(86, 10)}==;';`,
  },
  {
    rule: 'discord-webhook',
    secret: mixed(68, 11),
    code: `const hook = 'https://discord.com/api/${'webhooks'}/${digits(18, 11)}/${mixed(68, 11)}';`,
  },
  { rule: 'npm-auth', secret: mixed(30, 12), code: `// //registry.example.org/:_${'authToken'}=${mixed(30, 12)}` },
  quoted('supabase', `sb${'p_'}${hex(40, 63)}`),
  quoted('supabase', `sb_${'secret'}_${mixed(31, 64)}`),
  quoted('brevo', `xkey${'sib'}-${hex(64, 65)}-${mixed(16, 66)}`),
  quoted('square', `sq0${'atp'}-${mixed(22, 67)}`),
  quoted('new-relic', `NR${'AK'}-${upper(27, 68)}`),
  quoted('postman', `PM${'AK'}-${hex(24, 69)}-${hex(34, 70)}`),
  quoted('atlassian', `ATA${'TT3'}${mixed(180, 71)}`),
  quoted('sentry', `sntry${'u_'}${hex(64, 72)}`),
  quoted('planetscale', `pscale_${'tkn'}_${mixed(43, 73)}`),
  quoted('hubspot', `pat-${'na1'}-${hex(8, 74)}-${hex(4, 75)}-${hex(4, 76)}-${hex(4, 77)}-${hex(12, 78)}`),
  quoted('tailscale', `tskey-${'auth'}-${mixed(12, 79)}-${mixed(32, 80)}`),
  quoted('replicate', `r${'8_'}${mixed(37, 81)}`),
  quoted('posthog', `ph${'x_'}${mixed(43, 82)}`),
  quoted('age-identity', `AGE-SECRET-${'KEY'}-1${upper(58, 13)}`),
  quoted('jwt', `ey${'J'}${mixed(20, 14)}.ey${'J'}${mixed(40, 15)}.${mixed(43, 16)}`),
  {
    rule: 'url-password',
    secret: mixed(14, 17),
    code: `const url = 'postgres://app:${mixed(14, 17)}@db.internal:5432/app';`,
  },
  {
    rule: 'url-password',
    secret: mixed(12, 34),
    code: `const url = 'https://deploy:${mixed(12, 34)}@files.intranet.org/a';`,
  },
  {
    rule: 'url-password',
    secret: mixed(14, 49),
    code: `const db = 'mongodb+srv://app:${mixed(14, 49)}@c.abc.mongodb.net/app';`,
  },
  { rule: 'url-password', secret: mixed(14, 57), code: `const cache = \`rediss://:${mixed(14, 57)}@cache:6380\`;` },
  {
    rule: 'authorization',
    secret: mixed(24, 18),
    code: `const headers = { Authorization: 'Bearer ${mixed(24, 18)}' };`,
  },
  { rule: 'assigned-secret', secret: mixed(20, 19), code: `const dbPass${'word'} = '${mixed(20, 19)}';` },
  {
    rule: 'assigned-secret',
    secret: mixed(32, 20),
    code: `export const config = { "api_${'key'}": "${mixed(32, 20)}" };`,
  },
  {
    rule: 'assigned-secret',
    secret: mixed(22, 21),
    code: `const secret = process.env.JWT_SEC${'RET'} ?? '${mixed(22, 21)}';`,
  },
  {
    rule: 'assigned-secret',
    secret: mixed(26, 22),
    code: `function connect(tok${'en'}: string = '${mixed(26, 22)}') {}`,
  },
  { rule: 'assigned-secret', secret: mixed(24, 23), code: `// export CLIENT_SEC${'RET'}=${mixed(24, 23)}` },
  {
    rule: 'assigned-secret',
    secret: mixed(24, 83),
    code: `const SEC${'RET'}_KEY = Buffer.from('${mixed(24, 83)}', 'base64');`,
  },
  {
    rule: 'assigned-secret',
    secret: mixed(24, 84),
    code: `const env = { JWT_SEC${'RET'}: z.string().min(8).default('${mixed(24, 84)}') };`,
  },
  {
    rule: 'assigned-secret',
    secret: mixed(9, 85),
    code: `const cookieSec${'ret'} = '${mixed(9, 86)}' +\n  '${mixed(9, 85)}';`,
  },
  {
    rule: 'assigned-secret',
    secret: mixed(20, 87),
    code: `const tok${'ens'} = ['${mixed(20, 87)}', 'none'];`,
  },
  {
    rule: 'assigned-secret',
    secret: mixed(20, 88),
    code: `const key = isLive ? process.env.K : other; const api${'Key'} = isLive ? process.env.K : '${mixed(20, 88)}';`,
  },
  {
    rule: 'assigned-secret',
    secret: mixed(20, 89),
    code: `if (req.headers.tok${'en'} === '${mixed(20, 89)}') open();`,
  },
  {
    rule: 'assigned-secret',
    secret: mixed(24, 201),
    code: `function apiTok${'en'}(): string {\n  return '${mixed(24, 201)}';\n}`,
  },
  {
    rule: 'assigned-secret',
    secret: mixed(24, 202),
    code: `const getApi${'Key'} = async () => '${mixed(24, 202)}';`,
  },
  {
    rule: 'assigned-secret',
    secret: mixed(20, 203),
    code: `const signed = jwt.si${'gn'}({ sub: user.id, role: 'clerk' }, '${mixed(20, 203)}');`,
  },
  {
    rule: 'assigned-secret',
    secret: mixed(20, 204),
    code: `const mac = createHm${'ac'}('sha256', '${mixed(20, 204)}').update(body);`,
  },
  {
    rule: 'assigned-secret',
    secret: mixed(14, 205),
    code: `if (pass${'word'} !== '${mixed(14, 205)}') refuse();`,
  },
  {
    rule: 'assigned-secret',
    secret: mixed(20, 206),
    code: `const API_KEY_PR${'OD'} = '${mixed(20, 206)}';`,
  },
  {
    rule: 'assigned-secret',
    secret: mixed(20, 207),
    code: `const body = '{\\\\"api${'Key'}\\\\":\\\\"${mixed(20, 207)}\\\\"}';`,
  },
  {
    rule: 'assigned-secret',
    secret: mixed(12, 208),
    code: `/**\n * pass${'word'}: ${mixed(12, 208)}\n */`,
  },
  {
    rule: 'assigned-secret',
    secret: mixed(12, 24),
    code: `const ado = 'Server=db;User Id=app;Pass${'word'}=${mixed(12, 24)};';`,
  },
];

/** Of the rules of the kept list, by its own names. */
export const LISTED_SAMPLES: readonly SecretSample[] = [
  quoted('aws', `${mixed(20, 30)}/+${mixed(18, 31)}`, `AWS_SECRET_${'ACCESS'}_KEY`),
  {
    rule: 'privatekey',
    secret: keyLines[1] ?? '',
    code: `const pem = \`${pem([...keyLines, mixed(64, 31), mixed(64, 32)])}\`;`,
  },
  quoted('npm', `npm${'_'}${mixed(36, 33)}`),
  quoted('slack', `xo${'xb'}-${digits(12, 35)}-${mixed(24, 35)}`),
  quoted('slack', `https://hooks.${'slack'}.com/services/T${upper(9, 60)}/B${upper(9, 61)}/${mixed(24, 62)}`),
  quoted('shopify', `shp${'pa'}_${hex(32, 36)}`),
  quoted('github', `gh${'p_'}${mixed(36, 37)}`),
  quoted('github', `github_${'pat'}_${mixed(82, 38)}`),
  quoted('gitlab', `gl${'pat'}-${mixed(20, 39)}`),
  quoted('grafana', `gl${'sa'}_${mixed(32, 40)}_${hex(8, 40)}`),
  quoted('openai', `sk-${mixed(20, 41)}T3Blbk${'FJ'}${mixed(20, 42)}`),
  quoted('anthropic', `sk-ant-${'api'}03-${mixed(93, 43)}AA`),
  quoted('groq', `gs${'k_'}${mixed(52, 44)}`),
  quoted('huggingface', `h${'f_'}${letters(34, 45)}`),
  quoted('linear', `lin_${'api'}_${mixed(40, 46)}`),
  quoted('notion', `nt${'n_'}${digits(11, 47)}${mixed(35, 47)}`),
  quoted('1password', `ops${'_'}${btoa(`{"signInAddress":"${mixed(140, 48)}"}`)}`),
  quoted('hashicorp-vault', `hv${'s.'}${mixed(95, 50)}`),
  quoted('vercel', `vc${'p_'}${mixed(24, 51)}`),
  quoted('databricks', `da${'pi'}${hex(32, 52)}`),
  quoted('docker', `dckr_${'pat'}_${mixed(27, 53)}`),
  quoted('figma', `fi${'gd_'}${mixed(43, 54)}`),
  quoted('sendgrid', `S${'G.'}${mixed(22, 55)}.${mixed(43, 56)}`),
];

export const SECRET_SAMPLES: readonly SecretSample[] = [...OWN_SAMPLES, ...LISTED_SAMPLES];
