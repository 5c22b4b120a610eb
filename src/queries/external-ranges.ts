import { compareCodeUnits } from '../base/text.ts';
import type { GraphReader } from '../image/reader.ts';

/**
 * The version ranges that some importers declare for the external packages they import, each once, sorted. Of the importers in the
 * answer alone: what others declare would make it rest on the whole project.
 * @param importers node numbers
 * @returns by node; every external that one of them imports has an entry
 */
export function declaredRanges(graph: GraphReader, importers: Iterable<number>): Map<number, string[]> {
  const { offsets, targets } = graph.forward;
  const found = new Map<number, Set<string>>();
  for (const node of importers) {
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
      const target = targets[edge] ?? 0;
      if (graph.kindOf(target) !== 'external') continue;
      const ranges = found.get(target) ?? new Set();
      found.set(target, ranges);
      const range = graph.rangeOf(edge);
      if (range !== null) ranges.add(range);
    }
  }
  return new Map([...found].map(([node, ranges]) => [node, [...ranges].sort(compareCodeUnits)]));
}
