import { type Budget, type Choices, type CureProblem, nodesOfCycles, someTarget } from './cure-problem.ts';

/**
 * A shortest cycle under the choices, as its edges; null when there is none. Breadth-first from every node that may be on one, each search only as deep
 * as a shorter one could lie: O(nodes × edges) at worst.
 */
export function shortestCircle(problem: CureProblem, choices: Choices, budget: Budget): number[] | null {
  const cyclic = nodesOfCycles(problem, choices, budget);
  const cameBy = new Int32Array(problem.nodeCount);
  const cameFrom = new Int32Array(problem.nodeCount);
  const seenBy = new Int32Array(problem.nodeCount).fill(-1);
  let best: number[] | null = null;
  for (const start of cyclic) {
    if (best !== null && best.length <= 2) break;
    const limit: number = best === null ? Number.POSITIVE_INFINITY : best.length;
    best = search(start, limit) ?? best;
  }
  return best;

  function search(start: number, limit: number): number[] | null {
    const queue = [start];
    const depths = [0];
    seenBy[start] = start;
    let closing: { readonly node: number; readonly edge: number } | null = null;
    for (let at = 0; at < queue.length && closing === null; at++) {
      const node = queue[at] ?? start;
      const depth = depths[at] ?? 0;
      if (depth + 1 >= limit) return null;
      someTarget(problem, choices, node, (target, edge) => {
        budget.left--;
        if (target === start) {
          closing = { node, edge };
          return true;
        }
        if (seenBy[target] === start) return false;
        seenBy[target] = start;
        cameBy[target] = edge;
        cameFrom[target] = node;
        queue.push(target);
        depths.push(depth + 1);
        return false;
      });
    }
    return closing === null ? null : wayTo(closing, start);
  }

  function wayTo({ node, edge }: { readonly node: number; readonly edge: number }, start: number): number[] {
    const edges = [edge];
    for (let step = node; step !== start; step = cameFrom[step] ?? start) edges.push(cameBy[step] ?? 0);
    return edges.reverse();
  }
}
