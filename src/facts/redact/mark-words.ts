import type { MarkWord } from '../../wasm/mark-table.ts';
import { KEY_OWNERS } from './assigned-secrets.ts';
import { SECRET_RULES } from './find-secrets.ts';

const NAMES = [
  ...['password', 'passwords', 'passwd', 'passphrase', 'passcode', 'pwd', 'secret', 'secrets', 'token', 'tokens'],
  ...['credential', 'credentials', 'apikeys', 'api-keys', 'api_keys', 'jwt.sign', 'jwt.verify', 'createHmac'],
  ...KEY_OWNERS.flatMap((key) => ['', '-', '_', '.'].map((between) => `${key}${between}key`)),
];

const folded = (tail: MarkWord['tail'], words: readonly string[]): MarkWord[] =>
  words.map((text) => ({ text, tail, ignoresCase: true }));
const exact = (tail: MarkWord['tail'], words: readonly string[]): MarkWord[] =>
  words.map((text) => ({ text, tail, ignoresCase: false }));

/** Of rules whose marks are patterns: the words that stand in whatever they match. */
const OF_PATTERNS: Readonly<Record<string, readonly MarkWord[]>> = {
  'assigned-secret': [...folded('given', NAMES), ...folded('short', ['pass', 'auth'])],
  authorization: folded('credential', ['bearer', 'basic', 'token', 'apikey']),
  'url-password': exact('address', ['://']),
  twilio: exact(
    'none',
    [...'0123456789abcdef'].map((digit) => `SK${digit}`),
  ),
  digitalocean: exact('none', ['doo_v1_', 'dop_v1_', 'dor_v1_']),
};

const WORDS_OF_RULES = SECRET_RULES.map(({ name, marks }) => ({
  name,
  words: OF_PATTERNS[name] ?? exact('none', marks.map(plainWord)),
}));

/**
 * Words of which one stands wherever a rule's mark matches, so that a kernel can look for them in bytes. It may find what no mark matches; a test
 * holds that it misses nothing.
 */
export const MARK_WORDS: readonly MarkWord[] = distinct(WORDS_OF_RULES.flatMap(({ words }) => words));

const RULES_OF_WORDS: readonly (readonly string[])[] = MARK_WORDS.map((word) =>
  WORDS_OF_RULES.filter(({ words }) => words.some((own) => keyOf(own) === keyOf(word))).map(({ name }) => name),
);

/** Names of the rules that may find something where some of {@link MARK_WORDS}, by their places, were found. */
export const rulesOfWords = (words: readonly number[]): ReadonlySet<string> =>
  new Set(words.flatMap((word) => RULES_OF_WORDS[word] ?? []));

function plainWord(mark: string): string {
  if (!/^(?:[\w=/: -]|\\[./])+$/.test(mark)) throw new Error(`nothing says which words the mark ${mark} has`);
  return mark.replaceAll('\\', '');
}

function distinct(words: readonly MarkWord[]): MarkWord[] {
  return [...new Map(words.map((word) => [keyOf(word), word])).values()];
}

function keyOf({ text, tail }: MarkWord): string {
  return `${text} ${tail}`;
}
