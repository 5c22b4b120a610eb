/** Values that stand for one: nobody is harmed by reading them, and a reader learns from them what belongs there. */
const PLACEHOLDER =
  /^(?:.{0,3}|(.)\1*|.*(?:\$\{|\{\{|<[^>]*>|process\.env|import\.meta|change.?me|replace.?me|placeholder|redacted|dummy|example|your[-_ ]).*|x{3,}.*|.*\*{3}.*|test(?:ing)?\d{0,3}|pass(?:word|wd)?\d{0,3}[\])}>]*|secret\d{0,3}|token\d{0,3}|(?:string|number|boolean|undefined|null|true|false))$/is;

export const isPlaceholder = (value: string): boolean => PLACEHOLDER.test(value);

/**
 * Whether a literal looks generated, and not like a word, a path or a name of something: it mixes digits with letters, or has letters in an
 * order that no name has, and its characters differ enough.
 * @param bitsMin the least entropy of a character, in bits: of the distribution of characters within the value
 */
export function looksRandom(value: string, bitsMin: number): boolean {
  if (isPlaceholder(value) || entropyOf(value) < bitsMin) return false;
  const hasDigit = /\d/.test(value);
  const hasLetter = /[a-z]/i.test(value);
  // Names end in a number: `sha256`, `step-2`, `users_v1`, `utf8`. In something generated digits stand among letters, more than once.
  if (hasDigit && hasLetter) return (value.match(/[a-z]\d|\d[a-z]/gi)?.length ?? 0) >= 2;
  if (/[!#%&*+=?^~$@]/.test(value) && hasLetter) return true;
  // `ABcdEFgh…` without separators: words change case once each, and camelCase never twice in a row.
  return (
    value.length >= 20 && /^[a-zA-Z+/=]+$/.test(value) && (value.match(/[a-z][A-Z]/g)?.length ?? 0) >= value.length / 5
  );
}

/** Shannon's entropy of the characters of a text, in bits each (A Mathematical Theory of Communication, 1948, § 6). */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
