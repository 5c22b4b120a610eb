import { execFileSync } from 'node:child_process';
import { isTestFile } from '../../src/queries/test-files.ts';

/** A commit that changes a test and a source together. */
export interface QualifyingCommit {
  readonly commit: string;
  readonly subject: string;
  /** Added or modified, by their paths. */
  readonly tests: readonly string[];
  readonly sources: readonly { readonly path: string; readonly isNew: boolean }[];
}

/**
 * The commits, from the checked-out one back, that change a test and a source together: no merges; at least one test (as `affected` knows tests by their paths) and at least one
 * other source are added or modified. Sources are `.ts .tsx .mts .cts .js .jsx .mjs .cjs .vue .svelte .astro` that are no declarations and no configuration in a
 * root of a package, and lie in no folder of test support (`fixtures`, `__snapshots__`, `__mocks__`, `test-utils` …). None is left out.
 */
export function* qualifyingCommits(root: string): Generator<QualifyingCommit> {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30 });
  const log = git('log', '--no-merges', '--no-renames', '--name-status', '-z', '--format=%x01%H%x02%s%x02');
  for (const entry of log.split('\u0001').slice(1)) {
    const [commit = '', subject = '', files = ''] = entry.split('\u0002');
    const words = files.replace(/^[\0\n]+/, '').split('\0');
    const changed: { isNew: boolean; path: string }[] = [];
    for (let at = 0; at + 1 < words.length; at += 2) {
      const [status = '', path = ''] = words.slice(at, at + 2);
      if (/^[AM]/.test(status)) changed.push({ isNew: status === 'A', path });
    }
    const tests = changed.map(({ path }) => path).filter(isTestFile);
    const sources = changed.filter(({ path }) => isPlainSource(path));
    if (tests.length > 0 && sources.length > 0) yield { commit, subject, tests, sources };
  }
}

function isPlainSource(path: string): boolean {
  if (!/\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/.test(path) || /\.d\.[cm]?ts$/.test(path) || isTestFile(path))
    return false;
  if (/(?:^|\/)(?:\.[^/]+|__\w+__|fixtures?|test-?utils?|tests?|e2e|docs?|examples?|integration-tests)\//.test(path))
    return false;
  return !/(?:^|\/)[\w.-]+\.(?:config|setup)\.[cm]?[jt]s$/.test(path);
}
