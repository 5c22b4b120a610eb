import type { Component } from './find-components.ts';
import { nestedBits } from './import-classes.ts';
import { type ImportGraph, sourcesOf } from './import-graph.ts';

/** Edges that searches may still look at. */
export interface Work {
  left: number;
}

/** A cycle as edges of the graph that follow each other. */
export interface Cycle {
  readonly edges: readonly number[];
  /** False when work was done before all was looked at. */
  readonly isShortest: boolean;
}

/** Finds a cycle of a component. */
export type CycleFinder = (component: Component, work: Work) => Cycle;

const NOBODY = -1;

/**
 * Finds a shortest cycle of a component, of several the first by the order of its members; of a component that contains others, one that stays in none of
 * them. Breadth-first searches from one member after the other (A. Itai, M. Rodeh, SIAM Journal on Computing 7(4), 1978), each only as deep as a
 * shorter cycle could lie: O(members × edges) at worst. When `work` is done, the shortest so far is taken: the first search always finds one.
 */
export function createCycleFinder(graph: ImportGraph): CycleFinder {
  const { offsets, targets, classes, nodes } = graph;
  const sources = sourcesOf(graph);
  /** The edge by which the search of that number came to each node. */
  const cameBy = new Uint32Array(nodes.length);
  const seenBy = new Int32Array(nodes.length).fill(NOBODY);
  const isMember = new Uint8Array(nodes.length);
  let searches = 0;

  return (component, work) => {
    const { members, narrower } = component;
    const mask = nestedBits(component.class);
    const isCrossing = (edge: number): boolean =>
      narrower === null || narrower[sources[edge] ?? 0] !== narrower[targets[edge] ?? 0];
    for (const node of members) isMember[node] = 1;
    const [own = 0] = members;
    // It needs no search: a component of one is a module that imports itself.
    if (members.length === 1) {
      const edges = crossingEdges(members, mask, isCrossing).slice(0, 1);
      isMember[own] = 0;
      return { edges, isShortest: true };
    }
    const starts = narrower === null ? members : targetsOf(crossingEdges(members, mask, isCrossing));
    let best: readonly number[] = [];
    let isShortest = true;
    for (const start of starts) {
      if (best.length === 2) break;
      isShortest = best.length === 0 || work.left > 0;
      if (!isShortest) break;
      best = search(start, mask, isCrossing, best.length === 0 ? Number.POSITIVE_INFINITY : best.length, work) ?? best;
    }
    for (const node of members) isMember[node] = 0;
    return { edges: best, isShortest };
  };

  /** Edges of members to members, of the classes asked for, that cross. */
  function crossingEdges(members: readonly number[], mask: number, isCrossing: (edge: number) => boolean): number[] {
    const found: number[] = [];
    for (const node of members) {
      for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
        if (((classes[edge] ?? 0) & mask) === 0 || isMember[targets[edge] ?? 0] === 0) continue;
        if (isCrossing(edge)) found.push(edge);
      }
    }
    return found;
  }

  function targetsOf(edges: readonly number[]): number[] {
    return [...new Set(edges.map((edge) => targets[edge] ?? 0))].sort(ascending);
  }

  /** A shortest cycle of fewer than `limit` edges whose last edge crosses and leads to its start; null when there is none. */
  function search(
    start: number,
    mask: number,
    isCrossing: (edge: number) => boolean,
    limit: number,
    work: Work,
  ): number[] | null {
    const run = searches++;
    const queue = [start];
    seenBy[start] = run;
    let depth = 0;
    let levelEnd = 1;
    for (let at = 0; at < queue.length; at++) {
      if (at === levelEnd) {
        depth++;
        levelEnd = queue.length;
      }
      if (depth + 1 >= limit) return null;
      const node = queue[at] ?? start;
      const end = offsets[node + 1] ?? 0;
      work.left -= end - (offsets[node] ?? 0) + 1;
      for (let edge = offsets[node] ?? 0; edge < end; edge++) {
        if (((classes[edge] ?? 0) & mask) === 0) continue;
        const target = targets[edge] ?? 0;
        if (target === start && node !== start && isCrossing(edge)) return wayTo(node, start, edge);
        if (isMember[target] === 0 || seenBy[target] === run) continue;
        seenBy[target] = run;
        cameBy[target] = edge;
        queue.push(target);
      }
    }
    return null;
  }

  /** The edges by which the last search came from its start to a node, and one more. */
  function wayTo(node: number, start: number, last: number): number[] {
    const edges = [last];
    for (let step = node; step !== start; step = sources[edges.at(-1) ?? 0] ?? start) edges.push(cameBy[step] ?? 0);
    return edges.reverse();
  }
}

const ascending = (a: number, b: number): number => a - b;
