import { describe, expect, it } from 'vitest';
import { CONTROL_POINTER, MAX_PAGES, MAX_SLOTS, PAGE_BYTES } from '../../assembly/layout.ts';
import { createControlBlock, openControlBlock, readersWord } from '../../src/wasm/control-block.ts';
import { createPlannedMemory, type MemoryPlan, planMemory } from '../../src/wasm/memory-plan.ts';
import { scratchBytesFor } from '../../src/wasm/scratch.ts';

/** Every region of a plan: start and end in bytes, in the order in which assembly/layout.ts draws them. */
function regionsOf(plan: MemoryPlan): [start: number, end: number][] {
  const workers = [...Array(plan.workers).keys()];
  const slots = [...Array(plan.slots).keys()];
  return [
    [plan.controlPointer, plan.controlPointer + 64],
    ...workers.map((worker): [number, number] => [plan.controlLine(worker), plan.controlLine(worker) + 64]),
    ...workers.map((worker): [number, number] => [plan.scratch(worker), plan.scratch(worker) + plan.scratchBytes]),
    ...slots.map((slot): [number, number] => [plan.slot(slot), plan.slot(slot) + plan.slotBytes]),
  ];
}

describe('planMemory', () => {
  it.each([
    { workers: 1, slots: 1, imageBytes: 0, nodeCount: 0 },
    { workers: 1, slots: 1, imageBytes: 1, nodeCount: 1 },
    { workers: 4, slots: 2, imageBytes: 5_000_001, nodeCount: 7_376 },
    { workers: 16, slots: MAX_SLOTS, imageBytes: 100_000_000, nodeCount: 100_000 },
  ])('puts the regions one after the other as drawn, each at a multiple of 64: %o', (needs) => {
    const plan = planMemory(needs);
    const regions = regionsOf(plan);
    let end = 64; // nobody's pointer is 0
    for (const [start, regionEnd] of regions) {
      expect(start).toBe(end);
      expect(start % 64).toBe(0);
      end = regionEnd;
    }
    expect(plan.totalBytes).toBe(end);
    expect(plan.slotBytes).toBeGreaterThanOrEqual(needs.imageBytes);
    expect(plan.scratchBytes).toBe(scratchBytesFor(needs.nodeCount));
    expect((plan.pages - 1) * PAGE_BYTES).toBeLessThan(plan.totalBytes);
    expect(plan.pages * PAGE_BYTES).toBeGreaterThanOrEqual(plan.totalBytes);
  });

  it('finds the same pointers from the same needs', () => {
    const needs = { workers: 3, slots: 2, imageBytes: 12_345, nodeCount: 678 };
    expect(regionsOf(planMemory(needs))).toEqual(regionsOf(planMemory(needs)));
  });

  it('takes what just fits into 4 GiB less one page, and refuses one byte more', () => {
    const empty = planMemory({ workers: 1, slots: 1, imageBytes: 0, nodeCount: 1000 });
    const imageBytes = MAX_PAGES * PAGE_BYTES - empty.totalBytes;
    expect(planMemory({ workers: 1, slots: 1, imageBytes, nodeCount: 1000 }).pages).toBe(MAX_PAGES);
    expect(() => planMemory({ workers: 1, slots: 1, imageBytes: imageBytes + 1, nodeCount: 1000 })).toThrow(
      expect.objectContaining({ code: 'CONDUIT_IMAGE_TOO_LARGE' }),
    );
  });

  it('refuses scratch that does not fit, although the image would', () => {
    expect(() => planMemory({ workers: 64, slots: 2, imageBytes: 1000, nodeCount: 10_000_000 })).toThrow(
      expect.objectContaining({ code: 'CONDUIT_IMAGE_TOO_LARGE' }),
    );
  });

  it('knows no worker and no slot but its own', () => {
    const plan = planMemory({ workers: 2, slots: 2, imageBytes: 64, nodeCount: 8 });
    for (const index of [-1, 2]) {
      expect(() => plan.scratch(index)).toThrow(RangeError);
      expect(() => plan.controlLine(index)).toThrow(RangeError);
      expect(() => plan.slot(index)).toThrow(RangeError);
    }
  });
});

describe('the control block', () => {
  it('lies where the plan has its header and lines', () => {
    const plan = planMemory({ workers: 3, slots: 2, imageBytes: 64, nodeCount: 8 });
    const memory = createPlannedMemory(plan, true);
    const control = createControlBlock(memory, plan.workers, plan.slots);
    expect(control.byteOffset).toBe(plan.controlPointer);
    expect(control.byteOffset).toBe(CONTROL_POINTER);
    expect(control.byteOffset + control.byteLength).toBe(plan.scratch(0));
    for (const worker of [0, 1, 2]) {
      const word = control.byteOffset + readersWord(control, worker, 0) * 4;
      expect(word).toBe(plan.controlLine(worker) + 8);
      expect(readersWord(control, worker, MAX_SLOTS) * 4 - readersWord(control, worker, 0) * 4).toBeLessThanOrEqual(56);
    }
    expect(() => readersWord(control, 3, 0)).toThrow(RangeError);
  });

  it('is found again from the memory alone', () => {
    const plan = planMemory({ workers: 5, slots: 3, imageBytes: 64, nodeCount: 8 });
    const memory = createPlannedMemory(plan, true);
    const control = createControlBlock(memory, 5, 3);
    const found = openControlBlock(memory);
    expect([found.byteOffset, found.byteLength]).toEqual([control.byteOffset, control.byteLength]);
    expect(found.byteLength).toBe(64 + 5 * 64);
  });

  it('has room for a limited number of slots', () => {
    const memory = createPlannedMemory(planMemory({ workers: 1, slots: 1, imageBytes: 64, nodeCount: 8 }), false);
    for (const slots of [0, MAX_SLOTS + 1]) expect(() => createControlBlock(memory, 1, slots)).toThrow(RangeError);
  });
});
