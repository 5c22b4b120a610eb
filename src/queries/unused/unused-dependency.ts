import type { Location } from '../../base/location.ts';
import { typedName } from '../packages/type-packages.ts';
import type { DeclaredDependency, DependencyJudgement } from './dependency-findings.ts';
import { AMBIENT_TYPES, BROUGHT, documentReader, PLUGIN } from './dependency-names.ts';
import type { Confidence } from './finding-schemas.ts';
import type { Scope } from './scope.ts';

/**
 * Why nothing needs a declared dependency; null when something may.
 * @param place where a module that is not reached imports it
 */
export function unusedDependency(
  scope: Scope,
  dependency: DeclaredDependency,
  place: Location | null,
): DependencyJudgement | null {
  const { own, one, kinds } = dependency;
  // What is a peer as well is here so that tests find it.
  if (one.isNamed || (one.kind === 'dev' && kinds.includes('peer'))) return null;
  if (isPeerOfOwn(scope, dependency)) return null;
  if (place) {
    const reason = `only modules that no entry leads to import it, first ${place.path}:${place.line}`;
    const reader = documentReader(scope.packages, own.number);
    return reader === null
      ? judged('medium', reason)
      : judged('low', `${reason}; but documents that ${reader} reads may`);
  }
  const plain = typedName(one.name);
  if (plain !== one.name) return unusedTypes(scope, dependency, plain);
  // The compiler is started by whatever reads TypeScript; it is needed where there is some.
  if (one.name === 'typescript') return null;
  const nobody =
    scope.packages.all.length > 1 && own.isHoisting
      ? 'no module of the workspace imports it'
      : 'no module of its package imports it';
  const doubt = doubtOf(scope, dependency);
  if (doubt !== null) return judged('low', `${nobody}; but ${doubt}`);
  return one.kind === 'dev'
    ? judged('medium', `${nobody}, and no script or setting that is known names it`)
    : judged('high', `${nobody}, and no script names it`);
}

/** Whether a package of the project that it is declared beside wants it there. */
function isPeerOfOwn({ packages }: Scope, { own, one }: DeclaredDependency): boolean {
  return packages.dependenciesOf(own.number).some(({ name }) => {
    const other = packages.named(name);
    return other !== null && packages.declarationsOf(other.number, one.name).some(({ kind }) => kind === 'peer');
  });
}

const judged = (confidence: Confidence, reason: string): DependencyJudgement => ({
  kind: 'unused',
  confidence,
  reason,
});

function unusedTypes(
  { packages }: Scope,
  { own, one, useOf }: DeclaredDependency,
  plain: string,
): DependencyJudgement | null {
  const isNeeded =
    AMBIENT_TYPES.has(one.name) || packages.declarationsOf(own.number, plain).length > 0 || useOf(plain) !== null;
  return isNeeded
    ? null
    : judged('medium', `nothing imports ${plain}, which it declares types for; but they may be global`);
}

/** What may need it without an import, in words; null when nothing is known to. */
function doubtOf({ packages }: Scope, { own, one: { name, kind } }: DeclaredDependency): string | null {
  if (!packages.hasSources(own.number)) return 'sources of its package are not here';
  if (kind === 'optional') return 'it is optional';
  if (PLUGIN.test(name)) return 'a tool may load it by its name';
  if (BROUGHT.test(name)) return 'others that are declared load it';
  const reader = documentReader(packages, own.number);
  return reader === null ? null : `documents that ${reader} reads may`;
}
