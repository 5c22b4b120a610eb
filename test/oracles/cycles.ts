/** An edge with bits of classes: 1 runtime, 2 deferred, 4 type-only. */
export type ClassEdge = readonly [from: number, to: number, bits: number];

export interface NaiveComponent {
  readonly class: number;
  readonly members: readonly number[];
  /** Edges of a shortest cycle that does not stay within a component of a narrower class. */
  readonly shortest: number;
}

/**
 * Cycles by their definition, for small graphs: two nodes are in one component when each reaches the other; a wider component counts when no narrower
 * one has the same members; a shortest cycle is an edge and a shortest way back.
 */
export function naiveCycles(nodeCount: number, edges: readonly ClassEdge[]): NaiveComponent[] {
  const found: NaiveComponent[] = [];
  let narrower: number[] | null = null;
  for (const mask of [1, 3, 7]) {
    const own = edges.filter(([from, to, bits]) => (bits & mask) !== 0 && from !== to);
    const far = distances(nodeCount, own);
    const at = (from: number, to: number): number => far[from]?.[to] ?? Number.POSITIVE_INFINITY;
    const nodes = [...Array(nodeCount).keys()];
    const least = nodes.map((node) =>
      nodes.findIndex((one) => at(node, one) + at(one, node) < Number.POSITIVE_INFINITY),
    );
    for (const first of new Set(least)) {
      const members = nodes.filter((node) => least[node] === first);
      const isOld = narrower !== null && new Set(members.map((node) => narrower?.[node])).size === 1;
      if (members.length < 2 || isOld) continue;
      const crossing = own.filter(
        ([from, to]) => least[from] === first && least[to] === first && (!narrower || narrower[from] !== narrower[to]),
      );
      found.push({ class: mask, members, shortest: Math.min(...crossing.map(([from, to]) => 1 + at(to, from))) });
    }
    narrower = least;
  }
  for (const [from, to, bits] of edges) {
    if (from === to) found.push({ class: bits & 1 ? 1 : bits & 2 ? 3 : 7, members: [from], shortest: 1 });
  }
  return found;
}

/** Floyd, "Algorithm 97: shortest path", 1962. */
function distances(nodeCount: number, edges: readonly ClassEdge[]): number[][] {
  const far = Array.from({ length: nodeCount }, (_, from) =>
    Array.from({ length: nodeCount }, (_, to) => (from === to ? 0 : Number.POSITIVE_INFINITY)),
  );
  for (const [from, to] of edges) if (from !== to) far[from]?.splice(to, 1, 1);
  for (let by = 0; by < nodeCount; by++) {
    for (const row of far) {
      row.forEach((known, to) => {
        row[to] = Math.min(known, (row[by] ?? 0) + (far[by]?.[to] ?? 0));
      });
    }
  }
  return far;
}
