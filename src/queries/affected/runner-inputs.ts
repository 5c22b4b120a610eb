import type { ImageReader } from '../../image/reader.ts';
import { namesTests } from '../test-files.ts';

/** Settings of test runners, and those for tests of tools that bundle as well. */
const OF_RUNNER = /^(?:jest|playwright|cypress|mocha|ava|karma) |^vite(?:st)? (?:.*\.)?test\./;

/**
 * Modules that the configuration of a test runner names without being tests: set-up files, environments, reporters, stand-ins. No import leads to them, and every
 * test of their package runs with them.
 * @returns by node, the folders below which they count, each with a `/` at its end; empty for the root
 */
export function runnerInputs({ project }: Pick<ImageReader, 'project'>): ReadonlyMap<number, ReadonlySet<string>> {
  const found = new Map<number, Set<string>>();
  for (const { kind, key, node, package: number } of project.entries) {
    if (kind !== 'tool' || node === null || !OF_RUNNER.test(key) || namesTests(key)) continue;
    const { directory = '' } = project.packages[number] ?? {};
    const folders = found.get(node) ?? new Set();
    found.set(node, folders.add(directory === '' ? '' : `${directory}/`));
  }
  return found;
}
