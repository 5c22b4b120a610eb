import { NO_PROJECT, type ProjectRecords } from '../../src/facts/project-records.ts';
import { checkSchema } from '../../src/queries/check/rule-schema.ts';
import { check } from '../../src/queries/check.ts';
import type { CheckResult } from '../../src/queries/registry.ts';
import { contextOf } from './context-of.ts';
import { type Project, recordsOf } from './image-records.ts';

type Params = Partial<Parameters<typeof check.run>[1]>;
/** A rule as a configuration has it; one without a name is called by its type. */
export type RuleText = Readonly<Record<string, unknown>> & { readonly type: string };

/** What a project's rules find, the rules held against their schema first. */
export function checkProject(
  project: Project,
  rules: readonly RuleText[],
  params: Params & { tags?: Readonly<Record<string, unknown>>; manifests?: Partial<ProjectRecords> } = {},
): CheckResult {
  const { tags = {}, manifests = {}, ...rest } = params;
  const text = JSON.stringify(checkSchema.parse({ tags, rules: rules.map((rule) => ({ name: rule.type, ...rule })) }));
  const given = { rules: [], baseline: [], threshold: 99, limit: 1000, ...rest };
  return check.run(contextOf({ ...recordsOf(project), project: { ...NO_PROJECT, ...manifests, check: text } }), given)
    .result;
}

/** Findings as one writes them down: `rule: from → to`. */
export function pairsOf({ findings }: CheckResult): string[] {
  return findings.map(({ rule, from, to }) => `${rule}: ${from}${to === undefined ? '' : ` → ${to}`}`);
}
