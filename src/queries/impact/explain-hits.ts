import type { CsrVectors } from '../../base/csr.ts';
import type { NodeSet } from '../../wasm/graph-kernels.ts';

/** Ids of a path that are shown; of a longer one the first and the last half. */
const LONGEST_VIA = 20;

/**
 * For each node that was reached, the neighbour by which it was first reached: of those one step nearer the one with the smallest number. -1 for the
 * starts. O(reached nodes and their edges).
 * @param forward from the nodes towards the starts
 */
export function nearerNeighbours({ offsets, targets, masks }: CsrVectors, reached: NodeSet, mask: number): Int32Array {
  const depthOf = new Int32Array(offsets.length - 1).fill(-1);
  reached.nodes.forEach((node, at) => {
    depthOf[node] = reached.depths[at] ?? 0;
  });
  return Int32Array.from(reached.nodes, (node, at) => {
    const nearer = (reached.depths[at] ?? 0) - 1;
    let found = -1;
    for (let edge = offsets[node] ?? 0; nearer >= 0 && edge < (offsets[node + 1] ?? 0); edge++) {
      const target = targets[edge] ?? 0;
      const isNearer = depthOf[target] === nearer && ((masks[edge] ?? 0) & mask) !== 0;
      if (isNearer && (found < 0 || target < found)) found = target;
    }
    return found;
  });
}

/**
 * What lies between a node that was reached and the start that it was reached from, the start included: the nearest to the node first. At most
 * {@link LONGEST_VIA} of them, found in as many steps, however long the way is.
 * @param nearer as of {@link nearerNeighbours}, one for each that was reached
 */
export function waysBack({ nodes, depths }: NodeSet, nearer: Int32Array): (node: number) => number[] {
  const placeOf = new Map(Array.from(nodes, (node, at) => [node, at] as const));
  const next = (place: number): number => placeOf.get(nearer[place] ?? -1) ?? -1;
  const half = LONGEST_VIA / 2;
  // For each that is far away the one on its way from which the last half begins.
  const gates = new Int32Array(nodes.length).fill(-1);
  nodes.forEach((_, place) => {
    const depth = depths[place] ?? 0;
    if (depth === half - 1) gates[place] = place;
    else if (depth >= half) gates[place] = gates[next(place)] ?? -1;
  });
  return (node) => {
    const start = placeOf.get(node) ?? -1;
    const depth = depths[start] ?? 0;
    const way: number[] = [];
    let place = next(start);
    for (; place >= 0 && (depth <= LONGEST_VIA || way.length < half); place = next(place)) way.push(nodes[place] ?? 0);
    for (place = depth > LONGEST_VIA ? (gates[start] ?? -1) : -1; place >= 0; place = next(place))
      way.push(nodes[place] ?? 0);
    return way;
  };
}
