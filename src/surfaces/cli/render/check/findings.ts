import type { Envelope } from '../../../../base/envelope.ts';
import type { CheckResult } from '../../../../queries/registry.ts';

export type Finding = CheckResult['findings'][number];
export type CheckedRule = CheckResult['rules'][number];

/** What an answer of `check` found, by the rules that found it; rules without findings are left out. */
export function findingsByRule({ result }: Envelope): { readonly rule: CheckedRule; readonly findings: Finding[] }[] {
  const { rules, findings } = result as CheckResult;
  const byName = new Map<string, Finding[]>(rules.map(({ name }) => [name, []]));
  for (const finding of findings) byName.get(finding.rule)?.push(finding);
  return rules
    .map((rule) => ({ rule, findings: byName.get(rule.name) ?? [] }))
    .filter(({ findings: own }) => own.length > 0);
}

/** Those that the baseline does not know. */
export function newFindings({ result }: Envelope): Finding[] {
  return (result as CheckResult).findings.filter(({ baseline }) => !baseline);
}
