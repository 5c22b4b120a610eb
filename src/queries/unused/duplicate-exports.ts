import { SYMBOL_KINDS } from '../../base/symbol-kinds.ts';
import { compareCodeUnits } from '../../base/text.ts';
import { type Draft, finished } from './draft.ts';
import type { DuplicateFinding } from './finding-schemas.ts';
import { isAlias } from './public-tags.ts';
import type { Scope } from './scope.ts';

const MODULE = SYMBOL_KINDS.indexOf('module');

/** Declarations that the module they stand in exports under more than one name. */
export function duplicateExports({ image, isReached }: Scope): Draft<DuplicateFinding>[] {
  const { symbols } = image;
  const { modules, symbols: targets, nameOf } = symbols.exports;
  const { kinds, nodes } = symbols.columns;
  const isOwn = (row: number): boolean => {
    const symbol = targets[row] ?? 0;
    const node = nodes[modules[row] ?? 0] ?? 0;
    return symbol < symbols.projectEnd && nodes[symbol] === node && isReached[node] === 1 && kinds[symbol] !== MODULE;
  };
  // Nearly all have one name: names are looked up of those only that have several.
  const times = new Uint8Array(symbols.count);
  for (let row = 0; row < modules.length; row++) {
    const symbol = targets[row] ?? 0;
    if (isOwn(row)) times[symbol] = Math.min(2, (times[symbol] ?? 0) + 1);
  }
  const names = new Map<number, string[]>();
  for (let row = 0; row < modules.length; row++) {
    const symbol = targets[row] ?? 0;
    if (times[symbol] !== 2 || !isOwn(row)) continue;
    const known = names.get(symbol);
    if (known) known.push(nameOf(row));
    else names.set(symbol, [nameOf(row)]);
  }
  return [...names].flatMap(([symbol, given]) => {
    const place = symbols.declarationsOf(symbol)[0];
    if (!place || isAlias(image, symbol)) return [];
    const sorted = [...new Set(given)].sort(compareCodeUnits);
    // `export default` and `module.exports =` of one thing are one name to who imports either way.
    if (sorted.filter((name) => name !== '=' && name !== 'export=').length < 2) return [];
    return [
      finished(place.name.path, {
        id: symbols.idOf(symbol),
        names: sorted,
        location: place.name,
        confidence: 'high' as const,
        reason: `its module exports it under ${sorted.length} names`,
      }),
    ];
  });
}
