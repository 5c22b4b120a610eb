import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linearOrder } from '../../../../src/queries/cycles/cures/linear-order.ts';

type Edge = readonly [from: number, to: number];

function rowsOf(nodeCount: number, edges: readonly Edge[]) {
  const sorted = [...edges].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const offsets = Uint32Array.from({ length: nodeCount + 1 }, (_, node) => sorted.filter(([a]) => a < node).length);
  return { nodeCount, offsets, targets: Uint32Array.from(sorted, ([, to]) => to) };
}

const backwards = (place: Uint32Array, edges: readonly Edge[]): Edge[] =>
  edges.filter(([from, to]) => (place[to] ?? 0) <= (place[from] ?? 0));

const graphs = fc.integer({ min: 2, max: 12 }).chain((nodeCount) =>
  fc.tuple(
    fc.constant(nodeCount),
    fc.uniqueArray(
      fc.tuple(fc.nat(nodeCount - 1), fc.nat(nodeCount - 1)).filter(([from, to]) => from !== to),
      { maxLength: 40, selector: ([from, to]) => `${from} ${to}` },
    ),
  ),
);

it('gives every node a place of its own, and leads no more than half backwards', () => {
  fc.assert(
    fc.property(graphs, ([nodeCount, edges]) => {
      const place = linearOrder(rowsOf(nodeCount, edges));
      expect([...place].sort((a, b) => a - b)).toEqual([...Array(nodeCount).keys()]);
      expect(backwards(place, edges).length).toBeLessThanOrEqual(edges.length / 2);
    }),
  );
});

it('leads nowhere backwards where nothing has to', () => {
  const ordered = graphs.map(([nodeCount, edges]) => [nodeCount, edges.filter(([from, to]) => from > to)] as const);
  fc.assert(
    fc.property(ordered, ([nodeCount, edges]) => {
      expect(backwards(linearOrder(rowsOf(nodeCount, edges)), edges)).toEqual([]);
    }),
  );
});

it('takes one edge of a ring of 100,000 nodes, and nothing of recursion', () => {
  const length = 100_000;
  const offsets = Uint32Array.from({ length: length + 1 }, (_, node) => node);
  const targets = Uint32Array.from({ length }, (_, node) => (node + 1) % length);
  const place = linearOrder({ nodeCount: length, offsets, targets });
  const back = [...place.keys()].filter((node) => (place[(node + 1) % length] ?? 0) <= (place[node] ?? 0));
  expect(back).toHaveLength(1);
});
