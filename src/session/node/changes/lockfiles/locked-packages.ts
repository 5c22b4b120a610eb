/** What a lock file says of all packages of one name. */
export interface LockedPackage {
  /** One text for each version that is installed somewhere, with all that tells it from another. */
  readonly versions: Set<string>;
  /** Names of the packages that one of them depends on. */
  readonly dependencies: Set<string>;
}

export type LockedPackages = Map<string, LockedPackage>;

/** The entry of a name, made when it is not there yet. */
export function lockedPackage(packages: LockedPackages, name: string): LockedPackage {
  const known = packages.get(name) ?? { versions: new Set<string>(), dependencies: new Set<string>() };
  packages.set(name, known);
  return known;
}
