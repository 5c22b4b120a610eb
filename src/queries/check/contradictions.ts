import { kindMask } from './kind-mask.ts';
import { refers } from './pair-selector.ts';
import type { RuleContext } from './rule-context.ts';
import type { Rule, RuleOf, RuleType } from './rule-schema.ts';
import type { Selection } from './selector.ts';
import { badRule } from './term-matcher.ts';

/** What one rule asks for and the other forbids: a pair of these that are about the same modules cannot both hold. */
const OPPOSITES: Readonly<Partial<Record<RuleType, readonly RuleType[]>>> = {
  required: ['forbidden', 'must-not-reach'],
  'must-reach': ['must-not-reach'],
};

/**
 * Rules that no project with these modules can keep: one requires what another forbids, for all that it could be. Rules with `$1` are not compared.
 * @throws ConduitError CONDUIT_BAD_CONFIG naming both
 */
export function refuseContradictions(context: RuleContext, rules: readonly Rule[]): void {
  for (const wanted of rules) {
    const opposites = OPPOSITES[wanted.type] ?? [];
    for (const forbidding of rules) {
      if (opposites.includes(forbidding.type) && isWithin(context, wanted, forbidding)) {
        throw badRule(wanted.name, `requires what rule \`${forbidding.name}\` forbids`);
      }
    }
  }
}

type PairRule = RuleOf<'required' | 'must-reach' | 'forbidden' | 'must-not-reach'>;

const isPair = (rule: Rule): rule is PairRule =>
  ['required', 'must-reach', 'forbidden', 'must-not-reach'].includes(rule.type);

/** Whether every pair of one rule is a pair of the other, and there is one. */
function isWithin({ selectors, image }: RuleContext, inner: Rule, outer: Rule): boolean {
  if (!isPair(inner) || !isPair(outer)) return false;
  if (refers([inner.to, outer.to].flat())) return false;
  if ((kindMask(inner.kinds) & ~kindMask(outer.kinds)) !== 0) return false;
  const from = selectors.select(inner.name, inner.from);
  const to = selectors.select(inner.name, inner.to);
  const isFile = (node: number): boolean => image.graph.kindOf(node) === 'module';
  return (
    from.some((is, node) => is === 1 && isFile(node)) &&
    to.includes(1) &&
    isSubset(from, selectors.select(outer.name, outer.from)) &&
    isSubset(to, selectors.select(outer.name, outer.to))
  );
}

const isSubset = (inner: Selection, outer: Selection): boolean =>
  inner.every((is, node) => is === 0 || outer[node] === 1);
