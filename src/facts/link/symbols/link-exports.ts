import type { ExportMeanings } from './exports/export-meanings.ts';
import type { TargetFinder } from './find-target.ts';
import type { ModuleLinks } from './module-links.ts';

/** No project has as many: `export *` makes at most a million, and each other one is written down. */
const MOST_ENTRIES = 2 ** 26;

/**
 * What a module exports and that leads to a symbol, by name; a name that means one thing as a value and another in types has two rows. `=` is what
 * `export =` and `module.exports =` give.
 * @param places by the number of a name
 */
export function linkExports(
  exports: ExportMeanings,
  targets: TargetFinder,
  places: Uint32Array,
  module: number,
  links: ModuleLinks,
): void {
  const table = exports.lookup.entries.tables[module];
  if (!table || table.size === 0) return;
  const numbers = new Uint32Array(table.size);
  const sorted = new Float64Array(table.size);
  let count = 0;
  // Both in one number, so that a typed array can sort them without calls back into JavaScript.
  table.forEach((_, name) => {
    numbers[count] = name;
    sorted[count] = (places[name] ?? 0) * MOST_ENTRIES + count;
    count++;
  });
  sorted.sort();
  for (const key of sorted) {
    const name = numbers[key % MOST_ENTRIES] ?? 0;
    const meanings = exports.of(table.get(name) ?? -1);
    const value = meanings[0];
    const type = meanings[1];
    const first = targets.symbolOf(value);
    const second = type === value ? first : targets.symbolOf(type);
    if (first < 0 && second < 0) continue;
    const [low, high] = first < second ? [first, second] : [second, first];
    if (low >= 0 && low !== high) links.addExport(name, low);
    links.addExport(name, high);
  }
}
