import { isPlaceholder, looksRandom } from './looks-random.ts';
import { matchesOf, type SecretRule } from './secret-rule.ts';

/** What a name ends with that holds a secret: `dbPassword`, `API_KEY_2`; neither `tokenUrl` nor `secretName`. */
const NAME =
  '(?<name>pass(?:word|wd|phrase)?|pwd|secret|token|(?:api|access|account|private|auth|encryption|signing|master|secret|shared)[-_.]?key|credentials?|auth)(?:[_-]?\\d{1,3})?';
const MARKS = [
  'pass(?:w|phrase|["\'`:= ])',
  'pwd',
  'secret',
  'token',
  '(?:api|access|account|private|auth|encryption|signing|master|shared)[-_.]?key',
  'credential',
  'auth["\'`:= ]',
];

/**
 * `password = '…'`, `"apiKey": "…"`, `token: string = '…'`, `process.env.SECRET ?? '…'`, `get('API_KEY', '…')`: a literal that is given to a
 * name. The type of a declaration may stand between.
 */
const QUOTED = new RegExp(
  `${NAME}["'\`]?\\]?[?!]?\\s{0,9}(?::\\s{0,9}[\\w.<>|[\\] ]{1,60}=|=>|[:=,(]|\\|\\||\\?\\?)\\s{0,99}(?<quote>["'\`])(?<secret>(?:\\\\.|(?!\\k<quote>)[^\\\\\\n]){1,4000})\\k<quote>`,
  'dgi',
);
/** `API_KEY=…` of an environment file or a shell, `?token=…` of a URL, `Password=…;` of a connection string. */
const BARE = new RegExp(`${NAME}=(?<secret>[^\\s"'\`;&,<>(){}[\\]]{6,4000})`, 'dgi');

/** Literals that a name says are secret. */
export const assignedSecrets: SecretRule = {
  name: 'assigned-secret',
  marks: MARKS,
  ignoresCase: true,
  *find(text) {
    yield* matchesOf(text, QUOTED, 'assigned-secret', isSecret);
    yield* matchesOf(text, BARE, 'assigned-secret', isBareSecret);
  },
};

/** Least entropy of a character, in bits. English words have 2.5 to 3, and so have passwords that people think of. */
const BITS_MIN = 2.5;

function isSecret(value: string, match: RegExpExecArray): boolean {
  if (/\s/.test(value) || isPlaceholder(value) || isPath(value) || !endsAName(match)) return false;
  if (!isPasswordName(match)) return value.length >= 8 && looksRandom(value, BITS_MIN);
  return value.length >= 6 && /[\d!#%&*+=?^~$@]/.test(value) && /[a-z]/i.test(value);
}

/** Without quotes it may as well be code, `token=readToken2()`: only what is long, or follows a password's name. */
const isBareSecret = (value: string, match: RegExpExecArray): boolean =>
  (value.length >= 12 || isPasswordName(match)) && /\d/.test(value) && !isMember(value) && isSecret(value, match);

/** Passwords may be short and weak, and what follows their name is hardly anything else. */
const isPasswordName = ({ groups }: RegExpExecArray): boolean => /^(?:pass|pwd)/i.test(groups?.name ?? '');

/** The short words are also the ends of others: `bypass`, `compass`. */
const endsAName = ({ index, input, groups }: RegExpExecArray): boolean =>
  !/^(?:pass|auth)$/.test(groups?.name ?? '') || !/[a-z]/.test(input[index - 1] ?? '');

const isPath = (value: string): boolean => /^(?:\.{0,2}\/|@\w+\/|https?:\/\/[^?]*$)/.test(value);

const isMember = (value: string): boolean => /^[\w$]+\??\.[\w$.?]+$/.test(value) && !/\d[a-z]+\d/i.test(value);
