import type { CsrVectors } from '../../src/base/csr.ts';
import type { NodeSet } from '../../src/wasm/graph-kernels.ts';

/**
 * assembly/reach.ts in TypeScript, as one would write it for speed: typed arrays, working memory made once. The oracle
 * of the tests, with its maps and sets, would be too easy a rival.
 */
export function createReachTwin(
  nodeCount: number,
): (graph: CsrVectors, start: number, depth: number, mask: number) => NodeSet {
  const seen = new Uint8Array(nodeCount);
  const nodes = new Uint32Array(nodeCount);
  const depths = new Uint32Array(nodeCount);
  return ({ offsets, targets, masks }, start, depth, mask) => {
    seen.fill(0);
    seen[start] = 1;
    nodes[0] = start;
    let head = 0;
    let tail = 1;
    for (let level = 0; head < tail; level++) {
      const end = tail;
      nodes.subarray(head, end).sort();
      depths.fill(level, head, end);
      if (level === depth) break;
      for (; head < end; head++) {
        const node = nodes[head] as number;
        const rowEnd = offsets[node + 1] as number;
        for (let edge = offsets[node] as number; edge < rowEnd; edge++) {
          const target = targets[edge] as number;
          if (seen[target] !== 0 || ((masks[edge] as number) & mask) === 0) continue;
          seen[target] = 1;
          nodes[tail++] = target;
        }
      }
    }
    return { nodes: nodes.slice(0, tail), depths: depths.slice(0, tail) };
  };
}
