import type { GraphReader } from '../../image/reader.ts';
import type { Selection } from './selector.ts';

const FAR = 0xffffffff;

/** Shortest chains of imports from every node to the nearest goal. */
export interface Chains {
  reaches(node: number): boolean;
  /** The goal that a shortest chain ends at. */
  goalOf(node: number): number;
  /** The first edge (forward) of that chain. */
  firstEdge(node: number): number;
  /** The nodes of that chain with both ends, at most so many of the first. */
  chainFrom(node: number, limit: number): number[];
}

/**
 * Breadth first from all goals at once against the direction of imports: O(nodes + edges), whatever the number of starts. Of shortest chains that one counts
 * whose edges have the lowest numbers, the first edge first.
 * @param mask kinds of import to follow
 * @param blocked nodes that no chain goes through, begins or ends at
 */
export function chainsTo(graph: GraphReader, goals: Selection, mask: number, blocked: Selection | null): Chains {
  const { forward, reverse } = graph;
  const distances = new Uint32Array(graph.nodeCount).fill(FAR);
  const firstEdges = new Uint32Array(graph.nodeCount);
  const goalOf = new Uint32Array(graph.nodeCount);
  const queue = new Uint32Array(graph.nodeCount);
  let queued = 0;
  for (let node = 0; node < goals.length; node++) {
    goalOf[node] = node;
    if (goals[node] === 0 || blocked?.[node] === 1) continue;
    distances[node] = 0;
    queue[queued++] = node;
  }
  for (let at = 0; at < queued; at++) {
    const node = queue[at] ?? 0;
    const distance = distances[node] ?? 0;
    if (distance > 0) {
      const edge = nearerEdge(forward, distances, node, mask);
      firstEdges[node] = edge;
      goalOf[node] = goalOf[forward.targets[edge] ?? 0] ?? 0;
    }
    for (let entry = reverse.offsets[node] ?? 0; entry < (reverse.offsets[node + 1] ?? 0); entry++) {
      const source = reverse.targets[entry] ?? 0;
      if (((reverse.masks[entry] ?? 0) & mask) === 0 || distances[source] !== FAR || blocked?.[source] === 1) continue;
      distances[source] = distance + 1;
      queue[queued++] = source;
    }
  }
  return {
    reaches: (node) => distances[node] !== FAR,
    goalOf: (node) => goalOf[node] ?? 0,
    firstEdge: (node) => firstEdges[node] ?? 0,
    chainFrom(node, limit) {
      const nodes = [node];
      for (let at = node; nodes.length < limit && distances[at] !== 0; nodes.push(at)) {
        at = forward.targets[firstEdges[at] ?? 0] ?? 0;
      }
      return nodes;
    },
  };
}

/** The first edge that leads one step nearer. All that is nearer by one has its distance already. */
function nearerEdge(
  { offsets, targets, masks }: GraphReader['forward'],
  distances: Uint32Array,
  node: number,
  mask: number,
): number {
  const nearer = (distances[node] ?? 0) - 1;
  let edge = offsets[node] ?? 0;
  while (distances[targets[edge] ?? 0] !== nearer || ((masks[edge] ?? 0) & mask) === 0) edge++;
  return edge;
}
