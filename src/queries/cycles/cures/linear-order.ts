import type { ComponentRows } from './component-rows.ts';

type Rows = Pick<ComponentRows, 'nodeCount' | 'offsets' | 'targets'>;

const NOBODY = 0xffffffff;
/** The buckets of what leads nowhere and of what nothing leads to; behind them one for each difference. */
const [SINKS, SOURCES, FIRST] = [0, 1, 2];

/**
 * An order in which little leads backwards, each edge counted once: that of Eades, Lin and Smyth (Information Processing Letters 47(6), 1993) as they give it, with
 * nodes in buckets by what they give more than they take. O(nodes + edges), for components that are too large to weigh each import.
 * @returns the place of each node
 */
export function linearOrder({ nodeCount, offsets, targets }: Rows): Uint32Array {
  const { sourceOffsets, sources } = reversed({ nodeCount, offsets, targets });
  const out = new Uint32Array(nodeCount).map((_, node) => (offsets[node + 1] ?? 0) - (offsets[node] ?? 0));
  const into = new Uint32Array(nodeCount).map((_, node) => (sourceOffsets[node + 1] ?? 0) - (sourceOffsets[node] ?? 0));
  const most = Math.max(0, ...[out, into].map((degrees) => degrees.reduce((a, b) => Math.max(a, b), 0)));
  const heads = new Uint32Array(FIRST + 2 * most + 1).fill(NOBODY);
  const [next, previous] = [new Uint32Array(nodeCount), new Uint32Array(nodeCount)];
  const bucketOf = new Uint32Array(nodeCount);
  const place = new Uint32Array(nodeCount).fill(NOBODY);
  let top = FIRST;
  for (let node = nodeCount - 1; node >= 0; node--) link(node);
  for (let front = 0, back = nodeCount; front < back; ) {
    while (top > FIRST && heads[top] === NOBODY) top--;
    const bucket = [SINKS, SOURCES, top].find((one) => heads[one] !== NOBODY) ?? top;
    const node = heads[bucket] ?? 0;
    unlink(node);
    place[node] = bucket === SINKS ? --back : front++;
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) lessen(into, targets[edge] ?? 0);
    for (let at = sourceOffsets[node] ?? 0; at < (sourceOffsets[node + 1] ?? 0); at++) lessen(out, sources[at] ?? 0);
  }
  return place;

  function lessen(degrees: Uint32Array, node: number): void {
    if (place[node] !== NOBODY) return;
    unlink(node);
    degrees[node] = (degrees[node] ?? 0) - 1;
    link(node);
  }

  function link(node: number): void {
    const [gives, takes] = [out[node] ?? 0, into[node] ?? 0];
    const bucket = gives === 0 ? SINKS : takes === 0 ? SOURCES : FIRST + most + gives - takes;
    if (bucket > top) top = bucket;
    const head = heads[bucket] ?? NOBODY;
    if (head !== NOBODY) previous[head] = node;
    [next[node], previous[node], bucketOf[node], heads[bucket]] = [head, NOBODY, bucket, node];
  }

  function unlink(node: number): void {
    const [after, before] = [next[node] ?? NOBODY, previous[node] ?? NOBODY];
    if (before === NOBODY) heads[bucketOf[node] ?? 0] = after;
    else next[before] = after;
    if (after !== NOBODY) previous[after] = before;
  }
}

function reversed({ nodeCount, offsets, targets }: Rows) {
  const sourceOffsets = new Uint32Array(nodeCount + 1);
  for (const target of targets) sourceOffsets[target + 1] = (sourceOffsets[target + 1] ?? 0) + 1;
  for (let node = 0; node < nodeCount; node++) {
    sourceOffsets[node + 1] = (sourceOffsets[node + 1] ?? 0) + (sourceOffsets[node] ?? 0);
  }
  const sources = new Uint32Array(targets.length);
  const free = sourceOffsets.slice();
  for (let node = 0; node < nodeCount; node++) {
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
      const target = targets[edge] ?? 0;
      const at = free[target] ?? 0;
      sources[at] = node;
      free[target] = at + 1;
    }
  }
  return { sourceOffsets, sources };
}
