import { spawnSync } from 'node:child_process';

export interface ProcessRun {
  readonly milliseconds: number;
  readonly status: number | null;
  readonly stdout: string;
}

/** Runs a Node program to its end and times it from outside, start-up included. */
export function timeProcess(args: readonly string[], cwd: string): ProcessRun {
  const started = performance.now();
  const { status, stdout } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return { milliseconds: performance.now() - started, status, stdout };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/**
 * Runs several programs in turn (A B C, A B C, …), so that a machine that slows down slows all of them, and returns the times of each.
 * One round first is not counted: it fills the file cache.
 */
export function interleave(rounds: number, programs: Readonly<Record<string, () => number>>): Record<string, number[]> {
  const times: Record<string, number[]> = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, run] of Object.entries(programs)) {
      const milliseconds = run();
      if (round >= 0) times[name]?.push(milliseconds);
    }
  }
  return times;
}
