import type { NodeKind } from '../../base/node-kinds.ts';
import type { GraphReader } from '../../image/reader.ts';
import { matchGlobs } from '../match-globs.ts';

/** What of a graph was asked for, before anything is put together. */
export interface KeptGraph {
  /** Whether a node is part of the answer. */
  readonly nodes: Uint8Array;
  /** Whether the imports of a node are. */
  readonly followed: Uint8Array;
}

export interface Filters {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly 'do-not-follow': readonly string[];
}

/** Nodes that are files of the project: what `include` chooses from. */
export const FILE_KINDS: ReadonlySet<NodeKind> = new Set<NodeKind>(['module', 'json', 'asset']);

/**
 * Applies the filters. `include` chooses among files; packages, builtins and what is unresolved are there if a file
 * imports them. `exclude` wins and takes out any node by its id.
 * @throws ConduitError CONDUIT_BAD_PARAMS for a bad glob
 */
export function keepNodes(graph: GraphReader, filters: Filters): KeptGraph {
  const included = matchGlobs('include', filters.include);
  const excluded = matchGlobs('exclude', filters.exclude);
  const closed = matchGlobs('do-not-follow', filters['do-not-follow']);
  const nodes = new Uint8Array(graph.nodeCount).fill(1);
  const followed = new Uint8Array(graph.nodeCount).fill(1);
  if (!included && !excluded && !closed) return { nodes, followed };
  for (let node = 0; node < graph.nodeCount; node++) {
    const id = graph.idOf(node);
    const chosen = !included || !FILE_KINDS.has(graph.kindOf(node)) || included(id);
    if (!chosen || excluded?.(id)) nodes[node] = 0;
    if (closed?.(id)) followed[node] = 0;
  }
  return { nodes, followed };
}
