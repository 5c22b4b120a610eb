import type { CsrVectors } from '../../src/base/csr.ts';
import type { PageRankOptions, Ranks } from '../../src/wasm/graph-kernels.ts';

/** assembly/page-rank.ts in TypeScript, as one would write it for speed; the sums are taken in the same order, so the ranks are the same bits. */
export function createPageRankTwin(
  mostNodes: number,
): (graph: CsrVectors, reverse: CsrVectors, options: Omit<PageRankOptions, 'budget'>) => Ranks {
  const shares = new Float64Array(mostNodes);
  const degrees = new Uint32Array(mostNodes);
  return (graph, reverse, { mask, nodeCount, damping, tolerance, iterations: most }) => {
    const ranks = new Float64Array(nodeCount).fill(1 / nodeCount);
    for (let node = 0; node < nodeCount; node++) {
      let count = 0;
      const rowEnd = graph.offsets[node + 1] as number;
      for (let edge = graph.offsets[node] as number; edge < rowEnd; edge++) {
        const target = graph.targets[edge] as number;
        if (((graph.masks[edge] as number) & mask) !== 0 && target < nodeCount && target !== node) count++;
      }
      degrees[node] = count;
    }
    const { offsets, targets, masks } = reverse;
    for (let iteration = 1; iteration <= most; iteration++) {
      let stranded = 0;
      for (let node = 0; node < nodeCount; node++) {
        const degree = degrees[node] as number;
        if (degree === 0) stranded += ranks[node] as number;
        shares[node] = degree === 0 ? 0 : (ranks[node] as number) / degree;
      }
      const base = (1 - damping + damping * stranded) * (1 / nodeCount);
      let change = 0;
      for (let node = 0; node < nodeCount; node++) {
        let given = 0;
        const rowEnd = offsets[node + 1] as number;
        for (let edge = offsets[node] as number; edge < rowEnd; edge++) {
          const source = targets[edge] as number;
          if (((masks[edge] as number) & mask) === 0 || source >= nodeCount || source === node) continue;
          given += shares[source] as number;
        }
        const next = base + damping * given;
        change += Math.abs(next - (ranks[node] as number));
        ranks[node] = next;
      }
      if (change < tolerance) return { ranks, iterations: iteration };
    }
    return { ranks, iterations: most };
  };
}
