import { compareCodeUnits } from '../../../base/text.ts';
import type { SymbolRecords } from '../../symbol-records.ts';
import type { TargetFinder } from './find-target.ts';
import type { TypeContext } from './types/type-context.ts';

type ListedExports = Pick<SymbolRecords, 'exported' | 'exportNames'>;

/**
 * What modules export and that leads to a symbol, by module and name; a name that means one thing as a value and another in types has two rows. `=` is what
 * `export =` and `module.exports =` give.
 */
export function listExports({ symbols, exports }: TypeContext, targets: TargetFinder): ListedExports {
  const rows: number[] = [];
  const names: string[] = [];
  const numbers = new Map<number, number>();
  const inOrder = ([a]: readonly [number, number], [b]: readonly [number, number]): number =>
    compareCodeUnits(symbols.names.text(a), symbols.names.text(b)) || a - b;
  exports.lookup.entries.tables.forEach((table, module) => {
    const sorted = table.size > 1 ? [...table].sort(inOrder) : table;
    for (const [name, entry] of sorted) {
      const [value, type] = exports.of(entry);
      const first = targets.symbolOf(value);
      const second = type === value ? first : targets.symbolOf(type);
      if (first < 0 && second < 0) continue;
      const number = numbers.get(name) ?? names.push(symbols.names.text(name)) - 1;
      numbers.set(name, number);
      const own = symbols.moduleSymbols[module] ?? 0;
      const [low, high] = first < second ? [first, second] : [second, first];
      if (low >= 0 && low !== high) rows.push(own, number, low);
      rows.push(own, number, high);
    }
  });
  return { exported: Uint32Array.from(rows), exportNames: names };
}
