import { describe, expect, it } from 'vitest';
import { generateGraph } from '../../bench/generate-graph.ts';
import { placeGraph } from '../../bench/graph-memory.ts';
import { beginTicket, cancelTicket, endTicket } from '../../src/wasm/cancellation.ts';
import { createControlBlock, openControlBlock } from '../../src/wasm/control-block.ts';
import type { GraphKernels } from '../../src/wasm/graph-kernels.ts';
import { createPlannedMemory, planMemory } from '../../src/wasm/memory-plan.ts';

const timeout = expect.objectContaining({ code: 'CONDUIT_QUERY_TIMEOUT' });

describe.each(['plain', 'shared'] as const)('a cancelled ticket over %s memory', (flavour) => {
  const { graph, kernels, memory } = placeGraph(generateGraph(5_000, 5, 11), flavour);
  const control = openControlBlock(memory);

  const runs: [string, (kernels: GraphKernels) => unknown][] = [
    ['reach', () => kernels.reach(graph, [0], { depth: 10, mask: 1 })],
    ['stronglyConnected', () => kernels.stronglyConnected(graph, 1)],
  ];

  it.each(runs)('stops %s, and not the query after it', (_, run) => {
    beginTicket(control, 0, 41);
    expect(() => run(kernels)).not.toThrow();
    expect(cancelTicket(control, 41)).toBe(true);
    expect(() => run(kernels)).toThrow(timeout);
    endTicket(control, 0);
    expect(() => run(kernels)).not.toThrow();
    beginTicket(control, 0, 42);
    expect(() => run(kernels)).not.toThrow();
    endTicket(control, 0);
  });

  it('that ended before it was cancelled cancels nothing', () => {
    beginTicket(control, 0, 43);
    endTicket(control, 0);
    beginTicket(control, 0, 44);
    expect(cancelTicket(control, 43)).toBe(false);
    for (const [, run] of runs) expect(() => run(kernels)).not.toThrow();
  });
});

it('finds the worker that runs the ticket', () => {
  const memory = createPlannedMemory(planMemory({ workers: 3, slots: 1, imageBytes: 64, nodeCount: 1 }), true);
  const control = createControlBlock(memory, 3, 1);
  beginTicket(control, 0, 7);
  beginTicket(control, 2, 8);
  const before = control.slice();
  expect(cancelTicket(control, 8)).toBe(true);
  const changed = [...control.keys()].filter((word) => control[word] !== before[word]);
  expect(changed).toEqual([16 + 2 * 16 + 1]); // header, two lines, then the cancel word of the third
});
