/**
 * Cold build against the parse floor, as whole processes in turn on the same sources:
 *
 *     npm run bench -- cold-build [root]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { interleave, median, timeProcess } from './processes.ts';
import { type BenchOptions, writeResult } from './results.ts';

const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

export async function run({ root: given, smoke }: BenchOptions): Promise<void> {
  const root = resolve(given ?? join(packageRoot, 'node_modules/effect'));
  const images = mkdtempSync(join(tmpdir(), 'conduit-bench-'));
  let memory = 0;
  const floorProcess: number[] = [];
  const programs = {
    floor: () => {
      const process = timeProcess([join(packageRoot, 'dist/bench/floors/parse-floor.js'), root], root);
      const { stdout } = checked(process);
      floorProcess.push(process.milliseconds);
      return (JSON.parse(stdout) as { milliseconds: number }).milliseconds;
    },
    build: () => {
      rmSync(images, { recursive: true, force: true });
      const build = checked(
        timeProcess([join(packageRoot, 'dist/cli.cjs'), 'index', root, '--image-dir', images, '--json'], root),
      );
      const { result } = JSON.parse(build.stdout) as { result: { peakMemoryBytes: number } };
      memory = Math.max(memory, result.peakMemoryBytes);
      return build.milliseconds;
    },
  };
  const times = interleave(smoke ? 1 : 7, programs);
  rmSync(images, { recursive: true, force: true });
  const floor = median(times.floor ?? []);
  const build = median(times.build ?? []);
  writeResult('cold-build', {
    root,
    floorMilliseconds: Math.round(floor),
    buildMilliseconds: Math.round(build),
    ratio: Number((build / floor).toFixed(2)),
    // The floor's own process, which has to start and to list the sources too.
    floorProcessMilliseconds: Math.round(median(floorProcess)),
    processRatio: Number((build / median(floorProcess)).toFixed(2)),
    peakMemoryMegabytes: Math.round(memory / 1e6),
  });
}

function checked<Run extends { status: number | null; stdout: string }>(run: Run): Run {
  if (run.status !== 0) throw new Error(`the process ended with ${run.status}: ${run.stdout.slice(0, 400)}`);
  return run;
}
