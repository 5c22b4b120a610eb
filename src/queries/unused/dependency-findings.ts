import { compareCodeUnits } from '../../base/text.ts';
import type { DependencyRecord } from '../../image/reader.ts';
import { AMBIENT_TYPES, BROUGHT, DOCUMENT_READERS, PLUGIN, typedName, typesOf } from './dependency-names.ts';
import { type Draft, finished } from './draft.ts';
import type { Confidence, DependencyFinding } from './finding-schemas.ts';
import type { NumberedPackage } from './package-index.ts';
import { type PackageUse, packageUses } from './package-uses.ts';
import type { Scope } from './scope.ts';

/**
 * What manifests declare held against what modules import. The manifest that decides is the nearest around a module; what it does not declare, a
 * workspace's root around it may.
 */
export function dependencyFindings(scope: Scope): Draft<DependencyFinding>[] {
  const uses = packageUses(scope);
  const found = scope.packages.all.flatMap((own) =>
    own.isBroken ? [] : [...unlisted(scope, own, uses), ...declared(scope, own, uses)],
  );
  const sorted = found.sort(
    (a, b) =>
      compareCodeUnits(a.in, b.in) || compareCodeUnits(a.package, b.package) || compareCodeUnits(a.kind, b.kind),
  );
  return sorted.map((finding) => finished(finding.in, finding));
}

type Uses = readonly ReadonlyMap<string, PackageUse>[];

function unlisted({ packages, image: { graph } }: Scope, own: NumberedPackage, uses: Uses): DependencyFinding[] {
  return [...(uses[own.number] ?? [])].flatMap(([name, { location, asValue, shipped, reached }]) => {
    const isDeclared = (number: number): boolean =>
      packages.declarationsOf(number, name).length > 0 ||
      (!asValue && packages.declarationsOf(number, typesOf(name)).length > 0);
    if (isDeclared(own.number)) return [];
    const around = packages.around(own.number);
    const root = around.find((outer) => isDeclared(outer.number));
    if (root?.isHoisting || (root && !own.isMember)) return [];
    // A package of the project may be reached by an alias, or because an installation links all of them.
    const isOurs = packages.named(name) !== null;
    // What no manifest at all declares may be an alias that is not known.
    const isKnown = graph.find(`npm:${name}`) >= 0;
    const isSure = asValue && shipped && isKnown && !isOurs;
    const confidence: Confidence = reached ? (isSure ? 'high' : 'medium') : 'low';
    const elsewhere = root ? `, only ${root.manifest} does, whose dependencies it does not share` : '';
    const what = asValue ? 'imports it' : 'imports types of it';
    const use = reached ? what : `${what}, to which no entry leads`;
    const reason = `${location.path}:${location.line} ${use}, and ${own.manifest} does not declare it${elsewhere}`;
    return [{ package: name, in: own.manifest, kind: 'unlisted' as const, location, confidence, reason }];
  });
}

function declared(scope: Scope, own: NumberedPackage, uses: Uses): DependencyFinding[] {
  const { image, packages, production } = scope;
  return image.project.dependencies.flatMap((one): DependencyFinding[] => {
    if (one.package !== own.number || (production && one.kind === 'dev') || one.kind === 'peer') return [];
    const kinds = packages.declarationsOf(own.number, one.name).map(({ kind }) => kind);
    const use = useOf(scope, own, one.name, uses);
    const finding = use?.reached
      ? misplaced(own, one, kinds, use)
      : unusedDependency(scope, own, one, { kinds, uses, place: use?.location ?? null });
    if (!finding) return [];
    const place =
      one.line === 0 ? null : { path: own.manifest, line: one.line, column: 1, endLine: one.line, endColumn: 1 };
    return [{ package: one.name, in: own.manifest, location: place, ...finding }];
  });
}

type Judged = Pick<DependencyFinding, 'kind' | 'confidence' | 'reason'>;

