import { closest } from '../../base/closest.ts';
import { ALL_EDGE_KINDS } from '../../base/edge-kinds.ts';
import { ConduitError } from '../../base/errors.ts';
import type { QueryAnswer, QueryContext } from '../define.ts';
import { knownShare } from '../known-share.ts';
import { paginate } from '../paginate.ts';
import { isEnough } from '../threshold.ts';
import type { CheckParams, CheckResult } from './check-schemas.ts';
import { refuseContradictions } from './contradictions.ts';
import { describeFinding, isAbout, keyedFinding, type RuleFinding } from './describe-findings.ts';
import { readBaseline } from './known-findings.ts';
import { readRules } from './read-rules.ts';
import type { Rule } from './rule-schema.ts';
import { RULE_TYPES, runRule } from './run-rules.ts';
import { createSelectors } from './selector.ts';

/** The answer of the query; apart from its definition, because only who asks it needs it. */
export function answerCheck(
  { image, kernels }: QueryContext,
  { rules: names, baseline: entries, changed, threshold, ...page }: CheckParams,
): QueryAnswer<CheckResult> {
  const { graph } = image;
  const { tags, rules } = readRules(image.project.check, RULE_TYPES);
  const wanted = chooseRules(rules, names);
  const baseline = readBaseline(entries);
  const context = { image, kernels, selectors: createSelectors(graph, tags) };
  refuseContradictions(context, wanted);
  const all = wanted.flatMap((rule) =>
    runRule(context, rule).map(
      (found): RuleFinding => ({ rule, found, isKnown: baseline.isKnown(keyedFinding(rule.name, found)) }),
    ),
  );
  const files = changed === undefined ? null : new Set(changed.split('\n'));
  const shown = files === null ? all : all.filter(({ found }) => isAbout(graph, found, files));
  const { items, ...rest } = paginate(shown, page, image.fingerprint);
  const counts = { error: 0, warning: 0, note: 0, baseline: 0 };
  for (const { rule, isKnown } of shown) counts[isKnown ? 'baseline' : rule.severity]++;
  const known = knownShare(image, ALL_EDGE_KINDS);
  const nothing = isEnough(known, threshold) ? ('none' as const) : ('unknown' as const);
  return {
    result: {
      verdict: shown.length > 0 ? ('found' as const) : nothing,
      known,
      counts,
      findings: items.map((finding) => describeFinding(graph, finding)),
      rules: wanted.map((rule) => describeRule(rule, shown)),
      notes: [...context.selectors.notes],
      gone: names.length > 0 ? [] : baseline.gone().map((fingerprint) => ({ fingerprint })),
    },
    ...rest,
  };
}

/** @throws ConduitError CONDUIT_BAD_PARAMS for a name that no rule has */
function chooseRules(rules: readonly Rule[], names: readonly string[]): Rule[] {
  const known = rules.map(({ name }) => name);
  for (const name of names) {
    if (known.includes(name)) continue;
    throw new ConduitError('CONDUIT_BAD_PARAMS', `there is no rule \`${name}\``, closest(name, known));
  }
  return rules.filter(({ name }) => names.length === 0 || names.includes(name));
}

function describeRule({ name, type, severity, comment }: Rule, shown: readonly RuleFinding[]) {
  const findings = shown.filter(({ rule }) => rule.name === name).length;
  return { name, type, severity, ...(comment === undefined ? {} : { comment }), findings };
}
