import { kindMask } from '../kind-mask.ts';
import { type Found, foundFile, type RuleContext, selectFiles } from '../rule-context.ts';
import type { RuleOf } from '../rule-schema.ts';

/** Every module that imports nothing and that nothing imports; that it imports itself does not count. */
export function checkOrphans(context: RuleContext, rule: RuleOf<'no-orphans'>): Found[] {
  const { forward, reverse } = context.image.graph;
  const mask = kindMask(rule.kinds);
  const isAlone = ({ offsets, targets, masks }: typeof forward, node: number): boolean => {
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
      if (targets[edge] !== node && ((masks[edge] ?? 0) & mask) !== 0) return false;
    }
    return true;
  };
  return selectFiles(context, rule.name, rule.modules)
    .filter((node) => isAlone(forward, node) && isAlone(reverse, node))
    .map((node) => foundFile(context, node, (id) => `${id} imports nothing, and nothing imports it`));
}