/** How a package uses what it declares: itself, or packages in its folder that do not declare it themselves. */
function useOf({ packages }: Scope, own: NumberedPackage, name: string, uses: Uses): PackageUse | null {
  const plain = typedName(name);
  let found: PackageUse | null = null;
  for (const other of packages.all) {
    const isOwn = other.number === own.number;
    const finds =
      isOwn ||
      (packages.around(other.number).includes(own) && packages.declarationsOf(other.number, name).length === 0);
    const use = finds ? (uses[other.number]?.get(name) ?? uses[other.number]?.get(plain)) : undefined;
    if (!use) continue;
    found = found
      ? {
          location: found.shipped ? found.location : use.location,
          reached: found.reached || use.reached,
          atRunTime: found.atRunTime || use.atRunTime,
          shipped: found.shipped || use.shipped,
          asValue: found.asValue || use.asValue,
        }
      : use;
  }
  return found;
}

function misplaced(
  own: NumberedPackage,
  one: DependencyRecord,
  kinds: readonly string[],
  use: PackageUse,
): Judged | null {
  if (typedName(one.name) !== one.name) return null;
  const place = `${use.location.path}:${use.location.line}`;
  // Of what nobody installs, a bundler may take both alike.
  const confidence: Confidence = own.isPrivate ? 'low' : 'high';
  const note = own.isPrivate ? '; but the package is private: a bundler may take both alike' : '';
  if (one.kind === 'dev' && use.atRunTime && !kinds.some((kind) => kind !== 'dev')) {
    return { kind: 'to-production', confidence, reason: `${place} is shipped and needs it when it runs${note}` };
  }
  if (one.kind !== 'prod' || one.isNamed) return null;
  if (!use.shipped) {
    const hint: Confidence = own.isPrivate ? 'low' : 'medium';
    return { kind: 'to-development', confidence: hint, reason: `only tests and tools use it, first ${place}${note}` };
  }
  if (use.asValue) return null;
  return {
    kind: 'types-only',
    confidence: own.isPrivate ? 'low' : 'medium',
    reason: `only its types are used, first in ${place}${note}`,
  };
}

function unusedDependency(
  { packages, image }: Scope,
  own: NumberedPackage,
  one: DependencyRecord,
  {
    kinds,
    uses,
    place,
  }: { readonly kinds: readonly string[]; readonly uses: Uses; readonly place: DependencyFinding['location'] },
): Judged | null {
  // What is a peer as well is here so that tests find it.
  if (one.isNamed || (one.kind === 'dev' && kinds.includes('peer'))) return null;
  if (place) {
    const reason = `only modules that no entry leads to import it, first ${place.path}:${place.line}`;
    return { kind: 'unused', confidence: 'medium', reason };
  }
  const plain = typedName(one.name);
  if (plain !== one.name) {
    const isNeeded =
      AMBIENT_TYPES.has(one.name) ||
      packages.declarationsOf(own.number, plain).length > 0 ||
      useOf({ packages } as Scope, own, plain, uses) !== null;
    return isNeeded
      ? null
      : {
          kind: 'unused',
          confidence: 'medium',
          reason: `nothing imports ${plain}, which it declares types for; but they may be global`,
        };
  }
  const nobody =
    image.project.packages.length > 1 && own.isHoisting
      ? 'no module of the workspace imports it'
      : 'no module of its package imports it';
  // The compiler is started by whatever reads TypeScript; it is needed where there is some.
  if (one.name === 'typescript') return null;
  if (!packages.hasSources(own.number)) {
    return { kind: 'unused', confidence: 'low', reason: `${nobody}; but sources of its package are not here` };
  }
  if (one.kind === 'optional') return { kind: 'unused', confidence: 'low', reason: `${nobody}; but it is optional` };
  const plugin = PLUGIN.test(one.name);
  if (plugin) return { kind: 'unused', confidence: 'low', reason: `${nobody}; but a tool may load it by its name` };
  if (BROUGHT.test(one.name)) {
    return { kind: 'unused', confidence: 'low', reason: `${nobody}; but others that are declared load it` };
  }
  const reader = DOCUMENT_READERS.find((name) => packages.declares(own.number, name, false));
  if (reader !== undefined) {
    return { kind: 'unused', confidence: 'low', reason: `${nobody}; but documents that ${reader} reads may` };
  }
  if (one.kind === 'dev')
    return {
      kind: 'unused',
      confidence: 'medium',
      reason: `${nobody}, and no script or setting that is known names it`,
    };
  return { kind: 'unused', confidence: 'high', reason: `${nobody}, and no script names it` };
}
