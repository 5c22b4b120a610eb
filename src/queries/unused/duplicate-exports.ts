import { compareCodeUnits } from '../../base/text.ts';
import type { DuplicateFinding } from './finding-schemas.ts';
import { isAlias } from './public-tags.ts';
import type { Scope } from './scope.ts';

/** Declarations that the module they stand in exports under more than one name. */
export function duplicateExports({ image, isReached }: Scope): DuplicateFinding[] {
  const { symbols } = image;
  const { modules, symbols: targets, nameOf } = symbols.exports;
  const names = new Map<number, string[]>();
  for (let row = 0; row < modules.length; row++) {
    const symbol = targets[row] ?? 0;
    const node = symbols.nodeOf(modules[row] ?? 0);
    if (symbol >= symbols.projectEnd || symbols.nodeOf(symbol) !== node || isReached[node] !== 1) continue;
    if (symbols.kindOf(symbol) === 'module') continue;
    const known = names.get(symbol);
    if (known) known.push(nameOf(row));
    else names.set(symbol, [nameOf(row)]);
  }
  return [...names].flatMap(([symbol, given]) => {
    const place = symbols.declarationsOf(symbol)[0];
    if (given.length < 2 || !place || isAlias(image, symbol)) return [];
    const sorted = [...new Set(given)].sort(compareCodeUnits);
    // `export default` and `module.exports =` of one thing are one name to who imports either way.
    if (sorted.filter((name) => name !== '=' && name !== 'export=').length < 2) return [];
    return [
      {
        id: symbols.idOf(symbol),
        names: sorted,
        location: place.name,
        confidence: 'high' as const,
        reason: `its module exports it under ${sorted.length} names`,
      },
    ];
  });
}
