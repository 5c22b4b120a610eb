/**
 * A warm `introspect deps <file> --depth 10` against `node -e 0`, as whole processes in turn:
 *
 *     npm run bench -- warm-deps [root]
 */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildImage } from '../src/session/node/build/build-image.ts';
import { loadInProcess } from '../src/session/node/load-in-process.ts';
import { interleave, median, timeProcess } from './processes.ts';
import { type BenchOptions, writeResult } from './results.ts';

const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

export async function run({ root: given, smoke }: BenchOptions): Promise<void> {
  const root = resolve(given ?? packageRoot);
  const { image: path, files } = await buildImage(root);
  // The module with most imports: an answer that is worth asking for.
  const { graph } = loadInProcess(path).image;
  const degree = (node: number) => (graph.forward.offsets[node + 1] ?? 0) - (graph.forward.offsets[node] ?? 0);
  let target = 0;
  for (let node = 1; node < graph.nodeCount; node++) if (degree(node) > degree(target)) target = node;

  const time =
    (...args: string[]) =>
    () => {
      const { milliseconds, status } = timeProcess(args, root);
      if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
      return milliseconds;
    };
  const cli = join(packageRoot, 'dist/cli.cjs');
  const times = interleave(smoke ? 2 : 20, {
    start: time('-e', '0'),
    deps: time(cli, 'deps', graph.idOf(target), '--depth', '10', '--json'),
    depsUnchecked: time(cli, 'deps', graph.idOf(target), '--depth', '10', '--json', '--no-refresh'),
  });
  const start = median(times.start ?? []);
  const ratio = (name: string) => Number((median(times[name] ?? []) / start).toFixed(2));
  writeResult('warm-deps', {
    root,
    files,
    target: graph.idOf(target),
    startMilliseconds: Math.round(start),
    depsRatio: ratio('deps'),
    depsUncheckedRatio: ratio('depsUnchecked'),
  });
}
