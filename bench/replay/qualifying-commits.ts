import { execFileSync } from 'node:child_process';
import { isTestFile } from '../../src/queries/test-files.ts';

/** A commit that changes a test and a source together. */
export interface QualifyingCommit {
  readonly commit: string;
  readonly subject: string;
  readonly tests: readonly string[];
  readonly sources: readonly string[];
}

/**
 * The last commits, from the checked-out one back, that qualify: not a merge; at least one test (as `affected` knows tests) and at least one other source
 * are added or modified by it. Sources are `.ts .tsx .mts .cts .js .jsx .mjs .cjs .vue .svelte .astro` that are no declarations and no configuration in a root of a
 * package, and lie in no folder of test support (`fixtures`, `__snapshots__`, `__mocks__`, `test-utils` …). None that qualifies is skipped.
 */
export function qualifyingCommits(root: string, count: number): QualifyingCommit[] {
  const log = execFileSync(
    'git',
    ['log', '--no-merges', '--no-renames', '--name-status', '-z', '--format=%x01%H%x02%s%x02'],
    { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30 },
  );
  const found: QualifyingCommit[] = [];
  for (const entry of log.split('\u0001').slice(1)) {
    const [commit = '', subject = '', files = ''] = entry.split('\u0002');
    const words = files.replace(/^[\0\n]+/, '').split('\0');
    const changed: string[] = [];
    for (let at = 0; at + 1 < words.length; at += 2)
      if (/^[AM]/.test(words[at] ?? '')) changed.push(words[at + 1] ?? '');
    const tests = changed.filter(isTestFile);
    const sources = changed.filter(isPlainSource);
    if (tests.length > 0 && sources.length > 0) found.push({ commit, subject, tests, sources });
    if (found.length === count) break;
  }
  return found;
}

function isPlainSource(path: string): boolean {
  if (!/\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/.test(path) || /\.d\.[cm]?ts$/.test(path) || isTestFile(path))
    return false;
  if (/(?:^|\/)(?:\.[^/]+|__\w+__|fixtures?|test-?utils?|tests?|e2e|docs?|examples?|integration-tests)\//.test(path))
    return false;
  return !/(?:^|\/)[\w.-]+\.(?:config|setup)\.[cm]?[jt]s$/.test(path);
}
