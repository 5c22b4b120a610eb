import type { GraphReader } from '../../image/reader.ts';

/** Modules are the first nodes of the graph. O(log nodes). */
export function countModules(graph: GraphReader): number {
  let low = 0;
  let high = graph.nodeCount;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (graph.kindOf(middle) === 'module') low = middle + 1;
    else high = middle;
  }
  return low;
}
