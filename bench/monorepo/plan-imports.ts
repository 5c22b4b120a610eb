import type { EdgeKind } from '../../src/base/edge-kinds.ts';
import type { Draw } from './draw.ts';
import { drawKind, drawPackage } from './draw-import.ts';
import type { PlannedFeature, PlannedModule, PlannedPackage } from './monorepo-plan.ts';
import { ownSpecifier, packageSpecifier } from './write-specifier.ts';

/** Imports of a source, at every tenth. With barrels and tests, the mean over all modules is about 2.5. */
const IMPORT_COUNTS = [0, 0, 0, 1, 1, 2, 2, 3, 4, 6, 12];

interface Plan {
  readonly packages: readonly PlannedPackage[];
  readonly features: readonly PlannedFeature[];
  readonly modules: readonly PlannedModule[];
}

interface PackageContents {
  readonly features: readonly PlannedFeature[];
  readonly entry: number;
}

/** Gives every module its imports, all of lower numbers: no cycle comes from here. */
export function planImports(plan: Plan, draw: Draw): void {
  const contents = contentsByPackage(plan);
  plan.modules.forEach((module, number) => {
    const own = contents[module.package];
    if (!own) throw new Error(`${module.path} is in no package`);
    if (module.role === 'barrel') {
      const feature = own.features.find(({ barrel }) => barrel === number);
      for (const source of feature?.sources ?? []) importOwn(plan, number, source, 'export-from');
    } else if (module.role === 'entry') {
      for (const { barrel, sources } of own.features)
        for (const to of barrel === null ? sources : [barrel]) importOwn(plan, number, to, 'export-from');
    } else if (module.role === 'test') planTest(plan, number, own, draw);
    else planSource(plan, number, own, contents, draw);
  });
}

/** Adds an import of a module of the same package, unless there is one of that kind already. */
export function importOwn(
  { packages, modules }: Pick<Plan, 'packages' | 'modules'>,
  from: number,
  to: number,
  kind: EdgeKind,
): void {
  const [importer, imported] = [modules[from], modules[to]];
  const home = packages[importer?.package ?? -1];
  if (!importer || !imported || !home) throw new Error(`no modules ${from} and ${to}`);
  add(importer, { to, kind, specifier: ownSpecifier(importer, imported, home) });
}

function add(importer: PlannedModule, planned: PlannedModule['imports'][number]): void {
  if (!importer.imports.some(({ to, kind }) => to === planned.to && kind === planned.kind))
    importer.imports.push(planned);
}

function planTest(plan: Plan, test: number, { features }: PackageContents, draw: Draw): void {
  const sources = features.flatMap((feature) => feature.sources);
  for (let count = 1 + draw.below(2); count > 0; count--) importOwn(plan, test, draw.pick(sources), 'static');
  if (draw.chance(0.25)) importOwn(plan, test, draw.pick(sources), 'mock');
}

function planSource(
  plan: Plan,
  number: number,
  own: PackageContents,
  contents: readonly PackageContents[],
  draw: Draw,
): void {
  const at = own.features.findIndex(({ sources }) => sources.includes(number));
  const siblings = own.features[at]?.sources.filter((sibling) => sibling < number) ?? [];
  const module = plan.modules[number];
  if (!module) throw new Error(`no module ${number}`);
  for (let count = draw.fromQuantiles(IMPORT_COUNTS); count > 0; count--) {
    const kind = drawKind(draw);
    const where = draw.below(100);
    if (where < 45 && siblings.length > 0) importOwn(plan, number, draw.pick(siblings), kind);
    else if (where < 70 && at > 0) {
      const { barrel, sources } = draw.pick(own.features.slice(0, at));
      importOwn(plan, number, barrel !== null && draw.chance(0.6) ? barrel : draw.pick(sources), kind);
    } else if (module.package > 0) importPackage(plan, module, drawPackage(module.package, draw), contents, kind, draw);
  }
}

function importPackage(
  { packages }: Plan,
  module: PlannedModule,
  target: number,
  contents: readonly PackageContents[],
  kind: EdgeKind,
  draw: Draw,
): void {
  const [home, imported, inside] = [packages[module.package], packages[target], contents[target]];
  if (!home || !imported || !inside) throw new Error(`no package ${target}`);
  const barrels = inside.features.filter(({ barrel }) => barrel !== null);
  // A manifest with only `main` has no subpaths.
  const feature = imported.entry !== 'main' && barrels.length > 0 && draw.chance(0.25) ? draw.pick(barrels) : null;
  const specifier = packageSpecifier(home, imported, feature?.name ?? null, draw.chance(0.2));
  add(module, { to: feature?.barrel ?? inside.entry, kind, specifier });
}

function contentsByPackage({ packages, features, modules }: Plan): PackageContents[] {
  const contents = packages.map(() => ({ features: [] as PlannedFeature[], entry: -1 }));
  for (const feature of features) contents[feature.package]?.features.push(feature);
  modules.forEach((module, number) => {
    const own = contents[module.package];
    if (own && module.role === 'entry') own.entry = number;
  });
  return contents;
}
