import {
  CONTROL_HEADER_BYTES,
  CONTROL_LINE_BYTES,
  CONTROL_POINTER,
  HEADER_CURRENT,
  HEADER_SLOTS,
  HEADER_WORKERS,
  LINE_READERS,
  MAX_SLOTS,
} from '../../assembly/layout.ts';

/**
 * The words by which the threads of one memory agree; drawn in assembly/layout.ts. Only ever touched through
 * `Atomics`, which also accepts memory that is not shared.
 */
export type ControlBlock = Int32Array;

const HEADER_WORDS = CONTROL_HEADER_BYTES / 4;
const LINE_WORDS = CONTROL_LINE_BYTES / 4;

/** Bytes of a control block for that many workers. */
export function controlBytesFor(workers: number): number {
  return CONTROL_HEADER_BYTES + workers * CONTROL_LINE_BYTES;
}

/**
 * Prepares a memory for `workers` readers and `slots` images: nobody reads, nothing is current. Once, by the
 * publisher, before any worker starts.
 */
export function createControlBlock(memory: WebAssembly.Memory, workers: number, slots: number): ControlBlock {
  if (slots < 1 || slots > MAX_SLOTS) throw new RangeError(`a control block has 1 to ${MAX_SLOTS} slots, not ${slots}`);
  const control = new Int32Array(memory.buffer, CONTROL_POINTER, controlBytesFor(workers) / 4);
  control.fill(0);
  Atomics.store(control, HEADER_WORKERS, workers);
  Atomics.store(control, HEADER_SLOTS, slots);
  Atomics.store(control, HEADER_CURRENT, -1);
  return control;
}

/** The control block of a memory that {@link createControlBlock} prepared, seen from another thread. */
export function openControlBlock(memory: WebAssembly.Memory): ControlBlock {
  const header = new Int32Array(memory.buffer, CONTROL_POINTER, HEADER_WORDS);
  const workers = Atomics.load(header, HEADER_WORKERS);
  return new Int32Array(memory.buffer, CONTROL_POINTER, controlBytesFor(workers) / 4);
}

/** Position of the first word of a worker's line. */
export function lineOf(control: ControlBlock, worker: number): number {
  const line = HEADER_WORDS + worker * LINE_WORDS;
  if (worker < 0 || line + LINE_WORDS > control.length) throw new RangeError(`the memory has no worker ${worker}`);
  return line;
}

/** Position of the word that counts a worker's reads in progress in a slot. */
export function readersWord(control: ControlBlock, worker: number, slot: number): number {
  return lineOf(control, worker) + LINE_READERS + slot;
}
