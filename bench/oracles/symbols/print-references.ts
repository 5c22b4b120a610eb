import { percent } from '../print-comparison.ts';
import { type SymbolComparison, totals } from './compare-references.ts';

/** Shares of each group, then every symbol on which the two differ. */
export function comparisonReport(references: readonly SymbolComparison[], calls: readonly SymbolComparison[]): string {
  const ofGroup = (group: string) => references.filter(({ place }) => place.group === group);
  return [
    summary('top level', ofGroup('top level')),
    summary('members', ofGroup('member')),
    summary('calls', calls),
    ...differences('references', references),
    ...differences('calls', calls),
  ].join('\n');
}

function summary(title: string, comparisons: readonly SymbolComparison[]): string {
  const { symbols, unknown, both, extra, missing, inDocs, precision, recall, labelled } = totals(comparisons);
  return (
    `${title}: ${symbols} symbols (${unknown} not known to us), ${both} places in common, ${extra} only ours, ${missing} only TypeScript's` +
    ` (${inDocs} of them in comments, ${labelled} of symbols whose answer says that some are unresolved)\n` +
    `  precision ${percent(precision)}   recall ${percent(recall)}`
  );
}

function differences(title: string, comparisons: readonly SymbolComparison[]): string[] {
  const different = comparisons.filter(
    ({ id, extra, missing, missingInDocs }) => id === null || extra.length + missing.length + missingInDocs.length > 0,
  );
  return [
    `\n## ${title}: ${different.length} symbols differ`,
    ...different.flatMap(({ place, id, both, extra, missing, missingInDocs, unresolved }) => [
      `${place.path}:${place.line}:${place.column} ${place.name} → ${id ?? 'not known'}; ${both} in common, ${unresolved} unresolved`,
      ...extra.map((key) => `  only ours     ${key}`),
      ...missing.map((key) => `  only theirs   ${key}`),
      ...missingInDocs.map((key) => `  only theirs   ${key} (in a comment)`),
    ]),
  ];
}
