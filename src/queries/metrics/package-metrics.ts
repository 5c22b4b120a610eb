import type { GraphReader } from '../../image/reader.ts';
import type { ModuleMetrics } from './module-metrics.ts';

/** What the graph says of one package of the project. */
export interface PackageMetrics {
  readonly number: number;
  readonly modules: number;
  /** Packages of the project that import it, that it imports. */
  readonly fanIn: number;
  readonly fanOut: number;
  /** Modules of other packages that import one of its own (Martin's Ca), own modules that import one of another package (Ce). */
  readonly afferent: number;
  readonly efferent: number;
  /** The sum over its modules. */
  readonly centrality: number;
}

const NONE = 0xffffffff;

/** By number of the package; those without modules are left out. O(nodes + edges). */
export function packageMetrics(
  graph: GraphReader,
  { moduleCount, centrality }: Pick<ModuleMetrics, 'moduleCount' | 'centrality'>,
  mask: number,
): PackageMetrics[] {
  const { offsets, targets, masks } = graph.forward;
  const packageOf = Uint32Array.from({ length: moduleCount }, (_, node) => graph.packageNumberOf(node) ?? NONE);
  const counts = Array.from({ length: graph.packageCount }, () => ({ modules: 0, efferent: 0, centrality: 0 }));
  const outside: Set<number>[] = counts.map(() => new Set());
  const importers: Set<number>[] = counts.map(() => new Set());
  const imported: Set<number>[] = counts.map(() => new Set());
  for (let node = 0; node < moduleCount; node++) {
    const from = packageOf[node] ?? NONE;
    const own = counts[from];
    if (!own) continue;
    own.modules++;
    own.centrality += centrality[node] ?? 0;
    let leaves = false;
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
      const target = targets[edge] ?? 0;
      const to = packageOf[target] ?? NONE;
      if (((masks[edge] ?? 0) & mask) === 0 || target >= moduleCount || to === from || to === NONE) continue;
      leaves = true;
      outside[to]?.add(node);
      importers[to]?.add(from);
      imported[from]?.add(to);
    }
    if (leaves) own.efferent++;
  }
  return counts.flatMap((own, number) => {
    const fanIn = importers[number]?.size ?? 0;
    const fanOut = imported[number]?.size ?? 0;
    return own.modules === 0 ? [] : [{ number, ...own, fanIn, fanOut, afferent: outside[number]?.size ?? 0 }];
  });
}
