import fc from 'fast-check';
import type { CsrVectors } from '../../src/base/csr.ts';

export type Edge = readonly [from: number, to: number, mask: number];

/** Compressed sparse rows of edges; within a row they keep their order, and repeats stay. */
export function csrOf(nodeCount: number, edges: readonly Edge[]): CsrVectors {
  const rows = [...edges].sort(([a], [b]) => a - b);
  const offsets = new Uint32Array(nodeCount + 1);
  for (const [from] of rows) offsets[from + 1] = (offsets[from + 1] ?? 0) + 1;
  for (let node = 0; node < nodeCount; node++) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0);
  return {
    offsets,
    targets: Uint32Array.from(rows, ([, to]) => to),
    masks: Uint32Array.from(rows, ([, , mask]) => mask),
  };
}

/**
 * Graphs with all that goes wrong: no nodes at all, empty rows, self-loops, parallel edges of other kinds and
 * targets out of order. Half of them have edges in the last row, whose end is a sentinel.
 */
export const graphs: fc.Arbitrary<CsrVectors> = fc.integer({ min: 0, max: 40 }).chain((nodeCount) => {
  if (nodeCount === 0) return fc.constant(csrOf(0, []));
  const node = fc.nat(nodeCount - 1);
  const mask = fc.integer({ min: 0, max: 7 });
  const edges = fc.array(fc.tuple(node, node, mask), { maxLength: nodeCount * 3 });
  const lastRow = fc.array(fc.tuple(fc.constant(nodeCount - 1), node, mask), { maxLength: 3 });
  return fc.tuple(edges, lastRow).map(([some, last]) => csrOf(nodeCount, [...some, ...some.slice(0, 3), ...last]));
});
