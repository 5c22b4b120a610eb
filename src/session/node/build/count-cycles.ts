import { COUNTED_KINDS } from '../../../queries/cycles/import-classes.ts';
import type { QueryContext } from '../../../queries/define.ts';

/** Groups of at least two modules that import each other in a circle, by imports of any kind that can close one. */
export function countCycles({ image, kernels }: QueryContext): number {
  const { count, componentOf } = kernels.stronglyConnected(image.graph.forward, COUNTED_KINDS);
  const sizes = new Uint32Array(count);
  for (const component of componentOf) sizes[component] = (sizes[component] ?? 0) + 1;
  return sizes.reduce((cycles, size) => cycles + (size > 1 ? 1 : 0), 0);
}
