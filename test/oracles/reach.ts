import type { CsrVectors } from '../../src/base/csr.ts';
import type { NodeSet } from '../../src/wasm/graph-kernels.ts';

/** Breadth-first reach as one would write it without a thought for speed: the twin of assembly/reach.ts. */
export function naiveReach(graph: CsrVectors, from: readonly number[], depth: number, mask: number): NodeSet {
  const depthOf = new Map<number, number>();
  let level = new Set(from);
  for (let distance = 0; level.size > 0; distance++) {
    const next = new Set<number>();
    for (const node of level) depthOf.set(node, distance);
    if (distance < depth) {
      for (const node of level) {
        for (const target of neighbours(graph, node, mask)) if (!depthOf.has(target)) next.add(target);
      }
    }
    level = next;
  }
  const found = [...depthOf].sort(([nodeA, depthA], [nodeB, depthB]) => depthA - depthB || nodeA - nodeB);
  return {
    nodes: Uint32Array.from(found, ([node]) => node),
    depths: Uint32Array.from(found, ([, distance]) => distance),
  };
}

/** Targets of a node's edges that have a kind of the mask, in row order, repeats included. */
export function neighbours({ offsets, targets, masks }: CsrVectors, node: number, mask: number): number[] {
  const found: number[] = [];
  for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
    if (((masks[edge] ?? 0) & mask) !== 0) found.push(targets[edge] ?? 0);
  }
  return found;
}
