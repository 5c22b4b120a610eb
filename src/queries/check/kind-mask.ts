import { ALL_EDGE_KINDS, type EdgeKind, edgeKindBit } from '../../base/edge-kinds.ts';
import type { KindWords } from './rule-terms.ts';

/** The kinds that a rule looks at: those named, or, when only kinds to leave out are named, all others. */
export function kindMask(words: KindWords): number {
  let named = 0;
  let left = 0;
  for (const word of words ?? []) {
    if (word.startsWith('!')) left |= edgeKindBit(word.slice(1) as EdgeKind);
    else named |= edgeKindBit(word as EdgeKind);
  }
  return (named === 0 ? ALL_EDGE_KINDS : named) & ~left;
}
