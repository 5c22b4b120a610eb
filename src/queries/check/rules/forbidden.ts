import { kindMask } from '../kind-mask.ts';
import { selectPairs } from '../pair-selector.ts';
import { type Found, forEachEdge, foundEdge, type RuleContext } from '../rule-context.ts';
import type { RuleOf } from '../rule-schema.ts';

/** Every import from here to there. */
export function checkForbidden(context: RuleContext, rule: RuleOf<'forbidden'>): Found[] {
  const pairs = selectPairs(context, rule);
  const found: Found[] = [];
  forEachEdge(context, pairs.from, rule.kinds, (source, target, edge) => {
    if (!pairs.matches(source, target)) return;
    found.push(foundEdge(context, edge, kindMask(rule.kinds), (from, to) => `${from} must not import ${to}`));
  });
  return found;
}
