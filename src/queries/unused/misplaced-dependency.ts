import { typedName } from '../packages/type-packages.ts';
import type { DeclaredDependency, DependencyJudgement } from './dependency-findings.ts';
import type { PackageUse } from './package-uses.ts';

/** Why a dependency that is used stands in the wrong list of its manifest; null when it does not. */
export function misplacedDependency(
  { own, one, kinds }: DeclaredDependency,
  use: PackageUse,
): DependencyJudgement | null {
  if (typedName(one.name) !== one.name) return null;
  const place = `${use.location.path}:${use.location.line}`;
  // Of what nobody installs, a bundler may take both alike.
  const note = own.isPrivate ? '; but the package is private: a bundler may take both alike' : '';
  if (one.kind === 'dev' && use.atRunTime && !kinds.some((kind) => kind !== 'dev')) {
    const confidence = own.isPrivate ? 'low' : 'high';
    return { kind: 'to-production', confidence, reason: `${place} is shipped and needs it when it runs${note}` };
  }
  if (one.kind !== 'prod' || one.isNamed) return null;
  const hint = own.isPrivate ? 'low' : 'medium';
  if (!use.shipped) {
    return { kind: 'to-development', confidence: hint, reason: `only tests and tools use it, first ${place}${note}` };
  }
  if (use.asValue) return null;
  return { kind: 'types-only', confidence: hint, reason: `only its types are used, first in ${place}${note}` };
}
