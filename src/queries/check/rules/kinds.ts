import { ALL_EDGE_KINDS, edgeKindsOf, edgeMask } from '../../../base/edge-kinds.ts';
import { selectPairs } from '../pair-selector.ts';
import { type Found, forEachEdge, foundEdge, type RuleContext } from '../rule-context.ts';
import type { RuleOf } from '../rule-schema.ts';

/** Every import from here to there of another kind than those allowed. */
export function checkKinds(context: RuleContext, rule: RuleOf<'kinds'>): Found[] {
  const { masks } = context.image.graph.forward;
  const others = ALL_EDGE_KINDS & ~edgeMask(rule.only);
  const pairs = selectPairs(context, rule);
  const found: Found[] = [];
  forEachEdge(context, pairs.from, undefined, (source, target, edge) => {
    const mask = (masks[edge] ?? 0) & others;
    if (mask === 0 || !pairs.matches(source, target)) return;
    const how = `${edgeKindsOf(mask).join(', ')}, where only ${rule.only.join(', ')} may be`;
    found.push(foundEdge(context, edge, mask, (from, to) => `${from} imports ${to} as ${how}`));
  });
  return found;
}
