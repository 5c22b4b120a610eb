import { isPlaceholder, looksRandom } from './looks-random.ts';
import type { FoundSecret, SecretRule } from './secret-rule.ts';

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
    let taken = 0;
    for (const { 0: name, index } of text.matchAll(NAME)) {
      // Within a secret every name would be followed by the rest of it, over and over.
      if (index < taken || isEndOfOther(text, index, name)) continue;
      const end = index + name.length;
      const found = literalBehind(text, end, name) ?? bareBehind(text, end, name);
      if (!found) continue;
      taken = found.end;
      yield { ...found, rule: 'assigned-secret' };
    }
  },
};

type Place = Pick<FoundSecret, 'start' | 'end'>;

/** The short words are also the ends of others: `bypass`, `compass`. */
const isEndOfOther = (text: string, index: number, name: string): boolean =>
  /^(?:pass|auth)$/i.test(name) && /^[a-z]{2}/.test(text.slice(index - 1, index + 1));

function literalBehind(text: string, at: number, name: string): Place | null {
  QUOTED.lastIndex = at;
  const value = QUOTED.exec(text)?.[2];
  if (value === undefined || !isSecret(value, name)) return null;
  const end = QUOTED.lastIndex - 1;
  return { start: end - value.length, end };
}

function bareBehind(text: string, at: number, name: string): Place | null {
  BARE.lastIndex = at;
  const value = BARE.exec(text)?.[1];
  if (value === undefined || !isBareSecret(value, name)) return null;
  return { start: BARE.lastIndex - value.length, end: BARE.lastIndex };
}

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
