import { describe, expect, it } from 'vitest';
import { generateGraph } from '../../bench/generate-graph.ts';
import { placeGraph } from '../../bench/graph-memory.ts';
import { createGraphKernels } from '../../src/wasm/graph-kernels.ts';
import { csrOf, type Edge } from '../builders/random-graphs.ts';

const all = { depth: Infinity, mask: 1 };
const orderToInvoice: Edge[] = [
  [0, 1, 1],
  [1, 2, 1],
];

describe('the facade of the graph kernels', () => {
  it('counts the calls that reached WebAssembly', () => {
    const { graph, kernels } = placeGraph(csrOf(3, orderToInvoice));
    kernels.reach(graph, [0], all);
    kernels.stronglyConnected(graph, 1);
    expect(kernels.calls).toBe(2);
  });

  it('copies its answers out, so that the next call cannot change them', () => {
    const { graph, kernels } = placeGraph(csrOf(3, orderToInvoice), 'shared');
    const first = kernels.reach(graph, [1], all);
    kernels.reach(graph, [0], all);
    expect([...first.nodes]).toEqual([1, 2]);
    expect(first.nodes.buffer).toBeInstanceOf(ArrayBuffer);
  });

  it('takes no start, repeated starts, more starts than nodes, and depths that are no number of edges', () => {
    const { graph, kernels } = placeGraph(csrOf(3, orderToInvoice));
    expect(kernels.reach(graph, [], all).nodes).toHaveLength(0);
    expect([...kernels.reach(graph, [2, 0, 2, 0, 2, 0, 2], { depth: 0, mask: 1 }).nodes]).toEqual([0, 2]);
    expect([...kernels.reach(graph, [0], { depth: -1, mask: 1 }).nodes]).toEqual([0]);
    expect([...kernels.reach(graph, [0], { depth: 2 ** 40, mask: 1 }).nodes]).toEqual([0, 1, 2]);
  });

  it.each([[[3]], [[-1]], [[0, 1, 2, 3]], [[9, 8, 7, 6, 5, 4, 3]]])('refuses starts that are no nodes: %j', (from) => {
    const { graph, kernels } = placeGraph(csrOf(3, orderToInvoice));
    expect(() => kernels.reach(graph, from, all)).toThrow(/a node that the graph does not have/);
  });

  it('refuses vectors that do not lie in its memory', () => {
    const { kernels } = placeGraph(csrOf(3, orderToInvoice));
    const elsewhere = placeGraph(csrOf(3, orderToInvoice)).graph;
    expect(() => kernels.reach(elsewhere, [0], all)).toThrow(/does not lie in its own memory/);
    expect(() => kernels.stronglyConnected(csrOf(3, orderToInvoice), 1)).toThrow(/does not lie in its own memory/);
  });

  it('refuses vectors that do not belong together', () => {
    const { graph, kernels } = placeGraph(csrOf(3, orderToInvoice));
    const message = /do not belong together/;
    expect(() => kernels.reach({ ...graph, masks: graph.masks.subarray(1) }, [0], all)).toThrow(message);
    expect(() => kernels.stronglyConnected({ ...graph, offsets: graph.offsets.subarray(0, 0) }, 1)).toThrow(message);
    const tooFew = { ...graph, targets: graph.targets.subarray(1), masks: graph.masks.subarray(1) };
    expect(() => kernels.stronglyConnected(tooFew, 1)).toThrow(message);
  });

  it('refuses a graph that its scratch region cannot take', () => {
    const { graph, exports, memory, plan } = placeGraph(csrOf(1000, []));
    const kernels = createGraphKernels(exports, memory, plan.scratch(0), plan.scratchBytes - 1, plan.controlLine(0));
    expect(() => kernels.reach(graph, [0], all)).toThrow(/needs \d+ bytes of scratch/);
  });

  it.each([0, 1, 3, 4, 15, 16, 17, 63, 64, 65, 1000])('stays inside its scratch region with %i nodes', (nodeCount) => {
    const { graph, kernels, memory, plan } = placeGraph(generateGraph(nodeCount, 9, nodeCount));
    // Compared as one string: toEqual takes a second for arrays of this size.
    const bytes = Buffer.from(memory.buffer);
    const outside = (): string =>
      bytes.toString('latin1', 0, plan.scratch(0)) + bytes.toString('latin1', plan.scratch(0) + plan.scratchBytes);
    const before = outside();
    kernels.reach(graph, [...Array(nodeCount).keys()], all);
    kernels.reach(graph, nodeCount > 0 ? [0] : [], all);
    kernels.stronglyConnected(graph, 1);
    expect(outside() === before).toBe(true);
  });

  it('gives up when the work budget is spent, and not before', () => {
    const { graph, kernels } = placeGraph(csrOf(3, orderToInvoice));
    const work = 3 + 2; // nodes and edges
    for (const run of [
      (budget: number) => kernels.reach(graph, [0], { ...all, budget }),
      (budget: number) => kernels.stronglyConnected(graph, 1, { budget }),
    ]) {
      expect(() => run(work)).not.toThrow();
      expect(() => run(work - 1)).toThrow(expect.objectContaining({ code: 'CONDUIT_QUERY_TIMEOUT' }));
    }
  });
});
