import { isPlaceholder, looksRandom } from './looks-random.ts';
import type { SecretRule } from './secret-rule.ts';

/** What a name ends with that holds a secret: `dbPassword`, `API_KEY_2`; neither `tokenUrl` nor `secretName`. */
const NAMES = [
  'pass(?:word|wd|phrase)',
  'pass(?=["\'`:= ])',
  'pwd',
  'secret',
  'token',
  '(?:api|access|account|private|auth|encryption|signing|master|shared)[-_.]?key',
  'credentials?',
  'auth(?=["\'`:= ])',
];
/** What of a literal's way to a name can be told at little cost; most names have nothing of it. */
const GIVEN = '(?=(?:[_-]?\\d{1,3})?["\'`]?\\]?[?!]?\\s{0,9}[:=,(|?])';
const NAME = new RegExp(`(?:${NAMES.join('|')})${GIVEN}`, 'gi');

/**
 * Behind a name: `password = '…'`, `"apiKey": "…"`, `token: string = '…'`, `process.env.SECRET ?? '…'`, `get('API_KEY', '…')`, where a literal is given to
 * it. The type of a declaration may stand between.
 */
const QUOTED =
  /(?:[_-]?\d{1,3})?["'`]?\]?[?!]?\s{0,9}(?::\s{0,9}[\w.<>|[\] ]{1,60}=|=>|[:=,(]|\|\||\?\?)\s{0,99}(["'`])((?:\\.|(?!\1)[^\\\n]){1,4000})\1/y;
/** `API_KEY=…` of an environment file or a shell, `?token=…` of a URL, `Password=…;` of a connection string. */
const BARE = /(?:[_-]?\d{1,3})?=([^\s"'`;&,<>(){}[\]]{6,4000})/y;

/** Literals that a name says are secret. */
export const assignedSecrets: SecretRule = {
  name: 'assigned-secret',
  marks: NAMES.map((name) => name + GIVEN),
  ignoresCase: true,
  *find(text) {
    for (const { 0: name, index } of text.matchAll(NAME)) {
      const isShort = /^(?:pass|auth)$/i.test(name);
      // The short words are also the ends of others: `bypass`, `compass`.
      if (isShort && /^[a-z]{2}/.test(text.slice(index - 1, index + 1))) continue;
      const end = index + name.length;
      QUOTED.lastIndex = end;
      const literal = QUOTED.exec(text)?.[2];
      if (literal !== undefined && isSecret(literal, name)) {
        yield { start: QUOTED.lastIndex - 1 - literal.length, end: QUOTED.lastIndex - 1, rule: 'assigned-secret' };
      }
      BARE.lastIndex = end;
      const bare = BARE.exec(text)?.[1];
      if (bare !== undefined && isBareSecret(bare, name)) {
        yield { start: BARE.lastIndex - bare.length, end: BARE.lastIndex, rule: 'assigned-secret' };
      }
    }
  },
};

/** Least entropy of a character, in bits. English words have 2.5 to 3, and so have passwords that people think of. */
const BITS_MIN = 2.5;

function isSecret(value: string, name: string): boolean {
  if (/\s/.test(value) || isPlaceholder(value) || isPath(value)) return false;
  if (!isPasswordName(name)) return value.length >= 8 && !isAddress(value) && looksRandom(value, BITS_MIN);
  return value.length >= 6 && /[\d!#%&*+=?^~$@]/.test(value) && /[a-z]/i.test(value);
}

/** Without quotes it may as well be code, `token=readToken2()`: only what is long, or follows a password's name. */
const isBareSecret = (value: string, name: string): boolean =>
  (value.length >= 12 || isPasswordName(name)) && /\d/.test(value) && !isMember(value) && isSecret(value, name);

/** Passwords may be short and weak, and what follows their name is hardly anything else. */
const isPasswordName = (name: string): boolean => /^(?:pass|pwd)/i.test(name);

const isPath = (value: string): boolean => /^(?:\.{0,2}\/|@\w+\/|https?:\/\/[^?]*$)/.test(value);

const isAddress = (value: string): boolean => /^[\w.+-]+@[\w-]+\.[\w.]+$/.test(value);

const isMember = (value: string): boolean => /^[\w$]+\??\.[\w$.?]+$/.test(value) && !/\d[a-z]+\d/i.test(value);
