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
  exports.lookup.entries.tables.forEach((table, module) => {
    const sorted = [...table].sort(
      ([a], [b]) => compareCodeUnits(symbols.names.text(a), symbols.names.text(b)) || a - b,
    );
    for (const [name, entry] of sorted) {
      const meant = exports.of(entry).map((meaning) => targets.symbolOf(meaning));
      const found = [...new Set(meant)].filter((symbol) => symbol >= 0);
      for (const symbol of found.sort((a, b) => a - b)) {
        const number = numbers.get(name) ?? names.push(symbols.names.text(name)) - 1;
        numbers.set(name, number);
        rows.push(symbols.moduleSymbols[module] ?? 0, number, symbol);
      }
    }
  });
  return { exported: Uint32Array.from(rows), exportNames: names };
}
