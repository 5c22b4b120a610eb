import type { QueryContext } from '../define.ts';

/** Imports that lead nowhere in some modules and in all that they depend on by the kinds in a mask: each place counts. */
export function unresolvedAmong(
  { image: { graph }, kernels }: QueryContext,
  starts: readonly number[],
  mask: number,
): number {
  const { nodes } = kernels.reach(graph.forward, starts, { depth: Number.POSITIVE_INFINITY, mask });
  const { offsets, targets, masks } = graph.forward;
  let count = 0;
  for (const node of nodes) {
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
      const isFollowed = ((masks[edge] ?? 0) & mask) !== 0;
      if (isFollowed && graph.kindOf(targets[edge] ?? 0) === 'unresolved') count += graph.countSites(edge, mask);
    }
  }
  return count;
}
