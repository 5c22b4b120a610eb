import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { SectionName } from '../../image/sections.ts';
import { createControlBlock } from '../../wasm/control-block.ts';
import { instantiateKernels } from '../../wasm/instantiate.ts';
import { createPlannedMemory, planMemory } from '../../wasm/memory-plan.ts';
import { createPublisher } from '../../wasm/slots.ts';
import { createVectorChecks } from '../../wasm/vector-checks.ts';
import type { ImageSource } from '../core/image-source.ts';
import { fillSlot, layOutSource } from '../core/load-image.ts';
import type { PoolAnswer, PoolTask, PoolWorkerData } from '../core/pool-reader.ts';
import { kernelModule } from './kernels.ts';
import { resolvePackageFile } from './package-files.ts';
import { threadsStarted } from './threads-started.ts';

export interface QueryPool {
  run(task: PoolTask): Promise<PoolAnswer & { readonly threadId: number }>;
  /**
   * Publishes another image to the same workers. False when it needs more room than this memory was planned for: then
   * the caller makes a new pool, and lets this one drain.
   */
  publish(source: ImageSource): Promise<boolean>;
  /** Waits for the queries under way, then ends the workers. */
  close(): Promise<void>;
}

/** Room for a later image: most refreshes change little, and a swap into the same memory is the cheap one. */
const HEADROOM = 1.25;

/** Worker threads over one shared memory that holds the image. */
export function createQueryPool(source: ImageSource, sections: readonly SectionName[], workers: number): QueryPool {
  // A worker that replaces a dead one may start before the dead one's line has been given back: twice as many lines.
  const needs = {
    workers: workers * 2,
    slots: 2,
    imageBytes: Math.ceil(layOutSource(source, sections).length * HEADROOM),
    nodeCount: Math.ceil(source.header.nodeCount * HEADROOM),
  };
  const plan = planMemory(needs);
  const module = kernelModule('shared');
  const memory = createPlannedMemory(plan, true);
  const publisher = createPublisher(createControlBlock(memory, needs.workers, needs.slots));
  const checks = createVectorChecks(instantiateKernels(module, memory), memory);
  const claims = new SharedArrayBuffer(needs.workers * 4);

  function publishInto(slot: number, next: ImageSource): void {
    const bytes = new Uint8Array(memory.buffer, plan.slot(slot), plan.slotBytes);
    fillSlot(bytes, next, layOutSource(next, sections), checks);
    publisher.publish(slot);
  }
  // Before any worker starts, so that none ever finds a memory without an image.
  publishInto(publisher.freeSlot(), source);

  const pool = new Piscina<PoolTask, PoolAnswer & { threadId: number }>({
    filename: resolvePackageFile('#workers/query.cjs'),
    minThreads: workers,
    maxThreads: workers,
    // A query is a few microseconds: handing over several at once keeps a worker from sleeping between them. Nothing aborts a
    // task by ending its worker, which would fail its neighbours too.
    concurrentTasksPerWorker: 16,
    workerData: { module, memory, needs, claims } satisfies PoolWorkerData,
  });
  giveBackLinesOfDeadWorkers(pool, new Int32Array(claims), (line) => publisher.clearWorker(line));

  let underWay = 0;
  let onDrained = (): void => {};

  return {
    async run(task) {
      underWay++;
      try {
        return await pool.run(task);
      } finally {
        if (--underWay === 0) onDrained();
      }
    },
    async publish(next) {
      if (layOutSource(next, sections).length > plan.slotBytes || next.header.nodeCount > needs.nodeCount) return false;
      let slot = publisher.freeSlot();
      // Only the publisher ever waits, and only for readers of the image before the last.
      for (; slot < 0; slot = publisher.freeSlot()) await sleep(1);
      publishInto(slot, next);
      return true;
    },
    async close() {
      // Piscina's own `close` waits for as many tasks as there are workers, and fails the others.
      if (underWay > 0) {
        await new Promise<void>((resolve) => {
          onDrained = resolve;
        });
      }
      const lines = new Int32Array(claims);
      await threadsStarted(
        () => lines.filter((thread) => thread !== 0).length,
        () => pool.threads.length,
      );
      await pool.destroy();
    },
  };
}

/** A thread that has exited can no longer read: only then are its counters cleared and its line given to another. */
function giveBackLinesOfDeadWorkers(pool: Piscina, claims: Int32Array, clear: (line: number) => void): void {
  const watched = new WeakSet<Worker>();
  const watch = () => {
    for (const worker of pool.threads) {
      if (watched.has(worker)) continue;
      watched.add(worker);
      const { threadId } = worker;
      worker.once('exit', () => {
        const line = claims.indexOf(threadId);
        if (line < 0) return;
        clear(line);
        Atomics.store(claims, line, 0);
      });
    }
  };
  watch();
  pool.on('workerCreate', watch);
}
