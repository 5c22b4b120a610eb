import type { GraphReader } from '../../image/reader.ts';
import type { Groups } from './group-nodes.ts';
import { NO_GROUP } from './group-nodes.ts';
import type { KeptGraph } from './kept-graph.ts';

/** All edges of the graph from one group to another. */
export interface GroupEdge {
  /** Positions of groups. */
  readonly from: number;
  readonly to: number;
  /** Kinds of the edges, as far as they were asked for. */
  mask: number;
  /** Edges of the graph, ascending; at least one. */
  readonly edges: number[];
}

export interface GroupEdges {
  /** By `from`, then by `to`. */
  readonly edges: readonly GroupEdge[];
  /** Edges of the graph that stay within a package or folder, by the group's position. */
  readonly inside: ReadonlyMap<number, number>;
}

/**
 * Puts edges between the same two groups together. What a package or folder imports from itself is only counted; a module that
 * imports itself keeps its edge.
 * @param wanted kinds to keep: bits of EDGE_KINDS
 */
export function groupEdges(
  graph: GraphReader,
  { followed }: KeptGraph,
  { groups, groupOf }: Groups,
  wanted: number,
): GroupEdges {
  const { offsets, targets, masks } = graph.forward;
  const edges: GroupEdge[] = [];
  const inside = new Map<number, number>();
  groups.forEach(({ nodes, kind }, from) => {
    const row = new Map<number, GroupEdge>();
    for (const node of nodes) {
      if (followed[node] === 0) continue;
      const end = offsets[node + 1] ?? 0;
      for (let edge = offsets[node] ?? 0; edge < end; edge++) {
        const mask = (masks[edge] ?? 0) & wanted;
        const to = groupOf[targets[edge] ?? 0] ?? NO_GROUP;
        if (mask === 0 || to === NO_GROUP) continue;
        if (to === from && kind !== 'node') {
          inside.set(from, (inside.get(from) ?? 0) + 1);
          continue;
        }
        const known = row.get(to);
        if (!known) row.set(to, { from, to, mask, edges: [edge] });
        else {
          known.mask |= mask;
          known.edges.push(edge);
        }
      }
    }
    for (const edge of [...row.values()].sort((a, b) => a.to - b.to)) edges.push(edge);
  });
  return { edges, inside };
}
