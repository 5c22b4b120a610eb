import { wellFormed } from '../base/text.ts';

/** Numbers for texts: the place in the order by UTF-16 code unit. */
export interface TextTable {
  /** Distinct, well-formed, ascending. */
  readonly texts: readonly string[];
  /** The number of a text that was given to {@link textTable}, or -1 for any other. */
  find(text: string): number;
  /** The same of one that certainly was. */
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
  const find = (text: string): number => numbers.get(text) ?? numbers.get(repaired.get(text) ?? text) ?? -1;
  return { texts, find, numberOf: numberWith(find) };
}

function numberWith(find: (text: string) => number): (text: string) => number {
  return (text) => {
    const number = find(text);
    if (number < 0) throw new Error(`the text was not collected: ${text}`);
    return number;
  };
}

/**
 * The table of the texts of another and of some more, most of which it may have: as {@link textTable} of all would give it, without sorting all anew.
 * @returns the table, and the new number of each text of the other
 */
export function mergeTexts(table: TextTable, more: readonly string[]): { texts: TextTable; moved: Uint32Array } {
  const added = textTable(more.map(wellFormed).filter((text) => table.find(text) < 0));
  const moved = new Uint32Array(table.texts.length);
  const movedAdded = new Uint32Array(added.texts.length);
  const texts: string[] = [];
  for (let own = 0, other = 0; own < table.texts.length || other < added.texts.length; ) {
    const text = table.texts[own];
    const candidate = added.texts[other];
    const isOwn = candidate === undefined || (text !== undefined && text < candidate);
    if (isOwn) moved[own++] = texts.length;
    else movedAdded[other++] = texts.length;
    texts.push((isOwn ? text : candidate) ?? '');
  }
  const find = (given: string): number => {
    const text = wellFormed(given);
    const own = table.find(text);
    if (own >= 0) return moved[own] ?? -1;
    const other = added.find(text);
    return other < 0 ? -1 : (movedAdded[other] ?? -1);
  };
  return { texts: { texts, find, numberOf: numberWith(find) }, moved };
}
