import type { CsrVectors } from '../../base/csr.ts';

export interface Rows {
  readonly forward: CsrVectors;
  readonly reverse: CsrVectors;
}

export interface PathLimits {
  /** Edge kinds to follow: bits. */
  readonly mask: number;
  readonly count: number;
  /** Edges to look at before it gives up on longer paths. */
  readonly budget: number;
}

export interface FoundPaths {
  /** Edges (numbers in the forward rows) of each path, shortest paths first, then by the numbers of the nodes on them. */
  readonly paths: readonly (readonly number[])[];
  /** True when it gave up before it had looked at all that could be a path. */
  readonly isCut: boolean;
}

/**
 * The shortest paths from one of some nodes to one of others, no node twice and no path through another start. Distances to the goal are known from a search backwards, so a depth-first search for
 * paths of one length never enters a node from which the goal is too far; the lengths are tried one after the other, from the distance on
 * (iterative deepening with an exact bound: Korf, "Depth-First Iterative-Deepening", 1985). The first path costs O(nodes + edges).
 */
export function shortestPaths(
  { forward, reverse }: Rows,
  from: readonly number[],
  to: readonly number[],
  { mask, count, budget }: PathLimits,
): FoundPaths {
  const left = distancesTo(reverse, to, mask);
  const starts = [...new Set(from)].filter((node) => (left[node] ?? FAR) !== FAR && !to.includes(node));
  const paths: number[][] = [];
  const work = { left: budget };
  let length = starts.reduce((nearest, node) => Math.min(nearest, left[node] ?? FAR), FAR);
  while (length !== FAR && paths.length < count) {
    const search = { forward, left, mask, length, wanted: count - paths.length, work };
    const found = pathsOfLength(
      search,
      starts.sort((a, b) => a - b),
    );
    paths.push(...found.paths);
    if (work.left <= 0) return { paths, isCut: paths.length < count };
    // Nothing was passed over for its length: there are no longer ones.
    if (!found.isLonger) break;
    length++;
  }
  return { paths, isCut: false };
}

const FAR = 0xffffffff;

/** How many edges each node is away from the nearest goal; {@link FAR} for none. */
function distancesTo({ offsets, targets, masks }: CsrVectors, goals: readonly number[], mask: number): Uint32Array {
  const distances = new Uint32Array(offsets.length).fill(FAR);
  for (const goal of goals) distances[goal] = 0;
  const queue = [...new Set(goals)];
  for (const node of queue) {
    for (let entry = offsets[node] ?? 0; entry < (offsets[node + 1] ?? 0); entry++) {
      const source = targets[entry] ?? 0;
      if (((masks[entry] ?? 0) & mask) === 0 || distances[source] !== FAR) continue;
      distances[source] = (distances[node] ?? 0) + 1;
      queue.push(source);
    }
  }
  return distances;
}

interface Search {
  readonly forward: CsrVectors;
  readonly left: Uint32Array;
  readonly mask: number;
  readonly length: number;
  readonly wanted: number;
  readonly work: { left: number };
}

/** Paths of exactly that length. Keeps a stack of its own: a path can have thousands of edges. */
function pathsOfLength(
  { forward: { offsets, targets, masks }, left, mask, length, wanted, work }: Search,
  starts: readonly number[],
): { readonly paths: number[][]; readonly isLonger: boolean } {
  const paths: number[][] = [];
  let isLonger = false;
  // Whatever leads on from another start is a path of its own.
  const on = new Set(starts);
  for (const start of starts) {
    const nodes = [start];
    const next = [offsets[start] ?? 0];
    if ((left[start] ?? FAR) > length) {
      isLonger = true;
      continue;
    }
    while (nodes.length > 0 && paths.length < wanted && work.left > 0) {
      const node = nodes.at(-1) ?? 0;
      const edge = next.at(-1) ?? 0;
      if (edge >= (offsets[node + 1] ?? 0)) {
        if (node !== start) on.delete(node);
        nodes.pop();
        next.pop();
        continue;
      }
      next[next.length - 1] = edge + 1;
      work.left--;
      const target = targets[edge] ?? 0;
      const rest = left[target] ?? FAR;
      if (((masks[edge] ?? 0) & mask) === 0 || rest === FAR || on.has(target)) continue;
      const room = length - nodes.length;
      // A goal ends a path, wherever it stands.
      if (rest === 0 ? room > 0 : rest > room) {
        isLonger ||= rest > room;
        continue;
      }
      if (rest === 0) paths.push([...next.map((after) => after - 1)]);
      else {
        nodes.push(target);
        next.push(offsets[target] ?? 0);
        on.add(target);
      }
    }
  }
  return { paths, isLonger };
}
