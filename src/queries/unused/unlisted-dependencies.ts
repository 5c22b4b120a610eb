import type { NumberedPackage } from '../packages/package-index.ts';
import { typesOf } from '../packages/type-packages.ts';
import type { Confidence, DependencyFinding } from './finding-schemas.ts';
import type { PackageUse } from './package-uses.ts';
import type { Scope } from './scope.ts';

/** What modules of a package import and neither its manifest declares nor that of a workspace which shares what it declares. */
export function unlistedDependencies(
  { packages, image: { graph } }: Scope,
  own: NumberedPackage,
  uses: readonly ReadonlyMap<string, PackageUse>[],
): DependencyFinding[] {
  return [...(uses[own.number] ?? [])].flatMap(([name, { location, asValue, asData, shipped, reached }]) => {
    const isDeclared = (number: number): boolean =>
      packages.declarationsOf(number, name).length > 0 ||
      (!asValue && packages.declarationsOf(number, typesOf(name)).length > 0);
    if (isDeclared(own.number)) return [];
    const root = packages.around(own.number).find((outer) => isDeclared(outer.number));
    if (root?.isHoisting || (root && !own.isMember)) return [];
    // A package of the project may be reached by an alias, or because an installation links all of them.
    const isOurs = packages.named(name) !== null;
    // What no manifest at all declares may be an alias that is not known.
    const isKnown = graph.find(`npm:${name}`) >= 0;
    const isSure = asValue && shipped && isKnown && !isOurs;
    const confidence: Confidence = !reached || asData ? 'low' : isSure ? 'high' : 'medium';
    const elsewhere = root ? `, only ${root.manifest} does, whose dependencies it does not share` : '';
    const what = asValue ? 'imports it' : 'imports types of it';
    const use = reached ? what : `${what}, to which no entry leads`;
    const data = asData ? '; but its path says that it is read as a file' : '';
    const reason = `${location.path}:${location.line} ${use}, and ${own.manifest} does not declare it${elsewhere}${data}`;
    return [{ package: name, in: own.manifest, kind: 'unlisted' as const, location, confidence, reason }];
  });
}
