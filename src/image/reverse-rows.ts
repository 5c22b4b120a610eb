import type { CsrVectors } from '../base/csr.ts';

/** The rows of a graph turned round, and for each entry the number of the edge in the forward rows. */
export interface ReverseRows extends CsrVectors {
  readonly edges: Uint32Array;
}

/**
 * Turns compressed sparse rows round by counting: the entries of a row of the result are its sources, ascending.
 * O(nodes + edges).
 */
export function reverseRows(forward: CsrVectors): ReverseRows {
  const nodeCount = forward.offsets.length - 1;
  const edgeCount = forward.targets.length;
  const offsets = new Uint32Array(nodeCount + 1);
  // Not `of`: it makes an object a step, and there are a million.
  for (let edge = 0; edge < edgeCount; edge++) {
    const target = forward.targets[edge] ?? 0;
    offsets[target + 1] = (offsets[target + 1] ?? 0) + 1;
  }
  for (let node = 0; node < nodeCount; node++) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0);

  const next = offsets.slice();
  const targets = new Uint32Array(edgeCount);
  const masks = new Uint32Array(edgeCount);
  const edges = new Uint32Array(edgeCount);
  for (let source = 0; source < nodeCount; source++) {
    const rowEnd = forward.offsets[source + 1] ?? 0;
    for (let edge = forward.offsets[source] ?? 0; edge < rowEnd; edge++) {
      const target = forward.targets[edge] ?? 0;
      const entry = next[target] ?? 0;
      next[target] = entry + 1;
      targets[entry] = source;
      masks[entry] = forward.masks[edge] ?? 0;
      edges[entry] = edge;
    }
  }
  return { offsets, targets, masks, edges };
}
