// One reader of test/wasm/slots.test.ts: reads the current slot over and over and says how often it was torn.
import { parentPort, workerData } from 'node:worker_threads';
import { openControlBlock } from '../../src/wasm/control-block.ts';
import { createReader } from '../../src/wasm/slots.ts';

export interface SlotReaderTask {
  readonly memory: WebAssembly.Memory;
  readonly worker: number;
  /** Byte address of each slot, all of `words` 32-bit words. */
  readonly slots: readonly number[];
  readonly words: number;
  /** Reads to do; Infinity to read until terminated. */
  readonly reads: number;
  /** End by standing still inside a slot: what a worker looks like that is killed in the middle of a query. */
  readonly stayInside: boolean;
}

export interface SlotReaderReport {
  readonly reads: number;
  /** Reads that met two values in one slot, or another generation than at the start. */
  readonly torn: number;
  /** How many publications it met. */
  readonly generations: number;
}

const task = workerData as SlotReaderTask;
const control = openControlBlock(task.memory);
const reader = createReader(control, task.worker);
const views = task.slots.map((pointer) => new Int32Array(task.memory.buffer, pointer, task.words));

// Now and then a pause between reading which slot is current and counting oneself in. That gap is what the protocol
// is about; as it is, a thread is seldom interrupted there, and a reader without the second look would pass the test.
const add = Atomics.add;
let operations = 0;
Atomics.add = ((...operands: Parameters<typeof add>) => {
  if (operations++ % 16 === 0) for (let spin = 0; spin < 2000; spin++) Atomics.load(control, 0);
  return add(...operands);
}) as typeof add;

let torn = 0;
let generations = 0;
let last = 0;
for (let read = 0; read < task.reads; read++) {
  const slot = reader.enter();
  const view = views[slot];
  if (!view) throw new Error(`entered slot ${slot}`);
  const generation = reader.generationOf(slot);
  if (generation !== last) generations++;
  last = generation;
  for (const value of view) {
    if (value !== generation) {
      torn++;
      break;
    }
  }
  reader.leave(slot);
}
if (task.stayInside) reader.enter();
parentPort?.postMessage({ reads: task.reads, torn, generations } satisfies SlotReaderReport);
if (task.stayInside) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
