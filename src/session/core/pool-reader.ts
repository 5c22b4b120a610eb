import type { Envelope, ErrorEnvelope } from '../../base/envelope.ts';
import type { QueryContext } from '../../queries/define.ts';
import { openControlBlock } from '../../wasm/control-block.ts';
import { createGraphKernels } from '../../wasm/graph-kernels.ts';
import { instantiateKernels } from '../../wasm/instantiate.ts';
import { type MemoryNeeds, planMemory } from '../../wasm/memory-plan.ts';
import { createReader } from '../../wasm/slots.ts';
import { openSlot } from './load-image.ts';
import { runQuery } from './run-query.ts';

/** What a query worker is given once: the compiled kernels and the memory that it shares with everybody. */
export interface PoolWorkerData {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly needs: MemoryNeeds;
  /** One word a control line: the thread that has claimed it, 0 for free. */
  readonly claims: SharedArrayBuffer;
}

export interface PoolTask {
  readonly query: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly stale: boolean | 'unchecked';
}

export interface PoolAnswer {
  readonly envelope: Envelope | ErrorEnvelope;
  /** Kernel calls that this answer took. */
  readonly kernelCalls: number;
}

/**
 * The reader's side of the shared memory, in a worker: takes the current slot, runs the query on it, lets it go. Images are
 * opened once a publication, not once a query.
 */
export function createPoolReader(
  { module, memory, needs, claims }: PoolWorkerData,
  thread: number,
): (task: PoolTask) => PoolAnswer {
  const plan = planMemory(needs);
  const line = claimLine(new Int32Array(claims), thread);
  const reader = createReader(openControlBlock(memory), line);
  const exports = instantiateKernels(module, memory);
  const kernels = createGraphKernels(exports, memory, plan.scratch(line), plan.scratchBytes, plan.controlLine(line));
  let opened = { generation: 0, context: null as QueryContext | null };

  return ({ query, params, stale }) => {
    const before = kernels.calls;
    const slot = reader.enter();
    try {
      const generation = reader.generationOf(slot);
      if (opened.generation !== generation || !opened.context) {
        const image = openSlot(new Uint8Array(memory.buffer, plan.slot(slot), plan.slotBytes));
        opened = { generation, context: { image, kernels } };
      }
      const context = opened.context as QueryContext;
      return { envelope: runQuery(context, query, params, stale), kernelCalls: kernels.calls - before };
    } finally {
      reader.leave(slot);
    }
  };
}

/** Takes a free control line. Lines are given back by the publisher when a thread has ended; a few are spare for that moment. */
function claimLine(claims: Int32Array, thread: number): number {
  for (let line = 0; line < claims.length; line++) {
    if (Atomics.compareExchange(claims, line, 0, thread) === 0) return line;
  }
  throw new Error('no control line is free');
}
