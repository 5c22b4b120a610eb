import type { Scope } from './scope.ts';

/**
 * By the number of a package: whether others can install it and import any of its files by its path. A manifest with `exports` closes all but what that
 * names: https://nodejs.org/api/packages.html#package-entry-points
 */
export function openPackages({ image: { project }, packages }: Scope): ReadonlySet<number> {
  const closed = new Set(project.entries.flatMap(({ kind, package: own }) => (kind === 'exports' ? [own] : [])));
  const open = packages.all.filter((one) => one.isNamed && !one.isPrivate && !one.isBroken && !closed.has(one.number));
  return new Set(open.map(({ number }) => number));
}

/** The reason, for what lies in one. */
export const OPEN_DOUBT = '; but its package is published without `exports`: others may import it by its path';
