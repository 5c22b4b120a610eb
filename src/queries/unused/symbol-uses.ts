import { useMask } from '../../base/symbol-kinds.ts';
import { exportRows } from './export-rows.ts';
import { publicSymbols } from './public-symbols.ts';
import type { Scope } from './scope.ts';
import { symbolsOfWholes } from './whole-modules.ts';

/** Who uses a symbol, of those that count. */
export interface SymbolUses {
  /** By symbol: another module that counts uses it. */
  readonly fromOutside: Uint8Array;
  /** By symbol: something else in its own module does. */
  readonly fromInside: Uint8Array;
  /** By symbol: only a module that does not count uses it. */
  readonly fromUnreached: Uint8Array;
  /** By symbol: an entry gives it to others. */
  readonly isPublic: Uint8Array;
  /** By symbol: a place (`path:line`) where a module that gives it is used as a whole. */
  readonly wholes: ReadonlyMap<number, string>;
}

/** Passing a name on is no use of it, and an override is a relation. */
const NO_USES = useMask(['export', 'override']);

/** One pass over all edges between symbols. O(symbols + edges). */
export function symbolUses(scope: Scope): SymbolUses {
  const { image, isReached } = scope;
  const { symbols } = image;
  const uses = {
    fromOutside: new Uint8Array(symbols.count),
    fromInside: new Uint8Array(symbols.count),
    fromUnreached: new Uint8Array(symbols.count),
  };
  const { offsets, targets, masks } = symbols.forward;
  const { nodes } = symbols.columns;
  for (let from = 0; from < symbols.projectEnd; from++) {
    const node = nodes[from] ?? 0;
    const fromOther = isReached[node] === 1 ? uses.fromOutside : uses.fromUnreached;
    const end = offsets[from + 1] ?? 0;
    for (let edge = offsets[from] ?? 0; edge < end; edge++) {
      const to = targets[edge] ?? 0;
      if (((masks[edge] ?? 0) & ~NO_USES) === 0 || to >= symbols.projectEnd || to === from) continue;
      if (nodes[to] === node) uses.fromInside[to] = 1;
      else fromOther[to] = 1;
    }
  }
  const rows = exportRows(symbols, image.graph.nodeCount);
  return { ...uses, isPublic: publicSymbols(scope, rows), wholes: symbolsOfWholes(scope, rows) };
}
