import { useKindBit } from '../../base/symbol-kinds.ts';
import type { SymbolsReader } from '../../image/reader.ts';
import { relatedMembers } from './related-members.ts';
import { sitesInto, type UseSite } from './use-sites.ts';

const NEW = useKindBit('new');

/**
 * Places that use a symbol, or a member that stands for it, of the kinds in the mask; in no order. A constructor is used by `new` and the name of its
 * class.
 */
export function usesOf(symbols: SymbolsReader, symbol: number, mask: number): UseSite[] {
  const uses = relatedMembers(symbols, symbol).flatMap((related) => sitesInto(symbols, related, mask));
  const made = symbols.kindOf(symbol) === 'constructor' ? symbols.parentOf(symbol) : null;
  return made === null ? uses : [...uses, ...sitesInto(symbols, made, mask & NEW)];
}
