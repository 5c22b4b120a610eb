import { Piscina } from 'piscina';
import { type PackedFacts, unpackFacts } from '../../../facts/packed-facts.ts';
import type { FileFacts, SourceFile } from '../../../facts/records.ts';
import { resolvePackageFile } from '../package-files.ts';
import { threadsStarted } from '../threads-started.ts';

/** What a parse worker is given once. */
export interface ParseWorkerData {
  readonly root: string;
  /** The in-flight notes; each worker takes the next slot. */
  readonly notes: string;
  readonly nextSlot: SharedArrayBuffer;
  readonly minified: boolean;
}

/** A batch: paths, and the number by which the notes know the first. */
export interface ParseTask {
  readonly paths: readonly string[];
  readonly firstFile: number;
}

export interface ParsePoolOptions extends Omit<ParseWorkerData, 'nextSlot'> {
  readonly workers: number;
  readonly onParsed: (files: number) => void;
}

/** Above this a file's syntax tree can take hundreds of megabytes: one at a time over all workers. */
const LARGE_FILE_BYTES = 512 * 1024;
/** Small enough to keep all workers busy to the end, large enough that a task's own cost does not show. */
const BATCH_BYTES = 192 * 1024;
const BATCH_FILES = 48;

/** Parses and extracts files in worker threads. `files` are in the order in which the notes count them. */
export async function parseInPool(
  files: readonly SourceFile[],
  suspects: ReadonlySet<string>,
  options: ParsePoolOptions,
): Promise<FileFacts[]> {
  if (files.length === 0) return [];
  const { workers, onParsed, ...workerData } = options;
  const nextSlot = new SharedArrayBuffer(4);
  const pool = new Piscina<ParseTask, PackedFacts>({
    filename: resolvePackageFile('#workers/parse.js'),
    minThreads: 1,
    maxThreads: workers,
    // Each worker takes the next slot of the notes, and there are as many slots as workers: none may end and be replaced.
    idleTimeout: Number.POSITIVE_INFINITY,
    workerData: { ...workerData, nextSlot } satisfies ParseWorkerData,
    // SWC parses by recursion: this stack takes 200,000 levels of most forms and costs nothing until it is used.
    resourceLimits: { stackSizeMb: 1024 },
  });
  const run = async (task: ParseTask): Promise<FileFacts[]> => {
    const facts = unpackFacts(await pool.run(task));
    onParsed(task.paths.length);
    return facts;
  };
  try {
    const plan = planTasks(files, suspects);
    const facts = await inTurn(plan.suspects, run);
    const [small, large] = await Promise.all([Promise.all(plan.small.map(run)), inTurn(plan.large, run)]);
    return [...facts, ...small.flat(), ...large];
  } finally {
    const started = new Int32Array(nextSlot);
    await threadsStarted(
      () => Atomics.load(started, 0),
      () => pool.threads.length,
    );
    await pool.destroy();
  }
}

async function inTurn(
  tasks: readonly ParseTask[],
  run: (task: ParseTask) => Promise<FileFacts[]>,
): Promise<FileFacts[]> {
  const facts: FileFacts[] = [];
  for (const task of tasks) facts.push(...(await run(task)));
  return facts;
}

/** Cuts the list into batches of neighbours; suspects and large files stand alone. */
export function planTasks(files: readonly SourceFile[], suspects: ReadonlySet<string>) {
  const plan = { suspects: [] as ParseTask[], large: [] as ParseTask[], small: [] as ParseTask[] };
  let batch: string[] = [];
  let bytes = 0;
  const close = (end: number) => {
    if (batch.length > 0) plan.small.push({ paths: batch, firstFile: end - batch.length });
    batch = [];
    bytes = 0;
  };
  files.forEach(({ path, size }, index) => {
    const alone = suspects.has(path) ? plan.suspects : size > LARGE_FILE_BYTES ? plan.large : null;
    if (alone) {
      close(index);
      alone.push({ paths: [path], firstFile: index });
      return;
    }
    if (bytes + size > BATCH_BYTES || batch.length === BATCH_FILES) close(index);
    batch.push(path);
    bytes += size;
  });
  close(files.length);
  return plan;
}
