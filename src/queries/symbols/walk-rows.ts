import type { CsrVectors } from '../../base/csr.ts';
import type { NodeSet } from '../../wasm/graph-kernels.ts';

/**
 * What can be reached over rows, as the kernel `reach` gives it: by depth, then by number. Not by that kernel, because its scratch memory is planned
 * for the nodes of the module graph, of which there are far fewer: 100,000 symbols over 500,000 edges take some 30 ms here, once a question.
 * O(reached nodes and their edges).
 * @param depth how many edges away at most; may be infinite
 */
export function walkRows(
  { offsets, targets, masks }: CsrVectors,
  starts: readonly number[],
  { depth, mask }: { readonly depth: number; readonly mask: number },
): NodeSet {
  const seen = new Uint8Array(offsets.length);
  const nodes: number[] = [];
  const depths: number[] = [];
  let front = [...new Set(starts)].sort((a, b) => a - b);
  for (const node of front) seen[node] = 1;
  for (let at = 0; front.length > 0; at++) {
    const next: number[] = [];
    for (const node of front) {
      nodes.push(node);
      depths.push(at);
      const end = at < depth ? (offsets[node + 1] ?? 0) : 0;
      for (let edge = offsets[node] ?? 0; edge < end; edge++) {
        const target = targets[edge] ?? 0;
        if (seen[target] === 1 || ((masks[edge] ?? 0) & mask) === 0) continue;
        seen[target] = 1;
        next.push(target);
      }
    }
    front = next.sort((a, b) => a - b);
  }
  return { nodes: Uint32Array.from(nodes), depths: Uint32Array.from(depths) };
}
