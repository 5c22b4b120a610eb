import type { SymbolsReader } from '../../image/reader.ts';

/** A symbol and all that is declared in it, near and far, ascending; of a module all of its symbols. */
export function allWithin(symbols: SymbolsReader, symbol: number): number[] {
  const within = new Set([symbol]);
  for (const one of within) for (const member of symbols.membersOf(one)) within.add(member);
  return [...within].sort((a, b) => a - b);
}
