import { posix } from 'node:path';
import type { PlannedModule, PlannedPackage } from './monorepo-plan.ts';

/** How the first module names the second one of the same package. */
export function ownSpecifier(
  from: PlannedModule,
  to: PlannedModule,
  { directory, specifiers }: PlannedPackage,
): string {
  const source = `${directory}/src/`;
  const stem = to.path.slice(source.length).replace(/\.tsx?$/, '');
  const sameFolder = posix.dirname(from.path) === posix.dirname(to.path);
  if (specifiers === 'local-alias' && !sameFolder) return `@/${withoutIndex(stem)}`;
  if (specifiers === 'subpath-import' && !sameFolder && to.path.endsWith('.ts')) return `#src/${stem}`;
  const relative = posix.relative(posix.dirname(from.path), `${source}${stem}`);
  const dotted = relative.startsWith('.') ? relative : `./${relative}`;
  return specifiers === 'extension' ? `${dotted}.js` : withoutIndex(dotted);
}

/** How a module names another package: all of it, or the feature of it whose index file is meant. */
export function packageSpecifier(
  from: PlannedPackage,
  to: PlannedPackage,
  feature: string | null,
  byAlias: boolean,
): string {
  if (feature !== null) return `${to.name}/${feature}`;
  // A package with `paths` of its own does not inherit those of the root.
  if (byAlias && from.specifiers !== 'local-alias') return to.name.replace('@acme/', '@lib/');
  return to.name;
}

/** `./cart/index` is written `./cart`, and `./index` is written `.`. */
function withoutIndex(specifier: string): string {
  return specifier === 'index' ? specifier : specifier.replace(/\/index$/, '');
}
