import { MISS_REASONS } from './reason-of-miss.ts';
import type { ReplayedCommit, ReplayedTest } from './replay-commit.ts';

/** A commit in a line, and a line for each of its tests that was not named. */
export function describeCommit({ commit, tests, testCount, bySymbols, byModules }: ReplayedCommit): string[] {
  const head = `${commit.commit.slice(0, 10)} `;
  const subject = commit.subject.slice(0, 60);
  if (tests.length === 0) return [`${head} changes no test: the runners take none for one  ${subject}`];
  const shares = `${percent(bySymbols)} (${percent(byModules)} by modules) of ${testCount}`;
  return [
    `${head} named ${tests.filter(isNamed).length}/${tests.length}  ${shares}  ${subject}`,
    ...tests.filter(isMissed).map(({ path, reason }) => `             missed, ${reason}: ${path}`),
  ];
}

/** The literal count first, then the one of what `affected` could know. */
export function summarise(rows: readonly ReplayedCommit[]): string[] {
  const tests = rows.flatMap((row) => row.tests);
  const missed = tests.filter(isMissed);
  const reasons = MISS_REASONS.map((reason) => `${missed.filter((test) => test.reason === reason).length} ${reason}`);
  const joined = rows.map((row) => row.tests.filter(isJoined)).filter((tests) => tests.length > 0);
  return [
    `${rows.length} commits, none skipped; ${counted(rows.map((row) => row.tests))}; missed: ${reasons.join(', ')}`,
    `only tests that imports join to code that changed: ${joined.length} commits; ${counted(joined)}`,
    `median share of tests: ${percent(median(rows.map((row) => row.bySymbols)))}; by modules ${percent(median(rows.map((row) => row.byModules)))}`,
  ];
}

const isNamed = (test: ReplayedTest): boolean => test.isNamed;
const isMissed = (test: ReplayedTest): boolean => !test.isNamed;
const isJoined = (test: ReplayedTest): boolean => test.reason === 'a chain may exist';

function counted(commits: readonly (readonly ReplayedTest[])[]): string {
  const tests = commits.flat();
  const whole = commits.filter((tests) => tests.every(isNamed)).length;
  return `all tests named in ${whole}; ${tests.filter(isNamed).length} of ${tests.length} tests named`;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
