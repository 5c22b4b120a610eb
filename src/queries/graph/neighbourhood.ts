import type { GroupEdge } from './group-edges.ts';

export interface Neighbourhood {
  /** Positions of groups that are near enough. */
  readonly groups: ReadonlySet<number>;
  /** True when there is something just beyond. */
  readonly isCut: boolean;
}

/**
 * The groups within some edges of the starts: those that are imported, directly or not, and those that import; not what else an
 * importer imports, unless that is near too.
 * @param depth Infinity for all
 */
export function neighbourhood(edges: readonly GroupEdge[], starts: readonly number[], depth: number): Neighbourhood {
  const forward = walk(edges, starts, depth, 'from', 'to');
  const backward = walk(edges, starts, depth, 'to', 'from');
  const groups = new Set([...forward.reached, ...backward.reached]);
  const isCut = [...forward.beyond, ...backward.beyond].some((group) => !groups.has(group));
  return { groups, isCut };
}

function walk(
  edges: readonly GroupEdge[],
  starts: readonly number[],
  depth: number,
  near: 'from' | 'to',
  far: 'from' | 'to',
): { readonly reached: ReadonlySet<number>; readonly beyond: readonly number[] } {
  const rows = new Map<number, number[]>();
  for (const edge of edges) {
    const row = rows.get(edge[near]);
    if (row) row.push(edge[far]);
    else rows.set(edge[near], [edge[far]]);
  }
  const reached = new Set(starts);
  let front = [...reached];
  for (let step = 0; step < depth && front.length > 0; step++) {
    const next: number[] = [];
    for (const group of front) {
      for (const neighbour of rows.get(group) ?? []) {
        if (reached.has(neighbour)) continue;
        reached.add(neighbour);
        next.push(neighbour);
      }
    }
    front = next;
  }
  return { reached, beyond: front.flatMap((group) => rows.get(group) ?? []) };
}
