import { compareCodeUnits } from '../../../base/text.ts';
import type { ImageReader } from '../../../image/reader.ts';
import type { CyclesResult } from '../cycle-schemas.ts';
import type { ImportGraph } from '../import-graph.ts';
import type { ImportCure } from './import-options.ts';

type Change = NonNullable<CyclesResult['components'][number]['cure']>['edges'][number];

/** What becomes of an edge of the import graph, in words: a change for each of its places. */
export function describeChange(
  image: ImageReader,
  { ids, targets, offsets }: ImportGraph,
  edge: number,
  cure: ImportCure,
): Change[] {
  const [from, to] = [ids(sourceAt(offsets, edge)), ids(targets[edge] ?? 0)];
  return cure.map(({ how, cost, location, specifier, instead, symbols }) => ({
    ...{ from, to, how, cost, location, specifier },
    ...(how === 'import-declaring-module' ? { instead: instead.map(image.graph.idOf).sort(compareCodeUnits) } : {}),
    ...(symbols.length === 0 ? {} : { symbols: symbols.map(image.symbols.idOf).sort(compareCodeUnits) }),
  }));
}

/** The node that an edge begins at: the last whose row begins at or before it and is not empty. */
function sourceAt(offsets: Uint32Array, edge: number): number {
  let [low, high] = [0, offsets.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) <= edge) low = middle;
    else high = middle;
  }
  return low;
}
