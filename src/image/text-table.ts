import { wellFormed } from '../base/text.ts';

/** Numbers for texts: the place in the order by UTF-16 code unit. */
export interface TextTable {
  /** Distinct, well-formed, ascending. */
  readonly texts: readonly string[];
  /** The number of a text that was given to {@link textTable}. */
  numberOf(text: string): number;
}

/**
 * Numbers the distinct texts among those given. The numbers do not depend on the order in which they came.
 * They are made well-formed here, before the order is made, and not silently when the bytes are.
 */
export function textTable(given: readonly string[]): TextTable {
  const distinct = new Set(given);
  const repaired = new Map<string, string>();
  for (const text of distinct) {
    const sound = wellFormed(text);
    if (sound !== text) repaired.set(text, sound);
  }
  for (const [text, sound] of repaired) {
    distinct.delete(text);
    distinct.add(sound);
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
