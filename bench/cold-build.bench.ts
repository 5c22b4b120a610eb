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
  const memory = { graph: 0, everything: 0 };
  const timeBuild = (what: keyof typeof memory, options: readonly string[]): number => {
    rmSync(images, { recursive: true, force: true });
    const command = [join(packageRoot, 'dist/cli.cjs'), 'index', root, '--image-dir', images, '--json', ...options];
    const build = checked(timeProcess(command, root));
    const { result } = JSON.parse(build.stdout) as { result: { peakMemoryBytes: number } };
    memory[what] = Math.max(memory[what], result.peakMemoryBytes);
    return build.milliseconds;
  };
  const floorProcess: number[] = [];
  const programs = {
    floor: () => {
      const process = timeProcess([join(packageRoot, 'dist/bench/floors/parse-floor.js'), root], root);
      const { stdout } = checked(process);
      floorProcess.push(process.milliseconds);
      return (JSON.parse(stdout) as { milliseconds: number }).milliseconds;
    },
    graph: () => timeBuild('graph', ['--no-symbols']),
    everything: () => timeBuild('everything', []),
  };
  const times = interleave(smoke ? 1 : 7, programs);
  rmSync(images, { recursive: true, force: true });
  const floor = median(times.floor ?? []);
  const figures = (what: keyof typeof memory) => {
    const build = median(times[what] ?? []);
    return {
      milliseconds: Math.round(build),
      ratio: Number((build / floor).toFixed(2)),
      processRatio: Number((build / median(floorProcess)).toFixed(2)),
      peakMemoryMegabytes: Math.round(memory[what] / 1e6),
    };
  };
  writeResult('cold-build', {
    root,
    floorMilliseconds: Math.round(floor),
    // The floor's own process, which has to start and to list the sources too.
    floorProcessMilliseconds: Math.round(median(floorProcess)),
    graph: figures('graph'),
    everything: figures('everything'),
  });
}

function checked<Run extends { status: number | null; stdout: string }>(run: Run): Run {
  if (run.status !== 0) throw new Error(`the process ended with ${run.status}: ${run.stdout.slice(0, 400)}`);
  return run;
}
