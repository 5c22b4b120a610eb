import type { CsrVectors } from '../../src/base/csr.ts';
import { neighbours } from './reach.ts';

/** PageRank by its equation, a node's share handed out edge by edge; as many iterations as asked for. */
export function naivePageRank(
  graph: CsrVectors,
  nodeCount: number,
  mask: number,
  damping: number,
  iterations: number,
): number[] {
  const nodes = [...Array(nodeCount).keys()];
  const targets = nodes.map((node) => neighbours(graph, node, mask).filter((to) => to < nodeCount && to !== node));
  let ranks = nodes.map(() => 1 / nodeCount);
  for (let done = 0; done < iterations; done++) {
    const stranded = nodes.reduce((sum, node) => sum + (targets[node]?.length === 0 ? (ranks[node] ?? 0) : 0), 0);
    const next = nodes.map(() => (1 - damping + damping * stranded) / nodeCount);
    for (const node of nodes) {
      for (const to of targets[node] ?? []) {
        next[to] = (next[to] ?? 0) + (damping * (ranks[node] ?? 0)) / (targets[node]?.length ?? 1);
      }
    }
    ranks = next;
  }
  return ranks;
}
