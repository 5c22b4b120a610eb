import type { CsrVectors } from '../../base/csr.ts';
import { useKindBit } from '../../base/symbol-kinds.ts';
import type { SymbolsReader } from '../../image/reader.ts';

const OVERRIDE = useKindBit('override');

/**
 * A symbol, and the members that a call of it may mean, or that a call of may mean it: those whose chains of overridden members meet. The members
 * that it overrides, near and far, and all that override one of those. Ascending.
 */
export function relatedMembers({ forward, reverse }: SymbolsReader, symbol: number): number[] {
  return closure(reverse, closure(forward, [symbol])).sort((a, b) => a - b);
}

function closure({ offsets, targets, masks }: CsrVectors, starts: readonly number[]): number[] {
  const reached = new Set(starts);
  for (const symbol of reached) {
    for (let edge = offsets[symbol] ?? 0; edge < (offsets[symbol + 1] ?? 0); edge++) {
      // A set that is gone through hears of what is added meanwhile.
      if (((masks[edge] ?? 0) & OVERRIDE) !== 0) reached.add(targets[edge] ?? 0);
    }
  }
  return [...reached];
}
