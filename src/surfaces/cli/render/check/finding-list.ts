import type { Envelope } from '../../../../base/envelope.ts';
import { plural, printable } from '../../../../base/text.ts';
import type { CheckResult } from '../../../../queries/registry.ts';
import type { Colors } from '../../invocation.ts';
import { type Finding, findingsByRule } from './findings.ts';

/** Modules of a chain or cycle that are written: its beginning says enough. */
const MOST_WRITTEN = 12;

/** What was found for people: rule by rule with its reason, each finding with its place. Known findings are counted and not listed. */
export function drawFindings(envelope: Envelope, colors: Colors): string {
  const { counts, rules, verdict } = envelope.result as CheckResult;
  const { bold, dim } = colors;
  const blocks = findingsByRule(envelope).flatMap(({ rule, findings }) => {
    const added = findings.filter(({ baseline }) => !baseline);
    if (added.length === 0) return [];
    const head = `${severityOf(rule.severity, colors)}  ${bold(printable(rule.name))}  ${dim(plural(added.length, 'finding'))}`;
    const why = rule.comment === undefined ? [] : [dim(`  ${printable(rule.comment)}`)];
    return [[head, ...why, ...added.flatMap((finding) => drawFinding(finding, colors))].join('\n')];
  });
  const total = [
    plural(counts.error, 'error'),
    plural(counts.warning, 'warning'),
    plural(counts.note, 'note'),
    ...(counts.baseline > 0 ? [`${counts.baseline} known by the baseline`] : []),
  ].join(', ');
  const unknown = verdict === 'unknown' ? '; too little of the project is known to say that nothing is wrong' : '';
  return `${[...blocks, `${bold(total)} from ${plural(rules.length, 'rule')}${unknown}`].join('\n\n')}\n`;
}

function drawFinding({ message, location, path, modules, count }: Finding, { dim }: Colors): string[] {
  const { path: file, line, column } = location;
  const times = modules === undefined && count > 1 ? dim(` (${count} places)`) : '';
  const listed = path && path.length > 2 ? path : modules;
  const steps = listed ? [dim(`    ${printable(shorten(listed).join(' → '))}`)] : [];
  return [`  ${printable(`${file}:${line}:${column}`)}  ${printable(message)}${times}`, ...steps];
}

function shorten(ids: readonly string[]): readonly string[] {
  return ids.length <= MOST_WRITTEN ? ids : [...ids.slice(0, MOST_WRITTEN), `… ${ids.length - MOST_WRITTEN} more`];
}

function severityOf(severity: Finding['severity'], { red, yellow, cyan }: Colors): string {
  return { error: red, warning: yellow, note: cyan }[severity](severity);
}
