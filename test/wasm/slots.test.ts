import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createControlBlock } from '../../src/wasm/control-block.ts';
import { createPlannedMemory, planMemory } from '../../src/wasm/memory-plan.ts';
import { createPublisher, createReader, type SlotPublisher } from '../../src/wasm/slots.ts';
import type { SlotReaderReport, SlotReaderTask } from './slot-reader.worker.ts';

function createSlots(workers: number, slots: number, words = 16, shared = true) {
  const plan = planMemory({ workers, slots, imageBytes: words * 4, nodeCount: 1 });
  const memory = createPlannedMemory(plan, shared);
  const control = createControlBlock(memory, workers, slots);
  const pointers = [...Array(slots).keys()].map((slot) => plan.slot(slot));
  return { memory, control, publisher: createPublisher(control), pointers, words };
}

describe.each([true, false])('slots (shared memory: %s)', (shared) => {
  it('lets nobody in before the first image', () => {
    const { control, publisher } = createSlots(1, 2, 16, shared);
    expect(createReader(control, 0).enter()).toBe(-1);
    expect(publisher.current()).toBe(-1);
    expect(publisher.freeSlot()).toBe(0);
  });

  it('keeps a slot from the publisher while anybody reads it', () => {
    const { control, publisher } = createSlots(2, 2, 16, shared);
    const [alice, bob] = [createReader(control, 0), createReader(control, 1)];
    expect(publisher.publish(0)).toBe(1);
    expect([alice.enter(), bob.enter()]).toEqual([0, 0]);
    expect(publisher.freeSlot()).toBe(1);
    expect(publisher.publish(1)).toBe(2);

    expect(publisher.freeSlot()).toBe(-1);
    alice.leave(0);
    expect(publisher.drained(0)).toBe(false);
    expect(alice.enter()).toBe(1);
    expect([alice.generationOf(0), alice.generationOf(1)]).toEqual([1, 2]);
    bob.leave(0);
    expect(publisher.drained(0)).toBe(true);
    expect(publisher.freeSlot()).toBe(0);
  });

  it('forgets a worker that is gone, and only that one', () => {
    const { control, publisher } = createSlots(2, 2, 16, shared);
    publisher.publish(0);
    createReader(control, 0).enter();
    createReader(control, 1).enter();
    publisher.publish(1);
    publisher.clearWorker(0);
    expect(publisher.drained(0)).toBe(false);
    publisher.clearWorker(1);
    expect(publisher.drained(0)).toBe(true);
  });

  it('has no slot beyond its last', () => {
    const { publisher } = createSlots(1, 2, 16, shared);
    for (const slot of [-1, 2]) expect(() => publisher.publish(slot)).toThrow(RangeError);
  });
});

describe('a reader that is overtaken between reading which slot is current and saying that it reads it', () => {
  afterEach(() => vi.restoreAllMocks());

  /** Runs `overtake` once, just before a reader counts itself in. */
  function beforeCountingIn(overtake: () => void): void {
    const add = Atomics.add;
    vi.spyOn(Atomics, 'add').mockImplementationOnce(((...operands: Parameters<typeof add>) => {
      overtake();
      return add(...operands);
    }) as typeof add);
  }

  it('takes the new slot and leaves the old one free', () => {
    const { control, publisher } = createSlots(1, 2);
    publisher.publish(0);
    beforeCountingIn(() => publisher.publish(1));
    expect(createReader(control, 0).enter()).toBe(1);
    expect(publisher.freeSlot()).toBe(0);
  });

  it('may take the old slot when that has been filled and published again', () => {
    const { control, publisher } = createSlots(1, 2);
    publisher.publish(0);
    beforeCountingIn(() => {
      publisher.publish(1);
      publisher.publish(publisher.freeSlot());
    });
    const reader = createReader(control, 0);
    expect(reader.enter()).toBe(0);
    expect(reader.generationOf(0)).toBe(3);
    expect(publisher.freeSlot()).toBe(1);
  });
});

describe('under load', () => {
  let script: string;
  beforeAll(async () => {
    // Threads cannot load TypeScript; a bundle made here tests the sources, not what happens to lie in dist.
    const entryPoints = [new URL('./slot-reader.worker.ts', import.meta.url).pathname];
    const { outputFiles } = await build({ entryPoints, bundle: true, platform: 'node', format: 'cjs', write: false });
    script = outputFiles[0]?.text ?? '';
  });

  const start = (workerData: SlotReaderTask): Worker => new Worker(script, { eval: true, workerData });

  /** Publishes one more image, whose words are all its generation; false when no slot is free just now. */
  function swap(publisher: SlotPublisher, views: readonly Int32Array[], generation: number): boolean {
    const slot = publisher.freeSlot();
    if (slot < 0) return false;
    views[slot]?.fill(generation);
    expect(publisher.publish(slot)).toBe(generation);
    return true;
  }

  it('no read of two million is torn while images are swapped without pause', async () => {
    const { memory, publisher, pointers: slots, words } = createSlots(2, 2, 64);
    const views = slots.map((pointer) => new Int32Array(memory.buffer, pointer, words));
    let generation = 1;
    swap(publisher, views, generation);

    const readers = [0, 1].map((worker) =>
      start({ memory, worker, slots, words, reads: 1_000_000, stayInside: false }),
    );
    let running = readers.length;
    const reports = readers.map(async (reader) => {
      const [report] = (await once(reader, 'message')) as [SlotReaderReport];
      running--;
      return report;
    });
    while (running > 0) {
      for (let i = 0; i < 1000; i++) if (swap(publisher, views, generation + 1)) generation++;
      await setImmediate();
    }

    for (const { reads, torn, generations } of await Promise.all(reports)) {
      expect({ reads, torn }).toEqual({ reads: 1_000_000, torn: 0 });
      expect(generations, 'the reader met swaps at all').toBeGreaterThan(100);
    }
  });

  it('a worker that is killed inside a slot blocks no later swap', async () => {
    const { memory, publisher, pointers: slots, words } = createSlots(2, 2, 64);
    const views = slots.map((pointer) => new Int32Array(memory.buffer, pointer, words));
    let generation = 0;
    const publishNext = (): boolean => swap(publisher, views, generation + 1) && ++generation > 0;
    publishNext();

    for (let round = 0; round < 10; round++) {
      const victim = start({ memory, worker: 0, slots, words, reads: 1_000, stayInside: true });
      await once(victim, 'message');
      expect(publishNext(), 'the other slot is free').toBe(true);
      expect(publishNext(), 'the one that it stands in is not').toBe(false);
      await victim.terminate();
      publisher.clearWorker(0);
      expect(publishNext()).toBe(true);
    }
  });

  it('workers killed anywhere, in the middle of reading, leave nothing behind', async () => {
    const { memory, publisher, pointers: slots, words } = createSlots(1, 2, 64);
    const views = slots.map((pointer) => new Int32Array(memory.buffer, pointer, words));
    let generation = 1;
    swap(publisher, views, generation);
    for (let round = 0; round < 10; round++) {
      const victim = start({ memory, worker: 0, slots, words, reads: Infinity, stayInside: false });
      await once(victim, 'online');
      for (let i = 0; i < 5_000 * round; i++) if (swap(publisher, views, generation + 1)) generation++;
      await victim.terminate();
      publisher.clearWorker(0);
      expect([publisher.drained(0), publisher.drained(1)]).toEqual([true, true]);
    }
  });
});
