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
export function textTable(given: readonly string[]): TextTable {
  const distinct = new Set(given);
  const repaired = new Map<string, string>();
  for (const text of distinct) {
    const wellFormed = text.replace(LONE_SURROGATE, '\ufffd');
    if (wellFormed !== text) repaired.set(text, wellFormed);
  }
  for (const [text, wellFormed] of repaired) {
    distinct.delete(text);
    distinct.add(wellFormed);
  }
  // Without a comparator, sort() compares code units, and several times faster than with one.
  const texts = [...distinct].sort();
  const numbers = new Map<string, number>();
  texts.forEach((text, number) => {
    numbers.set(text, number);
  });
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.get(repaired.get(text) ?? '');
    if (number === undefined) throw new Error(`the text was not collected: ${text}`);
    return number;
  };
  return { texts, numberOf };
}
