import type { SymbolRecords } from '../../symbol-records.ts';
import type { TargetFinder } from './find-target.ts';
import type { NameNumbers } from './name-numbers.ts';
import type { TypeContext } from './types/type-context.ts';

type ListedExports = Pick<SymbolRecords, 'exported' | 'exportNames'>;

/**
 * What modules export and that leads to a symbol, by module and name; a name that means one thing as a value and another in types has two rows. `=` is what
 * `export =` and `module.exports =` give.
 */
export function listExports({ symbols, exports }: TypeContext, targets: TargetFinder): ListedExports {
  const { tables } = exports.lookup.entries;
  const { exportNames, places } = inOrder(tables, symbols.names);
  const rows: number[] = [];
  tables.forEach((table, module) => {
    const sorted = new Float64Array(table.size);
    let count = 0;
    // Both in one number, so that a typed array can sort them without calls back into JavaScript.
    table.forEach((entry, name) => {
      sorted[count++] = (places[name] ?? 0) * MOST_ENTRIES + entry;
    });
    sorted.sort();
    for (let at = 0; at < count; at++) {
      const place = Math.floor((sorted[at] ?? 0) / MOST_ENTRIES);
      const meanings = exports.of((sorted[at] ?? 0) % MOST_ENTRIES);
      const value = meanings[0];
      const type = meanings[1];
      const first = targets.symbolOf(value);
      const second = type === value ? first : targets.symbolOf(type);
      if (first < 0 && second < 0) continue;
      const own = symbols.moduleSymbols[module] ?? 0;
      const [low, high] = first < second ? [first, second] : [second, first];
      if (low >= 0 && low !== high) rows.push(own, place, low);
      rows.push(own, place, high);
    }
  });
  return { exported: new Uint32Array(rows), exportNames };
}

/** No project has as many: `export *` makes at most a million, and each other one is written down. */
const MOST_ENTRIES = 2 ** 26;

/** The texts of all exported names in order, and for the number of each name its place there. Names of one text, repaired or not, go by number. */
function inOrder(tables: readonly ReadonlyMap<number, number>[], names: NameNumbers) {
  const isWanted = new Uint8Array(names.texts.length);
  for (const table of tables) for (const name of table.keys()) isWanted[name] = 1;
  // Two names have one text only where one of them had to be repaired, which hardly any has.
  const numbers = new Map<string, number[]>();
  const exportNames: string[] = [];
  isWanted.forEach((wanted, name) => {
    if (wanted === 0) return;
    const text = names.text(name);
    exportNames.push(text);
    const same = numbers.get(text);
    if (same) same.push(name);
    else numbers.set(text, [name]);
  });
  // Without a comparator, sort() compares code units, and several times faster than with one.
  exportNames.sort();
  const places = new Uint32Array(names.texts.length);
  let place = 0;
  for (const text of exportNames) {
    const name = numbers.get(text)?.shift();
    if (name !== undefined) places[name] = place;
    place++;
  }
  return { exportNames, places };
}
