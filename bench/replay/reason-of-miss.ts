import { execFileSync } from 'node:child_process';
import { importChains } from './import-chains.ts';
import { previousVersions } from './previous-versions.ts';
import type { QualifyingCommit } from './qualifying-commits.ts';
import { isSameCode } from './same-code.ts';

/** Why a test that a commit changed may not be named: what `affected` could go by is not there, or is there and was not followed. */
export const MISS_REASONS = ['comments only', 'no chain of imports', 'a chain may exist'] as const;
export type MissReason = (typeof MISS_REASONS)[number];

/**
 * Sorts the tests of a commit by what joins them to its sources, before the commit or after, in a way that shares nothing with what is judged: whether the sources differ in more than comments
 * and white space, and whether a chain of imports, guessed widely from the text, leads from the test to one that does.
 */
export function missReasons(root: string, { commit, sources }: QualifyingCommit): (test: string) => MissReason {
  const show = (revision: string, path: string) =>
    execFileSync('git', ['show', `${revision}:${path}`], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30 });
  const others = sources.filter(
    ({ path, isNew }) => isNew || !isSameCode(path, show(`${commit}^`, path), show(commit, path)),
  );
  const reaches = importChains(root, previousVersions(root, commit));
  const targets = new Set(others.map(({ path }) => path));
  return (test) => {
    if (targets.size === 0) return 'comments only';
    return reaches(test, targets) ? 'a chain may exist' : 'no chain of imports';
  };
}
