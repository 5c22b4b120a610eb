import { type Found, foundFile, type RuleContext, selectFiles } from '../rule-context.ts';
import type { RuleOf } from '../rule-schema.ts';

/** Every module that imports nothing and that nothing imports; that it imports itself does not count. */
export function checkOrphans(context: RuleContext, rule: RuleOf<'no-orphans'>): Found[] {
  const { forward, reverse } = context.image.graph;
  const isAlone = ({ offsets, targets }: typeof forward, node: number): boolean =>
    targets.subarray(offsets[node], offsets[node + 1]).every((other) => other === node);
  return selectFiles(context, rule.name, rule.modules)
    .filter((node) => isAlone(forward, node) && isAlone(reverse, node))
    .map((node) => foundFile(context, node, (id) => `${id} imports nothing, and nothing imports it`));
}
