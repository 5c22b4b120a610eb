import { compareCodeUnits } from '../../../base/text.ts';
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
  const numbers = inOrder(new Set(tables.flatMap((table) => [...table.keys()])), symbols.names);
  const rows: number[] = [];
  const byNumber = (a: readonly number[], b: readonly number[]): number =>
    (numbers.get(a[0] ?? 0) ?? 0) - (numbers.get(b[0] ?? 0) ?? 0);
  tables.forEach((table, module) => {
    const sorted = table.size > 1 ? [...table].sort(byNumber) : table;
    for (const [name, entry] of sorted) {
      const [value, type] = exports.of(entry);
      const first = targets.symbolOf(value);
      const second = type === value ? first : targets.symbolOf(type);
      if (first < 0 && second < 0) continue;
      const number = numbers.get(name) ?? 0;
      const own = symbols.moduleSymbols[module] ?? 0;
      const [low, high] = first < second ? [first, second] : [second, first];
      if (low >= 0 && low !== high) rows.push(own, number, low);
      rows.push(own, number, high);
    }
  });
  return {
    exported: Uint32Array.from(rows),
    exportNames: Array.from(numbers.keys(), (name) => symbols.names.text(name)),
  };
}

/** The place of each name in the order of their texts, once for all modules; iterates in that order. */
function inOrder(wanted: ReadonlySet<number>, names: NameNumbers): ReadonlyMap<number, number> {
  const sorted = [...wanted].sort((a, b) => compareCodeUnits(names.text(a), names.text(b)) || a - b);
  return new Map(sorted.map((name, place) => [name, place]));
}
