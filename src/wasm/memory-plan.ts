import {
  ALIGNMENT,
  CONTROL_HEADER_BYTES,
  CONTROL_LINE_BYTES,
  CONTROL_POINTER,
  MAX_PAGES,
  PAGE_BYTES,
} from '../../assembly/layout.ts';
import { ConduitError } from '../base/errors.ts';
import { controlBytesFor } from './control-block.ts';
import { roundUp, scratchBytesFor } from './scratch.ts';

export interface MemoryNeeds {
  /** Threads that run kernels; 1 when there is no pool. */
  readonly workers: number;
  /** Images at once: 1 for one that is never replaced, 2 to publish while the last one is read. */
  readonly slots: number;
  /** Bytes of the largest image that a slot must take. */
  readonly imageBytes: number;
  /** Nodes of the largest graph that a scratch region must take. */
  readonly nodeCount: number;
}

/** Where everything lies in one kernel memory; drawn in assembly/layout.ts. Pointers and sizes are bytes. */
export interface MemoryPlan extends MemoryNeeds {
  /** The control block's header. */
  readonly controlPointer: number;
  /** A worker's own control line: what kernels are told as `control`. */
  controlLine(worker: number): number;
  readonly scratchBytes: number;
  scratch(worker: number): number;
  readonly slotBytes: number;
  slot(index: number): number;
  readonly totalBytes: number;
  /** The memory's size in WebAssembly pages of 64 KiB. */
  readonly pages: number;
}

/**
 * Lays out a memory before any worker starts, since nothing grows during a query. A plan is a pure function of the
 * needs, so a worker that is told the needs finds the same pointers.
 *
 * @throws ConduitError CONDUIT_IMAGE_TOO_LARGE when it does not fit into the 4 GiB that 32-bit pointers reach.
 */
export function planMemory({ workers, slots, imageBytes, nodeCount }: MemoryNeeds): MemoryPlan {
  const scratchStart = roundUp(CONTROL_POINTER + controlBytesFor(workers), ALIGNMENT);
  const scratchBytes = scratchBytesFor(nodeCount);
  const slotStart = scratchStart + workers * scratchBytes;
  const slotBytes = roundUp(imageBytes, ALIGNMENT);
  const totalBytes = slotStart + slots * slotBytes;
  const pages = Math.ceil(totalBytes / PAGE_BYTES);
  if (pages > MAX_PAGES) {
    const mib = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MiB`;
    throw new ConduitError(
      'CONDUIT_IMAGE_TOO_LARGE',
      `${slots} × ${mib(slotBytes)} of image and ${workers} × ${mib(scratchBytes)} of scratch exceed the 4 GiB of a WebAssembly memory`,
    );
  }
  return {
    workers,
    slots,
    imageBytes,
    nodeCount,
    controlPointer: CONTROL_POINTER,
    controlLine: (worker) =>
      CONTROL_POINTER + CONTROL_HEADER_BYTES + within(worker, workers, 'worker') * CONTROL_LINE_BYTES,
    scratchBytes,
    scratch: (worker) => scratchStart + within(worker, workers, 'worker') * scratchBytes,
    slotBytes,
    slot: (index) => slotStart + within(index, slots, 'slot') * slotBytes,
    totalBytes,
    pages,
  };
}

/**
 * A memory of the plan's size, all zero. Its maximum is its size: nothing grows, and a larger maximum would reserve
 * gigabytes of address space for nothing.
 *
 * @param shared true when several threads use it, with the kernels that were built for that
 * @throws ConduitError CONDUIT_IMAGE_TOO_LARGE when the machine does not give that much.
 */
export function createPlannedMemory({ pages, totalBytes }: MemoryPlan, shared: boolean): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages, shared });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ConduitError('CONDUIT_IMAGE_TOO_LARGE', `the machine refuses ${totalBytes} bytes of WebAssembly memory`);
  }
}

function within(index: number, count: number, what: string): number {
  if (index < 0 || index >= count) throw new RangeError(`the memory has no ${what} ${index}`);
  return index;
}
