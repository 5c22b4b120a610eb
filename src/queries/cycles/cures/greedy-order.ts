import { type Choices, type CureProblem, someTarget } from './cure-problem.ts';

/**
 * An order of the nodes in which little leads backwards, by weight: what leads nowhere goes to the end, what nothing leads to goes to the front, and of the
 * rest the one that gives most more than it takes goes to the front. P. Eades, X. Lin, W. F. Smyth, "A fast and effective heuristic for the feedback arc
 * set problem", Information Processing Letters 47(6), 1993, with weights. O((nodes + edges) log nodes). Returns the place of each node.
 * @param weightOf of an edge as it is under the choices
 */
export function greedyOrder(problem: CureProblem, choices: Choices, weightOf: (edge: number) => number): Uint32Array {
  const { nodeCount } = problem;
  const [out, into] = [new Float64Array(nodeCount), new Float64Array(nodeCount)];
  const sources: { readonly node: number; readonly weight: number }[][] = Array.from({ length: nodeCount }, () => []);
  for (let node = 0; node < nodeCount; node++) {
    someTarget(problem, choices, node, (target, edge) => {
      const weight = weightOf(edge);
      if (target === node) return false;
      out[node] = (out[node] ?? 0) + weight;
      into[target] = (into[target] ?? 0) + weight;
      sources[target]?.push({ node, weight });
      return false;
    });
  }
  const place = new Uint32Array(nodeCount);
  const isPlaced = new Uint8Array(nodeCount);
  const heap: Entry[] = [];
  /** What leads nowhere, then what nothing leads to, before any other. */
  const rankOf = (node: number): number => {
    if (out[node] === 0) return Number.NEGATIVE_INFINITY;
    return into[node] === 0 ? Number.MAX_SAFE_INTEGER : (out[node] ?? 0) - (into[node] ?? 0);
  };
  const offer = (node: number): void => {
    const rank = rankOf(node);
    push(heap, { node, key: rank === Number.NEGATIVE_INFINITY ? Number.POSITIVE_INFINITY : rank, rank });
  };
  for (let node = 0; node < nodeCount; node++) offer(node);
  let [front, back] = [0, nodeCount];
  for (let top = pop(heap); top !== undefined; top = pop(heap)) {
    const { node, rank } = top;
    // An entry of an earlier state of the node: there is a later one.
    if (isPlaced[node] === 1 || rank !== rankOf(node)) continue;
    isPlaced[node] = 1;
    place[node] = rank === Number.NEGATIVE_INFINITY ? --back : front++;
    someTarget(problem, choices, node, (target, edge) => {
      if (isPlaced[target] === 1) return false;
      into[target] = (into[target] ?? 0) - weightOf(edge);
      offer(target);
      return false;
    });
    for (const { node: source, weight } of sources[node] ?? []) {
      if (isPlaced[source] === 1) continue;
      out[source] = (out[source] ?? 0) - weight;
      offer(source);
    }
  }
  return place;
}

interface Entry {
  readonly node: number;
  readonly key: number;
  readonly rank: number;
}

/** By key, then by node: the order must not depend on how the heap came to be. */
const isBefore = (a: Entry, b: Entry): boolean => a.key > b.key || (a.key === b.key && a.node < b.node);

function push(heap: Entry[], entry: Entry): void {
  let at = heap.push(entry) - 1;
  while (at > 0) {
    const up = (at - 1) >> 1;
    const above = heap[up];
    if (!above || !isBefore(entry, above)) break;
    heap[at] = above;
    at = up;
  }
  heap[at] = entry;
}

function pop(heap: Entry[]): Entry | undefined {
  const [top] = heap;
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return top;
  let at = 0;
  for (;;) {
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
    if (!left) break;
    const [next, place] = right && isBefore(right, left) ? [right, 2 * at + 2] : [left, 2 * at + 1];
    if (!isBefore(next, last)) break;
    heap[at] = next;
    at = place;
  }
  heap[at] = last;
  return top;
}
