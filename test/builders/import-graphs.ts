import fc from 'fast-check';
import type { ImportGraph } from '../../src/queries/cycles/import-graph.ts';
import type { ClassEdge } from '../oracles/cycles.ts';

/** The graph that queries about cycles work on, from edges of which no two have the same ends. */
export function importGraphOf(nodeCount: number, edges: readonly ClassEdge[]): ImportGraph {
  const rows = [...edges].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const offsets = new Uint32Array(nodeCount + 1);
  for (const [from] of rows) offsets[from + 1] = (offsets[from + 1] ?? 0) + 1;
  for (let node = 0; node < nodeCount; node++) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0);
  return {
    level: 'module',
    nodes: Uint32Array.from({ length: nodeCount }, (_, node) => node),
    ids: (node) => `module-${String(node).padStart(6, '0')}.ts`,
    offsets,
    targets: Uint32Array.from(rows, ([, to]) => to),
    classes: Uint8Array.from(rows, ([, , bits]) => bits),
    importOffsets: Uint32Array.from({ length: rows.length + 1 }, (_, edge) => edge),
    imports: Uint32Array.from(rows, (_, edge) => edge),
    ignored: 0,
  };
}

/** Small graphs of any density, with imports of oneself. */
export const classEdges: fc.Arbitrary<{ readonly nodeCount: number; readonly edges: ClassEdge[] }> = fc
  .integer({ min: 1, max: 12 })
  .chain((nodeCount) => {
    const node = fc.nat(nodeCount - 1);
    const edge = fc.tuple(node, node, fc.integer({ min: 1, max: 7 }));
    return fc
      .uniqueArray(edge, { maxLength: nodeCount * 3, selector: ([from, to]) => from * nodeCount + to })
      .map((edges) => ({ nodeCount, edges }));
  });
