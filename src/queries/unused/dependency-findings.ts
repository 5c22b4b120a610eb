import { compareCodeUnits } from '../../base/text.ts';
import type { DependencyRecord } from '../../image/reader.ts';
import type { NumberedPackage } from '../packages/package-index.ts';
import { typedName } from '../packages/type-packages.ts';
import { type Draft, finished, type Judgement } from './draft.ts';
import type { DependencyFinding } from './finding-schemas.ts';
import { misplacedDependency } from './misplaced-dependency.ts';
import { joinUses, type PackageUse, packageUses } from './package-uses.ts';
import type { Scope } from './scope.ts';
import { unlistedDependencies } from './unlisted-dependencies.ts';
import { unusedDependency } from './unused-dependency.ts';

/** A declared dependency, and how its package uses it. */
export interface DeclaredDependency {
  readonly own: NumberedPackage;
  readonly one: DependencyRecord;
  /** All kinds in which the same manifest declares it. */
  readonly kinds: readonly DependencyRecord['kind'][];
  /** How a package, or those in its folder that do not declare it themselves, use what has that name; null when they do not. */
  useOf(name: string): PackageUse | null;
}

export type DependencyJudgement = Pick<DependencyFinding, 'kind'> & Judgement;

/**
 * What manifests declare held against what modules import. The manifest that decides is the nearest around a module; what it does not declare, a
 * workspace's root around it may.
 */
export function dependencyFindings(scope: Scope): Draft<DependencyFinding>[] {
  const uses = packageUses(scope);
  const found = scope.packages.all.flatMap((own) =>
    own.isBroken ? [] : [...unlistedDependencies(scope, own, uses), ...declared(scope, own, uses)],
  );
  const sorted = found.sort(
    (a, b) =>
      compareCodeUnits(a.in, b.in) || compareCodeUnits(a.package, b.package) || compareCodeUnits(a.kind, b.kind),
  );
  return sorted.map((finding) => finished(finding.in, finding));
}

type Uses = readonly ReadonlyMap<string, PackageUse>[];

function declared(scope: Scope, own: NumberedPackage, uses: Uses): DependencyFinding[] {
  const { packages, production } = scope;
  return packages.dependenciesOf(own.number).flatMap((one): DependencyFinding[] => {
    if ((production && one.kind === 'dev') || one.kind === 'peer') return [];
    const kinds = packages.declarationsOf(own.number, one.name).map(({ kind }) => kind);
    const useOf = (name: string): PackageUse | null => usesIn(scope, own, name, uses);
    const dependency = { own, one, kinds, useOf };
    const use = useOf(one.name);
    const judgement = use?.reached
      ? misplacedDependency(dependency, use)
      : unusedDependency(scope, dependency, use?.location ?? null);
    if (!judgement) return [];
    const { line } = one;
    const place = line === 0 ? null : { path: own.manifest, line, column: 1, endLine: line, endColumn: 1 };
    return [{ package: one.name, in: own.manifest, location: place, ...judgement }];
  });
}

function usesIn({ packages }: Scope, own: NumberedPackage, name: string, uses: Uses): PackageUse | null {
  const plain = typedName(name);
  const useIn = (number: number): PackageUse | undefined => uses[number]?.get(name) ?? uses[number]?.get(plain);
  let found = useIn(own.number) ?? null;
  for (const { number } of packages.within(own.number)) {
    const use = useIn(number);
    if (use && packages.declarationsOf(number, name).length === 0) found = found ? joinUses(found, use) : use;
  }
  return found;
}
