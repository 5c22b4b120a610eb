import type { ImageReader } from '../../image/reader.ts';
import { namesTests, OF_RUNNER } from '../test-files.ts';
import { isRunningConfig } from './input-kinds.ts';

/**
 * Modules that the configuration of a test runner names without being tests: set-up files, environments, reporters, stand-ins; and configurations that a script of a
 * package names, wherever they lie (`vitest --config ../../vitest.shared.config.ts`). No import leads to them, and every test of the package runs with them.
 * @returns by node, the folders below which they count, each with a `/` at its end; empty for the root
 */
export function runnerInputs({
  graph,
  project,
}: Pick<ImageReader, 'graph' | 'project'>): ReadonlyMap<number, ReadonlySet<string>> {
  const found = new Map<number, Set<string>>();
  for (const { kind, key, node, package: number } of project.entries) {
    if (node === null) continue;
    const isNamed = kind === 'tool' && OF_RUNNER.test(key) && !namesTests(key);
    if (!isNamed && !(kind === 'script' && isRunningConfig(graph.idOf(node)))) continue;
    const { directory = '' } = project.packages[number] ?? {};
    const folders = found.get(node) ?? new Set();
    found.set(node, folders.add(directory === '' ? '' : `${directory}/`));
  }
  return found;
}
