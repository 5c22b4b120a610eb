import type { Found, RuleContext } from './rule-context.ts';
import type { RuleOf, RuleType } from './rule-schema.ts';
import { checkAllowed } from './rules/allowed.ts';
import { checkCycles } from './rules/cycles.ts';
import { checkDependencies } from './rules/dependencies.ts';
import { checkEntryOnly } from './rules/entry-only.ts';
import { checkForbidden } from './rules/forbidden.ts';
import { checkIndependent } from './rules/independent.ts';
import { checkKinds } from './rules/kinds.ts';
import { checkLayers } from './rules/layers.ts';
import { checkOnly } from './rules/only.ts';
import { checkOrphans } from './rules/orphans.ts';
import { checkMustBeReached, checkMustNotReach, checkMustReach, checkVia } from './rules/reach.ts';
import { checkRequired } from './rules/required.ts';
import { checkStability } from './rules/stability.ts';

type Checks = { readonly [Type in RuleType]: (context: RuleContext, rule: RuleOf<Type>) => Found[] };

/** How each type of rule is checked: O(nodes + edges) each. */
const CHECKS: Checks = {
  forbidden: checkForbidden,
  only: checkOnly,
  allowed: checkAllowed,
  required: checkRequired,
  kinds: checkKinds,
  'must-not-reach': checkMustNotReach,
  'must-reach': checkMustReach,
  'must-be-reached': checkMustBeReached,
  via: checkVia,
  layers: checkLayers,
  independent: checkIndependent,
  dependencies: checkDependencies,
  'entry-only': checkEntryOnly,
  stability: checkStability,
  'no-cycles': checkCycles,
  'no-orphans': checkOrphans,
};

export const RULE_TYPES: ReadonlySet<RuleType> = new Set(Object.keys(CHECKS) as RuleType[]);

/**
 * All that a rule finds, in the order of the graph.
 * @throws ConduitError CONDUIT_BAD_CONFIG for a rule that means nothing in this project
 */
export function runRule<Type extends RuleType>(context: RuleContext, rule: RuleOf<Type> & { type: Type }): Found[] {
  return CHECKS[rule.type](context, rule);
}
