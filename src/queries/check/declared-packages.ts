import type { DependencyRecord } from '../../image/reader.ts';
import type { PackageIndex } from '../packages/package-index.ts';
import { typesOf } from '../packages/type-packages.ts';
import type { DEPENDENCY_KINDS } from './rule-schema.ts';

export type DeclaredKind = (typeof DEPENDENCY_KINDS)[number];

const KINDS: Readonly<Record<DependencyRecord['kind'], DeclaredKind>> = {
  prod: 'production',
  dev: 'development',
  peer: 'peer',
  optional: 'optional',
};

/**
 * How the manifest that a file belongs to declares a package: as the nearest manifest above the file does that names it, the way Node looks for it. `@types/x` declares
 * `x` for those who import types of it.
 * @returns kinds in the order of the manifest's records; `undeclared` alone; null where a manifest on the way could not be read
 */
export function declaredKinds(packages: PackageIndex, node: number, name: string): readonly DeclaredKind[] | null {
  const own = packages.of(node);
  for (const one of own === null ? [] : [own, ...packages.around(own.number)]) {
    if (one.isBroken) return null;
    const declared = [name, typesOf(name)].flatMap((wanted) => packages.declarationsOf(one.number, wanted));
    if (declared.length > 0) return declared.map(({ kind }) => KINDS[kind]);
  }
  return ['undeclared'];
}
