import { selectPairs } from '../pair-selector.ts';
import { type Found, forEachEdge, foundFile, type RuleContext, selectFiles } from '../rule-context.ts';
import type { RuleOf } from '../rule-schema.ts';

/** Every module here that imports none of those there. */
export function checkRequired(context: RuleContext, rule: RuleOf<'required'>): Found[] {
  const pairs = selectPairs(context, rule);
  const fine = new Uint8Array(pairs.from.length);
  forEachEdge(context, pairs.from, rule.kinds, (source, target) => {
    if (fine[source] === 0 && pairs.matches(source, target)) fine[source] = 1;
  });
  return selectFiles(context, rule.name, rule.from)
    .filter((node) => fine[node] === 0)
    .map((node) => foundFile(context, node, (id) => `${id} does not import ${[rule.to].flat().join(', ')}`));
}
