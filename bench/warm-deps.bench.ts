/**
 * A warm `introspect deps <file> --depth 10` against `node -e 0`, and what looks at the whole project against that and the sweep
 * floor; whole processes in turn:
 *
 *     npm run bench -- warm-deps [root]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildImage } from '../src/session/node/build/build-image.ts';
import { loadInProcess } from '../src/session/node/load-in-process.ts';
import { pickTargets } from './pick-targets.ts';
import { interleave, median, timeProcess } from './processes.ts';
import { type BenchOptions, writeResult } from './results.ts';

const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

export async function run({ root: given, smoke }: BenchOptions): Promise<void> {
  const root = resolve(given ?? packageRoot);
  const images = mkdtempSync(join(tmpdir(), 'conduit-bench-'));
  const { image: path, files } = await buildImage(root, { imageDirectory: images });
  const { narrow, widest } = pickTargets(loadInProcess(path));
  const time =
    (...args: string[]) =>
    () => {
      const { milliseconds, status } = timeProcess(args, root);
      if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
      return milliseconds;
    };
  const deps = (target: string, ...options: string[]) =>
    time(join(packageRoot, 'dist/cli.cjs'), 'deps', target, '--image-dir', images, '--json', ...options);
  const times = interleave(smoke ? 2 : 20, {
    start: time('-e', '0'),
    sweep: time(join(packageRoot, 'dist/bench/floors/sweep-floor.js'), root),
    deps: deps(narrow),
    depsUnchecked: deps(narrow, '--no-refresh'),
    depsWide: deps(widest),
    reverse: deps(narrow, '--reverse', '--depth', '1'),
  });
  rmSync(images, { recursive: true, force: true });
  const of = (name: string) => median(times[name] ?? []);
  const ratio = (name: string) => Number((of(name) / of('start')).toFixed(2));
  writeResult('warm-deps', {
    root,
    files,
    target: narrow,
    widestTarget: widest,
    startMilliseconds: Math.round(of('start')),
    depsRatio: ratio('deps'),
    depsUncheckedRatio: ratio('depsUnchecked'),
    depsWideRatio: ratio('depsWide'),
    // The budget of a look at the whole project: two starts and the sweep, which is a process with a start of its own.
    reverseRatio: Number((of('reverse') / (of('start') + of('sweep'))).toFixed(2)),
    sweepMilliseconds: Math.round(of('sweep') - of('start')),
  });
}
