import type { Draw } from './draw.ts';
import type { ModuleRole, PlannedFeature, PlannedModule, PlannedPackage } from './monorepo-plan.ts';
import { thing, thingWithPart } from './vocabulary.ts';

/**
 * Lines of a file at every twentieth, as measured on a public monorepo of 7,371 files. Its few giants are left out, and the last
 * step is longer instead, because the index files made here are short: the mean is about 90, as there.
 */
const LINES = [0, 1, 2, 5, 9, 13, 17, 20, 24, 28, 33, 38, 47, 56, 66, 76, 93, 123, 179, 311, 1700];

const FEATURE_SIZES = [2, 4, 6, 9, 14];
/** A folder with fewer sources has no index file. */
const SMALLEST_BARREL = 3;
const TEST_SHARE = 0.2;
const COMPONENT_SHARE = 0.15;

interface Growing {
  readonly packages: readonly PlannedPackage[];
  readonly features: PlannedFeature[];
  readonly modules: PlannedModule[];
}

/** Appends the modules of a package, without imports: its features one after the other, the entry, then the tests. */
export function layOutPackage(plan: Growing, packageNumber: number, size: number, draw: Draw): void {
  const source = `${plan.packages[packageNumber]?.directory}/src`;
  const tests = Math.floor((size - 1) * TEST_SHARE);
  const add = (path: string, role: ModuleRole): number => {
    const lines = role === 'barrel' || role === 'entry' ? 1 : draw.fromQuantiles(LINES);
    return plan.modules.push({ path: `${source}/${path}`, role, package: packageNumber, lines, imports: [] }) - 1;
  };

  const firstFeature = plan.features.length;
  for (let left = size - 1 - tests; left > 0; ) {
    const count = Math.min(left, draw.fromQuantiles(FEATURE_SIZES));
    const name = thing(plan.features.length - firstFeature);
    const withBarrel = count > SMALLEST_BARREL;
    const sources = Array.from({ length: withBarrel ? count - 1 : count }, (_, n) => {
      const isComponent = draw.chance(COMPONENT_SHARE);
      const file = `${name}/${thingWithPart(n)}.${isComponent ? 'tsx' : 'ts'}`;
      return add(file, isComponent ? 'component' : 'source');
    });
    const barrel = withBarrel ? add(`${name}/index.ts`, 'barrel') : null;
    plan.features.push({ package: packageNumber, name, sources, barrel });
    left -= count;
  }
  add('index.ts', 'entry');
  const features = plan.features.length - firstFeature;
  for (let n = 0; n < tests; n++) {
    const folder = thing(n % Math.max(1, features));
    add(`${folder}/__tests__/${thingWithPart(Math.floor(n / Math.max(1, features)))}.test.ts`, 'test');
  }
}
