import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateGraph } from '../../bench/generate-graph.ts';
import { placeGraph } from '../../bench/graph-memory.ts';
import type { CsrVectors } from '../../src/base/csr.ts';
import type { Components } from '../../src/wasm/graph-kernels.ts';
import { csrOf, type Edge, graphs } from '../builders/random-graphs.ts';
import { neighbours } from '../oracles/reach.ts';
import { kosaraju, mutuallyReachable } from '../oracles/strongly-connected.ts';

const [STATIC, TYPE] = [1, 2];

describe.each(['plain', 'shared'] as const)('stronglyConnected over %s memory', (flavour) => {
  it('closes a cycle through parallel edges and the last row', () => {
    const { graph, kernels } = placeGraph(
      csrOf(4, [
        [1, 3, STATIC],
        [1, 3, TYPE],
        [3, 1, TYPE],
        [3, 1, STATIC],
        [3, 3, STATIC],
        [2, 1, STATIC],
      ]),
      flavour,
    );
    const { count, componentOf } = kernels.stronglyConnected(graph, STATIC);
    expect(count).toBe(3);
    expect(componentOf[1]).toBe(componentOf[3]);
  });

  it('agrees with the definition on any small graph and mask', () => {
    fc.assert(
      fc.property(graphs, fc.nat(7), (vectors, mask) => {
        const { graph, kernels } = placeGraph(vectors, flavour);
        const found = kernels.stronglyConnected(graph, mask);
        expect(leastMembers(found)).toEqual(mutuallyReachable(vectors, mask));
        expectReverseTopological(vectors, mask, found);
      }),
      { numRuns: 500 },
    );
  });
});

describe('stronglyConnected', () => {
  it.each([1, 2, 3])('agrees with Kosaraju on 30,000 nodes (seed %i)', (seed) => {
    for (const edgesPerNode of [1, 2, 6]) {
      const vectors = generateGraph(30_000, edgesPerNode, seed);
      const { graph, kernels } = placeGraph(vectors);
      const found = kernels.stronglyConnected(graph, STATIC);
      expect(leastMembers(found)).toEqual(kosaraju(vectors, STATIC));
      expectReverseTopological(vectors, STATIC, found);
    }
  });

  it('finds one cycle of 100,000 modules, and 100,000 components when it is cut', () => {
    const length = 100_000;
    const ring: Edge[] = Array.from({ length }, (_, i) => [i, (i + 1) % length, i === length - 1 ? TYPE : STATIC]);
    const { graph, kernels } = placeGraph(csrOf(length, ring));
    expect(kernels.stronglyConnected(graph, STATIC | TYPE).count).toBe(1);
    expect(kernels.stronglyConnected(graph, STATIC).count).toBe(length);
  });

  it('remembers nothing of an earlier run, whatever that left in the scratch region', () => {
    const vectors = generateGraph(500, 2, 5);
    const { graph, kernels, memory, plan } = placeGraph(vectors);
    const expected = kernels.stronglyConnected(graph, STATIC);
    for (const rubbish of [0x01, 0xff]) {
      new Uint8Array(memory.buffer, plan.scratch(0), plan.scratchBytes).fill(rubbish);
      expect(kernels.stronglyConnected(graph, STATIC)).toEqual(expected);
    }
  });
});

/** The least member of each node's component: names a partition whatever its components are numbered. */
function leastMembers({ count, componentOf }: Components): number[] {
  const least = new Array<number>(count).fill(-1);
  componentOf.forEach((component, node) => {
    if (least[component] === -1) least[component] = node;
  });
  expect(least, 'every component has a member').not.toContain(-1);
  return Array.from(componentOf, (component) => least[component] ?? -1);
}

/** No edge leads from a component to one with a higher number. */
function expectReverseTopological(graph: CsrVectors, mask: number, { componentOf }: Components): void {
  const upward: string[] = [];
  componentOf.forEach((component, node) => {
    for (const target of neighbours(graph, node, mask)) {
      if ((componentOf[target] ?? 0) > component) upward.push(`${node} → ${target}`);
    }
  });
  expect(upward).toEqual([]);
}
