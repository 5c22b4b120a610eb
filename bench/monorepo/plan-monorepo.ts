import { createDraw } from './draw.ts';
import { layOutPackage } from './lay-out-package.ts';
import { ENTRY_STYLES, type MonorepoPlan, type PlannedPackage, SPECIFIER_STYLES } from './monorepo-plan.ts';
import { planCycles } from './plan-cycles.ts';
import { planImports } from './plan-imports.ts';
import { thing } from './vocabulary.ts';

/** Modules of a package. */
const SMALLEST = 8;
const PACKAGE_SIZES = [SMALLEST, 15, 25, 40, 60, 90, 180];

/**
 * Plans a monorepo of exactly `files` modules. The same arguments give the same plan. Packages import only packages before them, so a larger
 * monorepo is not merely a small one repeated: the distance and the number of imports between packages grow with it.
 */
export function planMonorepo(files: number, seed: number): MonorepoPlan {
  const draw = createDraw(seed);
  const plan = { packages: [] as PlannedPackage[], features: [], modules: [], cycles: [] };
  for (let left = files; left > 0; ) {
    const wanted = draw.fromQuantiles(PACKAGE_SIZES);
    // No tiny rest: the last package takes what would be one.
    const size = left - wanted < SMALLEST ? left : wanted;
    const number = plan.packages.length;
    const name = thing(number);
    plan.packages.push({
      name: `@acme/${name}`,
      directory: `packages/${name}`,
      specifiers: draw.pick(SPECIFIER_STYLES),
      entry: draw.pick(ENTRY_STYLES),
    });
    layOutPackage(plan, number, size, draw);
    left -= size;
  }
  planImports(plan, draw);
  return { ...plan, cycles: planCycles(plan, draw) };
}
