/**
 * Many readers, one publisher, no lock. An image lies in a slot; a reader says so before it reads, the publisher
 * looks before it overwrites.
 *
 *   reader                                     publisher
 *   1  slot ← current                          1  a slot that is not current and that nobody reads
 *   2  readers[worker, slot] += 1              2  write the image into it
 *   3  current = slot? read                    3  current ← slot
 *      else readers[worker, slot] −= 1, again  4  the old slot is free once its readers are gone
 *   4  readers[worker, slot] −= 1
 *
 * Step 3 of the reader closes the gap between its steps 1 and 2, in which the slot may have been replaced, seen to be
 * unread, and half overwritten. Either the publisher sees the count, or the reader sees the new current: `Atomics`
 * are sequentially consistent. A slot that was replaced and published again in that gap is current and whole.
 *
 * A reader never waits: it retries only when an image was published at that very moment. Counters belong to workers,
 * so those of a worker that died can be cleared without knowing what it was doing.
 */
import {
  CONTROL_LINE_BYTES,
  HEADER_CURRENT,
  HEADER_GENERATION,
  HEADER_SLOT_GENERATIONS,
  HEADER_SLOTS,
  HEADER_WORKERS,
} from '../../assembly/layout.ts';
import { type ControlBlock, lineOf, readersWord } from './control-block.ts';

/** One worker's side. */
export interface SlotReader {
  /** Takes the current slot, which stays as it is until {@link leave}; -1 when nothing has been published yet. */
  enter(): number;
  leave(slot: number): void;
  /** Which publication a slot holds, counted from 1. Stable between enter and leave; tells when to open an image anew. */
  generationOf(slot: number): number;
}

/** The side of the one thread that replaces images. */
export interface SlotPublisher {
  /** The slot that new readers take, -1 before the first publication. */
  current(): number;
  /** A slot to write into: neither current nor read by anybody; -1 when there is none just now. */
  freeSlot(): number;
  /** Makes a slot current, whose image is complete; returns its generation. */
  publish(slot: number): number;
  /** True once nobody reads a slot any more. It stays so for every slot but the current one. */
  drained(slot: number): boolean;
  /** Forgets a worker that has ended. Call it on the thread's `exit` event: only then can it no longer read. */
  clearWorker(worker: number): void;
}

export function createReader(control: ControlBlock, worker: number): SlotReader {
  const first = readersWord(control, worker, 0);
  return {
    enter() {
      for (;;) {
        const slot = Atomics.load(control, HEADER_CURRENT);
        if (slot < 0) return -1;
        Atomics.add(control, first + slot, 1);
        if (Atomics.load(control, HEADER_CURRENT) === slot) return slot;
        Atomics.sub(control, first + slot, 1);
      }
    },
    leave(slot) {
      Atomics.sub(control, first + slot, 1);
    },
    generationOf: (slot) => Atomics.load(control, HEADER_SLOT_GENERATIONS + slot),
  };
}

export function createPublisher(control: ControlBlock): SlotPublisher {
  const workers = Atomics.load(control, HEADER_WORKERS);
  const slots = Atomics.load(control, HEADER_SLOTS);

  function drained(slot: number): boolean {
    for (let worker = 0; worker < workers; worker++) {
      if (Atomics.load(control, readersWord(control, worker, slot)) !== 0) return false;
    }
    return true;
  }

  return {
    current: () => Atomics.load(control, HEADER_CURRENT),
    freeSlot() {
      const current = Atomics.load(control, HEADER_CURRENT);
      for (let slot = 0; slot < slots; slot++) if (slot !== current && drained(slot)) return slot;
      return -1;
    },
    publish(slot) {
      if (slot < 0 || slot >= slots) throw new RangeError(`the memory has no slot ${slot}`);
      const generation = Atomics.add(control, HEADER_GENERATION, 1) + 1;
      Atomics.store(control, HEADER_SLOT_GENERATIONS + slot, generation);
      Atomics.store(control, HEADER_CURRENT, slot);
      return generation;
    },
    drained,
    clearWorker(worker) {
      const line = lineOf(control, worker);
      for (let word = 0; word < CONTROL_LINE_BYTES / 4; word++) Atomics.store(control, line + word, 0);
    },
  };
}
