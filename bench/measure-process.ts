import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { residentBytesOfTree } from './process-tree.ts';

/** What a whole program cost, its children included. */
export interface Measured {
  /** From outside: start-up and end included. */
  readonly milliseconds: number;
  /** User and system time of all processes; null where the shell did not live to tell. */
  readonly cpuMilliseconds: number | null;
  /** Highest sum of resident memory over the process tree, sampled; null where there is no /proc. */
  readonly peakBytes: number | null;
  /** Null when a signal ended it. */
  readonly status: number | null;
  /** It was killed for being slower than the limit. */
  readonly overLimit: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Limits {
  readonly cwd: string;
  readonly milliseconds: number;
}

/** The shell knows what its children cost, Node does not: `times` prints it, theirs on the second line. */
const TIMED = '"$@" 3>&-; status=$?; times >&3; exit $status';

/** Often enough for a program of a fifth of a second; a sample of three processes costs about 0.1 ms. */
const SAMPLE_MILLISECONDS = 10;

/**
 * Runs a program to its end or to the limit. Its output goes to files: a full pipe would make it wait for us, and some programs
 * lose what is still in a pipe when they exit.
 */
export async function measureProcess(command: readonly string[], limits: Limits): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'conduit-measure-'));
  const [stdout, stderr] = [join(folder, 'stdout'), join(folder, 'stderr')];
  const files = [openSync(stdout, 'w'), openSync(stderr, 'w')];
  try {
    const started = performance.now();
    // A group of its own, so that the limit ends children too.
    const child = spawn('/bin/sh', ['-c', TIMED, 'sh', ...command], {
      cwd: limits.cwd,
      detached: true,
      stdio: ['ignore', files[0], files[1], 'pipe'],
    });
    const times = text(child.stdio[3] as NodeJS.ReadableStream);
    const { at, status, peak, overLimit } = await watch(child, limits.milliseconds);
    return {
      milliseconds: at - started,
      cpuMilliseconds: parseTimes(await times),
      peakBytes: peak === 0 ? null : peak,
      status,
      overLimit,
      stdout: readFileSync(stdout, 'utf8'),
      stderr: readFileSync(stderr, 'utf8'),
    };
  } finally {
    for (const file of files) closeSync(file);
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Watched {
  /** When it ended, by `performance.now()`. */
  readonly at: number;
  readonly status: number | null;
  readonly peak: number;
  readonly overLimit: boolean;
}

/** Samples the memory of a process until it ends, and ends its group when the limit has passed or we are interrupted. */
async function watch(child: ChildProcess, milliseconds: number): Promise<Watched> {
  const endGroup = (): void => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGKILL');
  };
  let peak = 0;
  const sampler = setInterval(() => {
    peak = Math.max(peak, residentBytesOfTree(child.pid ?? 0));
  }, SAMPLE_MILLISECONDS);
  let overLimit = false;
  const limit = setTimeout(() => {
    overLimit = true;
    endGroup();
  }, milliseconds);
  // A group of its own does not hear of the terminal's interrupt.
  const interrupted = (): never => {
    endGroup();
    process.exit(130);
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return await new Promise<Watched>((resolve, reject) => {
      child.once('exit', (status) => resolve({ at: performance.now(), status, peak, overLimit }));
      child.once('error', reject);
    });
  } finally {
    clearInterval(sampler);
    clearTimeout(limit);
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  }
}

/** Milliseconds of the second line of what `times` prints: `1m2.345s 0m0.678s`. */
export function parseTimes(printed: string): number | null {
  const own = [...(printed.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  if (own.length !== 2) return null;
  return Math.round(
    own.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000, 0),
  );
}
