import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUS_OUTPUT_TOO_SMALL } from '../../assembly/status.ts';
import { generateGraph } from '../../bench/generate-graph.ts';
import { placeGraph } from '../../bench/graph-memory.ts';
import { csrOf, graphs } from '../builders/random-graphs.ts';
import { naiveReach } from '../oracles/reach.ts';

const all = { depth: Infinity, mask: 7 };
const [STATIC, DYNAMIC] = [1, 2];

describe.each(['plain', 'shared'] as const)('reach over %s memory', (flavour) => {
  it('follows parallel edges and the edges of the last row', () => {
    // The last row's end is a sentinel behind all rows, which others have taken from the wrong place.
    const { graph, kernels } = placeGraph(
      csrOf(3, [
        [0, 2, STATIC],
        [0, 2, DYNAMIC],
        [0, 2, STATIC],
        [2, 1, STATIC],
        [2, 1, DYNAMIC],
      ]),
      flavour,
    );
    expect(kernels.reach(graph, [2], all)).toEqual({ nodes: Uint32Array.of(2, 1), depths: Uint32Array.of(0, 1) });
    expect(kernels.reach(graph, [0], all)).toEqual({ nodes: Uint32Array.of(0, 2, 1), depths: Uint32Array.of(0, 1, 2) });
  });

  it('agrees with its twin on any graph, depth, mask and starts', () => {
    const cases = graphs.chain((graph) => {
      const nodeCount = graph.offsets.length - 1;
      const starts = nodeCount === 0 ? fc.constant([]) : fc.array(fc.nat(nodeCount - 1), { maxLength: 60 });
      return fc.tuple(fc.constant(graph), starts, fc.oneof(fc.nat(4), fc.constant(Infinity)), fc.nat(7));
    });
    fc.assert(
      fc.property(cases, ([vectors, from, depth, mask]) => {
        const { graph, kernels } = placeGraph(vectors, flavour);
        expect(kernels.reach(graph, from, { depth, mask })).toEqual(naiveReach(vectors, from, depth, mask));
      }),
      { numRuns: 500 },
    );
  });
});

describe('reach', () => {
  it('orders large levels (by a sweep) and small ones (by sorting) alike', () => {
    const vectors = generateGraph(20_000, 8, 7);
    const { graph, kernels } = placeGraph(vectors);
    for (const from of [[0], [19_999, 3, 3, 12_345], Array.from({ length: 5_000 }, (_, i) => 19_999 - i * 3)]) {
      for (const depth of [0, 1, 2, 10, Infinity]) {
        expect(kernels.reach(graph, from, { depth, mask: 1 })).toEqual(naiveReach(vectors, from, depth, 1));
      }
    }
  });

  it('sorts levels of every size below the sweep, in any order of discovery', () => {
    // 65 × 64 nodes, so that levels of up to 65 nodes are sorted; a row holds its targets in random order.
    const nodeCount = 65 * 64;
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: nodeCount - 1 }), { maxLength: 80 }), (targets) => {
        const vectors = csrOf(
          nodeCount,
          targets.map((target) => [0, target, STATIC]),
        );
        const { graph, kernels } = placeGraph(vectors);
        expect([...kernels.reach(graph, [0], all).nodes]).toEqual([0, ...targets.sort((a, b) => a - b)]);
      }),
    );
  });

  it('walks a path of 100,000 modules to its end', () => {
    const length = 100_000;
    const { graph, kernels } = placeGraph(
      csrOf(
        length,
        Array.from({ length: length - 1 }, (_, i) => [i, i + 1, STATIC]),
      ),
    );
    const { nodes, depths } = kernels.reach(graph, [0], all);
    expect(nodes.length).toBe(length);
    expect(depths.at(-1)).toBe(length - 1);
  });

  it('remembers nothing of an earlier run, whatever that left in the scratch region', () => {
    const vectors = generateGraph(500, 5, 3);
    const { graph, kernels, memory, plan } = placeGraph(vectors);
    const expected = naiveReach(vectors, [17], 3, 1);
    for (const rubbish of [0x00, 0x01, 0xff]) {
      new Uint8Array(memory.buffer, plan.scratch(0), plan.scratchBytes).fill(rubbish);
      expect(kernels.reach(graph, [17], { depth: 3, mask: 1 })).toEqual(expected);
    }
  });

  it('refuses an output that could overflow', () => {
    const { graph, exports, plan } = placeGraph(csrOf(4, [[0, 1, STATIC]]));
    const { offsets, targets, masks } = graph;
    const at = plan.scratch(0);
    const capacity = 4;
    expect(
      exports.reach(
        offsets.byteOffset,
        targets.byteOffset,
        masks.byteOffset,
        4,
        at,
        0,
        1,
        1,
        at,
        capacity,
        at,
        99,
        plan.controlLine(0),
      ),
    ).toBe(STATUS_OUTPUT_TOO_SMALL);
  });
});
