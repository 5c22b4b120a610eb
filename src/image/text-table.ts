/** Numbers for texts: the place in the order by UTF-16 code unit. */
export interface TextTable {
  /** Distinct, well-formed, ascending. */
  readonly texts: readonly string[];
  /** The number of a text that was given to {@link textTable}. */
  numberOf(text: string): number;
}

const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * Numbers the distinct texts among those given. The numbers do not depend on the order in which they came.
 * Half of a surrogate pair (a specifier can hold one, written as an escape) has no UTF-8 form, so it becomes U+FFFD
 * here, before the order is made, and not silently when the bytes are.
 */
export function textTable(given: Iterable<string>): TextTable {
  const wellFormed = new Map<string, string>();
  for (const text of given) {
    if (!wellFormed.has(text)) wellFormed.set(text, text.replace(LONE_SURROGATE, '\ufffd'));
  }
  // Without a comparator, sort() compares code units, and several times faster than with one.
  const texts = [...new Set(wellFormed.values())].sort();
  const numbers = new Map(texts.map((text, number) => [text, number]));
  const numberOf = (text: string): number => {
    const number = numbers.get(wellFormed.get(text) ?? text);
    if (number === undefined) throw new Error(`the text was not collected: ${text}`);
    return number;
  };
  return { texts, numberOf };
}
