import { isPlaceholder, looksRandom } from './looks-random.ts';
import type { FoundSecret, SecretRule } from './secret-rule.ts';

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
];
/** What of a literal's way to a name can be told at little cost; most names have nothing of it. */
const GIVEN = '(?=(?:[_-]?\\d{1,3})?["\'`]?\\]?[?!]?\\s{0,9}[:=,(|?])';
const NAME = new RegExp(`(?:${NAMES.join('|')})${GIVEN}`, 'gi');

/** What may stand in front of a literal that is given to a name: brackets, a comment, a cast, a condition, what makes something of it. */
const WRAPPING = [
  '[([{]',
  '/\\*[^*\\n]{0,80}\\*/',
  '//[^\\n]{0,120}\\n',
  '<[\\w.]{1,40}>',
  'String\\.raw(?=`)',
  '[\\w$.!]{1,60}\\s{0,9}\\?\\s{0,20}(?:[\\w$.!]{1,60}\\s{0,9}:)?',
  '(?:new\\s{1,3})?[\\w$][\\w$.]{0,80}(?:\\([^()\'"`\\n]{0,20}\\)[\\w$.]{1,40}){0,4}\\(',
];
const LITERAL = '(["\'`])((?:\\\\.|(?!QUOTE)[^\\\\\\n]){1,4000})QUOTE';
/**
 * Behind a name: `password = '…'`, `"apiKey": "…"`, `token: string = '…'`, `process.env.SECRET ?? '…'`, `get('API_KEY', '…')`, where a literal is given to
 * it. The type of a declaration may stand between, and {@link WRAPPING}.
 */
const QUOTED = new RegExp(
  `(?:[_-]?\\d{1,3})?["'\`]?\\]?[?!]?\\s{0,9}(?:[,(]\\s{0,99}|(?::\\s{0,9}[\\w.<>|[\\] ]{1,60}=|=>|={1,3}|:|(?:\\|\\||\\?\\?)=?)\\s{0,99}((?:(?:${WRAPPING.join('|')})\\s{0,99}){0,3}))${LITERAL.replaceAll('QUOTE', '\\2')}`,
  'y',
);
/** The next part of what is put together of several. */
const NEXT_PART = new RegExp(`\\s{0,60}\\+\\s{0,60}${LITERAL.replaceAll('QUOTE', '\\1')}`, 'y');
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
      const bare = bareBehind(text, end, name);
      for (const found of literalsBehind(text, end, name) ?? (bare ? [bare] : [])) {
        taken = found.end;
        yield { ...found, rule: 'assigned-secret' };
      }
    }
  },
};

type Place = Pick<FoundSecret, 'start' | 'end'>;

/** The short words are also the ends of others: `bypass`, `compass`. */
const isEndOfOther = (text: string, index: number, name: string): boolean =>
  /^(?:pass|auth)$/i.test(name) && /^[a-z]{2}/.test(text.slice(index - 1, index + 1));

/** The literal, or all that are put together with it. */
function literalsBehind(text: string, at: number, name: string): Place[] | null {
  QUOTED.lastIndex = at;
  const [, wrapping = '', , first] = QUOTED.exec(text) ?? [];
  if (first === undefined) return null;
  const places = [placeBefore(QUOTED.lastIndex, first)];
  let value = first;
  for (let from = QUOTED.lastIndex; places.length < MOST_PARTS; from = NEXT_PART.lastIndex) {
    NEXT_PART.lastIndex = from;
    const part = NEXT_PART.exec(text)?.[2];
    if (part === undefined) break;
    places.push(placeBefore(NEXT_PART.lastIndex, part));
    value += part;
  }
  return isSecret(value, name) && (wrapping === '' || isGenerated(value)) ? places : null;
}

/** What is handed to something else on its way to the name may be anything: a selector, the name of an encoding or a translation. */
const isGenerated = (value: string): boolean => /^(?=.*\d)[\w+/=~-]{12,}$/.test(value) && looksRandom(value, BITS_MIN);

const MOST_PARTS = 20;

/** @param end behind the quote that closes it */
const placeBefore = (end: number, value: string): Place => ({ start: end - 1 - value.length, end: end - 1 });

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

/** Of files, packages, addresses, or members: `headers.cookie`, `users.*.name`. */
const isPath = (value: string): boolean =>
  /^(?:\.{0,2}\/|@\w+\/|https?:\/\/[^?]*$|[a-z_$]+(?:\.[a-z_$*]+)+$)/i.test(value);

const isAddress = (value: string): boolean => /^[\w.+-]+@[\w-]+\.[\w.]+$/.test(value);

const isMember = (value: string): boolean => /^[\w$]+\??\.[\w$.?]+$/.test(value) && !/\d[a-z]+\d/i.test(value);
