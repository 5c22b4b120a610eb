import { execFileSync } from 'node:child_process';
import { isTestFile } from '../../src/queries/test-files.ts';
import { isSameCode } from './same-code.ts';

/** A commit that changes a test and a source together. */
export interface QualifyingCommit {
  readonly commit: string;
  readonly subject: string;
  /** Added or modified, by their paths. */
  readonly tests: readonly string[];
  /** Added or modified, those of which only comments and white space differ left out. */
  readonly sources: readonly string[];
  /** Why it does not count after all: each of its sources differs in comments and white space only. */
  readonly onlyComments: boolean;
}

/**
 * The commits, from the checked-out one back, that change a test and a source together: no merges; at least one test (as `affected` knows tests) and at least one
 * other source are added or modified. Sources are `.ts .tsx .mts .cts .js .jsx .mjs .cjs .vue .svelte .astro` that are no declarations and no configuration in a
 * root of a package, and lie in no folder of test support (`fixtures`, `__snapshots__`, `__mocks__`, `test-utils` …). None is left out; those whose sources
 * differ in comments and white space only, by TypeScript's parser, are marked, since such a change affects nothing.
 */
export function* qualifyingCommits(root: string): Generator<QualifyingCommit> {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 30 });
  const log = git('log', '--no-merges', '--no-renames', '--name-status', '-z', '--format=%x01%H%x02%s%x02');
  for (const entry of log.split('\u0001').slice(1)) {
    const [commit = '', subject = '', files = ''] = entry.split('\u0002');
    const words = files.replace(/^[\0\n]+/, '').split('\0');
    const changed: { status: string; path: string }[] = [];
    for (let at = 0; at + 1 < words.length; at += 2) {
      const [status = '', path = ''] = words.slice(at, at + 2);
      if (/^[AM]/.test(status)) changed.push({ status, path });
    }
    const tests = changed.map(({ path }) => path).filter(isTestFile);
    const touched = changed.filter(({ path }) => isPlainSource(path));
    if (tests.length === 0 || touched.length === 0) continue;
    const sources = touched
      .filter(({ status, path }) => status === 'A' || !isSameCode(path, show(`${commit}^`, path), show(commit, path)))
      .map(({ path }) => path);
    yield { commit, subject, tests, sources, onlyComments: sources.length === 0 };
  }

  function show(commit: string, path: string): string {
    return git('show', `${commit}:${path}`);
  }
}

function isPlainSource(path: string): boolean {
  if (!/\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/.test(path) || /\.d\.[cm]?ts$/.test(path) || isTestFile(path))
    return false;
  if (/(?:^|\/)(?:\.[^/]+|__\w+__|fixtures?|test-?utils?|tests?|e2e|docs?|examples?|integration-tests)\//.test(path))
    return false;
  return !/(?:^|\/)[\w.-]+\.(?:config|setup)\.[cm]?[jt]s$/.test(path);
}
