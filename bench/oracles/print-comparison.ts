import { compareCodeUnits } from '../../src/base/text.ts';
import type { EdgeComparison, EdgeDifference } from './compare-edges.ts';

/** Examples of what was left out: enough to judge the reason. */
const MOST_EXAMPLES = 5;

/** @param note what to say of an importer besides, such as which configuration decides for it */
export function comparisonText(title: string, comparison: EdgeComparison, note: (place: string) => string): string {
  const { ours, theirs, both, precision, recall, differences, leftOut, nowhere } = comparison;
  const lines = [
    `\n## ${title}`,
    `edges: ${ours} ours, ${theirs} TypeScript's, ${both} both`,
    `precision ${percent(precision)}   recall ${percent(recall)}`,
    `places that lead nowhere to both: ${nowhere}`,
    `places that differ: ${differences.length}`,
  ];
  for (const [cause, group] of grouped(differences)) {
    lines.push(`\n${cause}: ${group.length}`, ...group.map((difference) => line(difference, note)));
  }
  for (const [reason, group] of [...leftOut].sort(([a], [b]) => compareCodeUnits(a, b))) {
    lines.push(`\nleft out, ${reason}: ${group.length}; for instance`);
    lines.push(...group.slice(0, MOST_EXAMPLES).map((difference) => line(difference, note)));
  }
  return lines.join('\n');
}

function grouped(differences: readonly EdgeDifference[]): [string, EdgeDifference[]][] {
  const groups = new Map<string, EdgeDifference[]>();
  for (const difference of differences) {
    groups.set(difference.cause, [...(groups.get(difference.cause) ?? []), difference]);
  }
  return [...groups].sort(([a, left], [b, right]) => right.length - left.length || compareCodeUnits(a, b));
}

function line({ place, ours, theirs }: EdgeDifference, note: (place: string) => string): string {
  return `  ${place}  ours ${ours}  theirs ${theirs}  ${note(place)}`;
}

export const percent = (share: number): string => `${(100 * share).toFixed(3)} %`;
