import type { GraphReader } from '../../image/reader.ts';

/** Packages of the project that hold modules; those that share a name count once, since a name is all that answers say. */
export function countPackages(graph: GraphReader): number {
  const names = new Set<string | null>();
  for (let node = 0; node < graph.nodeCount; node++)
    if (graph.kindOf(node) === 'module') names.add(graph.packageOf(node));
  names.delete(null);
  return names.size;
}
