import { GIVEN, type GivenValue, givenValues } from './given-values.ts';
import { isPlaceholder, looksRandom } from './looks-random.ts';
import type { SecretRule } from './secret-rule.ts';

/** Whose key is a secret: `apiKey`, `SECRET_KEY`. */
export const KEY_OWNERS: readonly string[] = (
  'api access account private priv auth encryption enc aes signing signature master shared ' +
  'secret jwt hmac license webhook ssh session cookie deploy service role client app'
).split(' ');
/** What a name ends with that holds a secret: `dbPassword`, `API_KEY_2`; neither `tokenUrl` nor `secretName`. */
const NAMES = [
  'pass(?:words?|wd|phrase|code)',
  'pass(?=["\'`:= ])',
  'pwd',
  'secrets?',
  'tokens?',
  `(?:${KEY_OWNERS.join('|')})[-_.]?key`,
  'api[-_]?keys',
  'credentials?',
  'auth(?=["\'`:= ])',
  'jwt\\.(?:sign|verify)',
  'createHmac',
];
const NAME = new RegExp(`(?:${NAMES.join('|')})${GIVEN}`, 'gi');

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
      for (const given of givenValues(text, index, name)) {
        if (!isGivenSecret(given, name)) continue;
        for (const place of given.places) {
          taken = place.end;
          yield { ...place, rule: 'assigned-secret' };
        }
        break;
      }
    }
  },
};

/** The short words are also the ends of others: `bypass`, `compass`. */
const isEndOfOther = (text: string, index: number, name: string): boolean =>
  /^(?:pass|auth)$/i.test(name) && /^[a-z]{2}/.test(text.slice(index - 1, index + 1));

function isGivenSecret({ value, way }: GivenValue, name: string): boolean {
  switch (way) {
    case 'literal':
      return isSecret(value, name);
    case 'handed':
      return isSecret(value, name) && isGenerated(value);
    case 'bare':
      return isBareSecret(value, name);
    case 'said':
      return isSaidSecret(value, name);
  }
}

/** What is handed to something else on its way to the name may be anything: a selector, the name of an encoding or a translation. */
const isGenerated = (value: string): boolean => /^(?=.*\d)[\w+/=~-]{12,}$/.test(value) && looksRandom(value, BITS_MIN);

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

/** A comment is words: of those that follow `password:` only what no word has, of others what looks generated. */
const isSaidSecret = (value: string, name: string): boolean =>
  isBareSecret(value, name) && (isPasswordName(name) ? /[a-z]\d|\d[a-z]/i.test(value) : isGenerated(value));

/** Passwords may be short and weak, and what follows their name is hardly anything else. */
const isPasswordName = (name: string): boolean => /^(?:pass|pwd)/i.test(name);

/** Of files, packages, addresses, or members: `headers.cookie`, `users.*.name`. */
const isPath = (value: string): boolean =>
  /^(?:\.{0,2}\/|@\w+\/|https?:\/\/[^?]*$|[a-z_$]+(?:\.[a-z_$*]+)+$)/i.test(value);

const isAddress = (value: string): boolean => /^[\w.+-]+@[\w-]+\.[\w.]+$/.test(value);

const isMember = (value: string): boolean => /^[\w$]+\??\.[\w$.?]+$/.test(value) && !/\d[a-z]+\d/i.test(value);
