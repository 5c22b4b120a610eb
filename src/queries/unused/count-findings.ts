import type { Draft } from './draft.ts';
import type { Confidence, Issue } from './finding-schemas.ts';

/** Of each issue all findings that are asked for, in the order of the answer. */
export type FindingLists = Readonly<Record<Issue, readonly Draft<unknown>[]>>;

export type FindingCounts = Readonly<Record<Issue, Readonly<Record<Confidence, number>>>>;

/** How many findings there are of each issue, by how sure they are. */
export function countFindings(lists: FindingLists): FindingCounts {
  const countOf = (list: readonly Draft<unknown>[]): Record<Confidence, number> => {
    const counts = { high: 0, medium: 0, low: 0 };
    for (const { confidence } of list) counts[confidence]++;
    return counts;
  };
  return {
    files: countOf(lists.files),
    exports: countOf(lists.exports),
    members: countOf(lists.members),
    duplicates: countOf(lists.duplicates),
    dependencies: countOf(lists.dependencies),
  };
}
