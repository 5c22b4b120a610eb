import type { EdgeKind } from '../../src/base/edge-kinds.ts';
import type { Draw } from './draw.ts';
import { CYCLE_WIDTHS, type CycleWidth, type MonorepoPlan, type PlannedCycle } from './monorepo-plan.ts';
import { importOwn } from './plan-imports.ts';

const FEATURES_WITH_A_CYCLE = 0.15;
const LONGEST = 6;

const CLOSING_KIND: Record<CycleWidth, EdgeKind> = { runtime: 'static', deferred: 'dynamic', type: 'type' };

/**
 * Adds cycles to a plan that has none, at most one a feature. A cycle's modules have consecutive numbers and one import of it leads upwards; all other
 * imports of the plan lead downwards. Nothing outside can therefore be part of it: the component is exactly the cycle.
 */
export function planCycles(plan: Pick<MonorepoPlan, 'packages' | 'features' | 'modules'>, draw: Draw): PlannedCycle[] {
  const cycles: PlannedCycle[] = [];
  for (const { sources, barrel } of plan.features) {
    if (sources.length < 2 || !draw.chance(FEATURES_WITH_A_CYCLE)) continue;
    const last = sources[sources.length - 1] ?? 0;
    if (barrel !== null && draw.chance(0.3)) {
      // The commonest cycle there is: a module that imports from the index file that exports it.
      importOwn(plan, last, barrel, 'static');
      cycles.push({ width: 'runtime', modules: [last, barrel] });
      continue;
    }
    const width = draw.chance(0.6) ? 'runtime' : draw.pick(CYCLE_WIDTHS);
    const length = 2 + draw.below(Math.min(LONGEST, sources.length) - 1);
    const start = draw.below(sources.length - length + 1);
    const modules = sources.slice(start, start + length);
    for (let at = 1; at < length; at++) importOwn(plan, modules[at] ?? 0, modules[at - 1] ?? 0, 'static');
    importOwn(plan, modules[0] ?? 0, modules[length - 1] ?? 0, CLOSING_KIND[width]);
    cycles.push({ width, modules });
  }
  return cycles;
}
