import type { CsrVectors } from '../base/csr.ts';
import type { NodeSet } from '../wasm/graph-kernels.ts';

/** For each node at the limit that has neighbours outside the answer: how many. */
export function hiddenNeighbours(
  { offsets, targets, masks }: CsrVectors,
  { nodes, depths }: NodeSet,
  limit: number,
  included: ReadonlyMap<number, unknown>,
  wanted: number,
): Map<number, number> {
  const hidden = new Map<number, number>();
  // The nodes at the limit are the last ones.
  for (let at = nodes.length - 1; at >= 0 && depths[at] === limit; at--) {
    const node = nodes[at] ?? 0;
    let count = 0;
    for (let entry = offsets[node] ?? 0; entry < (offsets[node + 1] ?? 0); entry++) {
      if (((masks[entry] ?? 0) & wanted) !== 0 && !included.has(targets[entry] ?? 0)) count++;
    }
    if (count > 0) hidden.set(node, count);
  }
  return hidden;
}
