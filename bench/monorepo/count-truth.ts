import { EDGE_KINDS, type EdgeKind } from '../../src/base/edge-kinds.ts';
import { CYCLE_WIDTHS, type CycleWidth, type MonorepoPlan } from './monorepo-plan.ts';

/** What is true of a monorepo because it was made so. */
export interface MonorepoTruth {
  readonly files: number;
  readonly packages: number;
  /** Imports between modules, each place counted. Imports of packages from outside are not. */
  readonly sites: number;
  /** Pairs of importer and imported module. */
  readonly edges: number;
  /** Pairs that have an import of that kind; a pair may have several. */
  readonly edgesByKind: Readonly<Partial<Record<EdgeKind, number>>>;
  /** Strongly connected components of more than one module, by what has to be counted for them to be there. */
  readonly cycles: Readonly<Record<CycleWidth, number>>;
  /** Modules in any of them. */
  readonly modulesInCycles: number;
}

export function countTruth(plan: MonorepoPlan): MonorepoTruth {
  const edges = plan.modules.flatMap(({ imports }) => {
    const kinds = new Map<number, Set<EdgeKind>>();
    for (const { to, kind } of imports) kinds.set(to, (kinds.get(to) ?? new Set()).add(kind));
    return [...kinds.values()];
  });
  const count = (kind: EdgeKind): [EdgeKind, number] => [kind, edges.filter((kinds) => kinds.has(kind)).length];
  const cycles = (width: CycleWidth): number => plan.cycles.filter((cycle) => cycle.width === width).length;
  return {
    files: plan.modules.length,
    packages: plan.packages.length,
    sites: plan.modules.reduce((sum, { imports }) => sum + imports.length, 0),
    edges: edges.length,
    edgesByKind: Object.fromEntries(EDGE_KINDS.map(count).filter(([, edges]) => edges > 0)),
    cycles: Object.fromEntries(CYCLE_WIDTHS.map((width) => [width, cycles(width)])) as Record<CycleWidth, number>,
    modulesInCycles: plan.cycles.reduce((sum, { modules }) => sum + modules.length, 0),
  };
}
