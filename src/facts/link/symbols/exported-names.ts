import type { NameNumbers } from './name-numbers.ts';

/** Names that modules export, in the order of their texts. */
export interface ExportedNames {
  readonly texts: readonly string[];
  /** By the number of a name, its position among them. Names of one text, repaired or not, go by number. */
  readonly places: Uint32Array;
}

/** @param tables names (as numbers) that each module exports */
export function exportedNames(tables: readonly ReadonlyMap<number, number>[], names: NameNumbers): ExportedNames {
  const isWanted = new Uint8Array(names.texts.length);
  for (const table of tables) for (const name of table.keys()) isWanted[name] = 1;
  // Two names have one text only where one of them had to be repaired, which hardly any has.
  const numbers = new Map<string, number[]>();
  const texts: string[] = [];
  isWanted.forEach((wanted, name) => {
    if (wanted === 0) return;
    const text = names.text(name);
    texts.push(text);
    const same = numbers.get(text);
    if (same) same.push(name);
    else numbers.set(text, [name]);
  });
  // Without a comparator, sort() compares code units, and several times faster than with one.
  texts.sort();
  const places = new Uint32Array(names.texts.length);
  texts.forEach((text, place) => {
    const name = numbers.get(text)?.shift();
    if (name !== undefined) places[name] = place;
  });
  return { texts, places };
}
