import { ALL_EDGE_KINDS } from '../../../base/edge-kinds.ts';
import { kindMask } from '../kind-mask.ts';
import { selectPairs } from '../pair-selector.ts';
import { type Found, forEachEdge, foundEdge, type RuleContext, selectOr } from '../rule-context.ts';
import type { RuleOf } from '../rule-schema.ts';

/** Every import that is none of those allowed. An import of several kinds is allowed when each of them is. */
export function checkAllowed(context: RuleContext, rule: RuleOf<'allowed'>): Found[] {
  const { masks } = context.image.graph.forward;
  const allowed = rule.imports.map(({ from, to, kinds }) => ({
    ...selectPairs(context, { name: rule.name, from, to }),
    mask: kindMask(kinds),
  }));
  const found: Found[] = [];
  forEachEdge(context, selectOr(context, rule.name, undefined), rule.kinds, (source, target, edge) => {
    if (context.image.graph.kindOf(target) === 'unresolved') return;
    let left = (masks[edge] ?? 0) & kindMask(rule.kinds);
    for (const { from, mask, matches } of allowed) {
      if (left !== 0 && from[source] === 1 && matches(source, target)) left &= ~mask & ALL_EDGE_KINDS;
    }
    if (left === 0) return;
    found.push(foundEdge(context, edge, left, (from, to) => `no rule allows that ${from} imports ${to}`));
  });
  return found;
}
