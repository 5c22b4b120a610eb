import { kindMask } from '../kind-mask.ts';
import { selectPairs } from '../pair-selector.ts';
import { type Found, forEachEdge, foundEdge, type RuleContext } from '../rule-context.ts';
import type { RuleOf } from '../rule-schema.ts';

/** Every import that leads from here to what is neither there nor here; not those of which nobody knows where they lead. */
export function checkOnly(context: RuleContext, rule: RuleOf<'only'>): Found[] {
  const pairs = selectPairs(context, rule);
  const found: Found[] = [];
  forEachEdge(context, pairs.from, rule.kinds, (source, target, edge) => {
    if (pairs.from[target] === 1 || pairs.matches(source, target)) return;
    if (context.image.graph.kindOf(target) === 'unresolved') return;
    const message = (from: string, to: string): string => `${from} may not import ${to}: it is not among what it may`;
    found.push(foundEdge(context, edge, kindMask(rule.kinds), message));
  });
  return found;
}
