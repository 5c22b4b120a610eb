import type { CsrVectors } from '../../src/base/csr.ts';
import { naiveReach, neighbours } from './reach.ts';

/**
 * The definition itself, for small graphs: two nodes are strongly connected when each reaches the other. Returns the
 * least member of each node's component.
 */
export function mutuallyReachable(graph: CsrVectors, mask: number): number[] {
  const nodes = [...Array(graph.offsets.length - 1).keys()];
  const reached = nodes.map((node) => new Set(naiveReach(graph, [node], Infinity, mask).nodes));
  return nodes.map((node) => nodes.findIndex((other) => reached[node]?.has(other) && reached[other]?.has(node)));
}

/**
 * Kosaraju's algorithm (M. Sharir, 1981), for large graphs: shares no idea with the kernel's. Returns the least member of
 * each node's component.
 */
export function kosaraju(graph: CsrVectors, mask: number): number[] {
  const nodeCount = graph.offsets.length - 1;
  const forward = Array.from({ length: nodeCount }, (_, node) => neighbours(graph, node, mask));
  const backward: number[][] = forward.map(() => []);
  forward.forEach((targets, node) => {
    for (const target of targets) backward[target]?.push(node);
  });

  const leastOf = new Array<number>(nodeCount).fill(-1);
  for (const root of finishingOrder(forward).reverse()) {
    if (leastOf[root] !== -1) continue;
    const members = [root];
    leastOf[root] = root;
    for (let next = 0; next < members.length; next++) {
      for (const source of backward[members[next] ?? 0] ?? []) {
        if (leastOf[source] !== -1) continue;
        leastOf[source] = root;
        members.push(source);
      }
    }
    const least = members.reduce((a, b) => Math.min(a, b));
    for (const member of members) leastOf[member] = least;
  }
  return leastOf;
}

/** Nodes in the order in which a depth-first search leaves them. */
function finishingOrder(forward: readonly (readonly number[])[]): number[] {
  const finished: number[] = [];
  const seen = new Set<number>();
  for (let start = 0; start < forward.length; start++) {
    if (seen.has(start)) continue;
    seen.add(start);
    const path = [{ node: start, next: 0 }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const target = forward[top.node]?.[top.next++];
      if (target === undefined) {
        finished.push(top.node);
        path.pop();
      } else if (!seen.has(target)) {
        seen.add(target);
        path.push({ node: target, next: 0 });
      }
    }
  }
  return finished;
}
