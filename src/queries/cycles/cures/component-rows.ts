import type { Component } from '../find-components.ts';
import { nestedBits } from '../import-classes.ts';
import type { ImportGraph } from '../import-graph.ts';

/** The imports of a component among its members, of its class; nodes are positions among the members. */
export interface ComponentRows {
  readonly nodeCount: number;
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  /** The edge of the import graph that each edge here is. */
  readonly edges: Uint32Array;
}

/** What a module imports of itself is a component of its own, and no part of another. O(nodes + edges). */
export function componentRows(graph: ImportGraph, { class: own, members }: Component): ComponentRows {
  const mask = nestedBits(own);
  const numberOf = new Map(members.map((node, at) => [node, at] as const));
  const mostEdges = members.reduce((sum, node) => sum + (graph.offsets[node + 1] ?? 0) - (graph.offsets[node] ?? 0), 0);
  const offsets = new Uint32Array(members.length + 1);
  const targets = new Uint32Array(mostEdges);
  const edges = new Uint32Array(mostEdges);
  let count = 0;
  members.forEach((node, at) => {
    for (let edge = graph.offsets[node] ?? 0; edge < (graph.offsets[node + 1] ?? 0); edge++) {
      const target = graph.targets[edge] ?? 0;
      const number = numberOf.get(target);
      if (number === undefined || ((graph.classes[edge] ?? 0) & mask) === 0) continue;
      if ((target === node) !== (members.length === 1)) continue;
      targets[count] = number;
      edges[count++] = edge;
    }
    offsets[at + 1] = count;
  });
  return { nodeCount: members.length, offsets, targets: targets.subarray(0, count), edges: edges.subarray(0, count) };
}
