import { Piscina } from 'piscina';
import { type PackedFacts, unpackGraphFacts } from '../../../facts/packed-facts.ts';
import type { FileFacts, SourceFile } from '../../../facts/records.ts';
import { bundlerOf } from '../../../facts/scan/bundler-configs.ts';
import { resolvePackageFile } from '../package-files.ts';
import { threadsStarted } from '../threads-started.ts';
import { URGENT, UrgentFirstQueue } from './urgent-first-queue.ts';

/** What a parse worker is given once. */
export interface ParseWorkerData {
  readonly root: string;
  /** The in-flight notes; each worker takes the next slot. */
  readonly notes: string;
  readonly nextSlot: SharedArrayBuffer;
  readonly minified: boolean;
  /** Whether symbols are extracted too. */
  readonly symbols: boolean;
}

/** A batch: paths, and the numbers by which the notes know them. */
export interface ParseTask {
  readonly paths: readonly string[];
  readonly numbers: readonly number[];
  /** Goes before the batches that wait already: no import can be followed before the aliases of bundlers are known. */
  readonly isUrgent?: true;
}

/** A source with its number in the notes. */
export type NumberedFile = Pick<SourceFile, 'path' | 'size'> & { readonly number: number };

export interface ParsePoolOptions extends Omit<ParseWorkerData, 'nextSlot'> {
  readonly workers: number;
  /** Start all threads at once, because there is work for all of them. */
  readonly eager: boolean;
  /** Hears of every batch, as what the graph needs of it and as it was handed over. */
  readonly onParsed: (facts: readonly FileFacts[], packed: PackedFacts) => void;
}

export interface ParsePool {
  /** Facts of files, in any order. Suspects come first, and one at a time. */
  parse(files: readonly NumberedFile[], suspects: ReadonlySet<string>): Promise<FileFacts[]>;
  close(): Promise<void>;
}

/** Above this a file's syntax tree can take hundreds of megabytes: one at a time over all workers. */
const LARGE_FILE_BYTES = 512 * 1024;
/** Small enough to keep all workers busy to the end, large enough that a task's own cost does not show. */
const BATCH_BYTES = 384 * 1024;
const BATCH_FILES = 96;

/** Worker threads that parse files and extract their facts. */
export function openParsePool({ workers, eager, onParsed, ...workerData }: ParsePoolOptions): ParsePool {
  const nextSlot = new SharedArrayBuffer(4);
  const pool = new Piscina<ParseTask, PackedFacts>({
    filename: resolvePackageFile('#workers/parse.cjs'),
    minThreads: eager ? workers : 1,
    maxThreads: workers,
    // Each worker takes the next slot of the notes, and there are as many slots as workers: none may end and be replaced.
    idleTimeout: Number.POSITIVE_INFINITY,
    taskQueue: new UrgentFirstQueue(),
    workerData: { ...workerData, nextSlot } satisfies ParseWorkerData,
    // SWC parses by recursion: this stack takes 200,000 levels of most forms and costs nothing until it is used.
    resourceLimits: { stackSizeMb: 1024 },
  });
  const run = async (task: ParseTask): Promise<FileFacts[]> => {
    const packed = await pool.run(task.isUrgent ? { ...task, ...URGENT } : task);
    const facts = unpackGraphFacts(packed);
    onParsed(facts, packed);
    return facts;
  };
  /** Large files of all calls stand in one queue. */
  let turn: Promise<unknown> = Promise.resolve();
  return {
    async parse(files, suspects) {
      const plan = planTasks(files, suspects);
      const facts = await inTurn(plan.suspects, run);
      const ours = turn.then(() => inTurn(plan.large, run));
      turn = ours.catch(() => {});
      const [small, large] = await Promise.all([Promise.all(plan.small.map(run)), ours]);
      return [...facts, ...small.flat(), ...large];
    },
    async close() {
      const slots = new Int32Array(nextSlot);
      const started = () => Atomics.load(slots, 0);
      const expected = () => pool.threads.length;
      // Threads that are up end while the caller goes on, without a turn of the event loop: linking has none.
      if (started() < expected()) await threadsStarted(started, expected);
      await pool.destroy();
    },
  };
}

async function inTurn(
  tasks: readonly ParseTask[],
  run: (task: ParseTask) => Promise<FileFacts[]>,
): Promise<FileFacts[]> {
  const facts: FileFacts[] = [];
  for (const task of tasks) facts.push(...(await run(task)));
  return facts;
}

/** Cuts the list into batches; suspects and large files stand alone. */
export function planTasks(files: readonly NumberedFile[], suspects: ReadonlySet<string>) {
  const plan = { suspects: [] as ParseTask[], large: [] as ParseTask[], small: [] as ParseTask[] };
  const urgent: NumberedFile[] = [];
  let batch: NumberedFile[] = [];
  let bytes = 0;
  const close = () => {
    if (batch.length > 0) plan.small.push(taskOf(batch));
    batch = [];
    bytes = 0;
  };
  for (const file of files) {
    const { path, size } = file;
    const alone = suspects.has(path) ? plan.suspects : size > LARGE_FILE_BYTES ? plan.large : null;
    if (alone) {
      alone.push(taskOf([file]));
      continue;
    }
    if (bundlerOf(path) !== null) {
      urgent.push(file);
      continue;
    }
    if (bytes + size > BATCH_BYTES || batch.length === BATCH_FILES) close();
    batch.push(file);
    bytes += size;
  }
  close();
  if (urgent.length > 0) plan.small.unshift({ ...taskOf(urgent), isUrgent: true });
  return plan;
}

const taskOf = (files: readonly NumberedFile[]): ParseTask => ({
  paths: files.map(({ path }) => path),
  numbers: files.map(({ number }) => number),
});
