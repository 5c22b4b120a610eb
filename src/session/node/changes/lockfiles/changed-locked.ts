import { posix } from 'node:path';
import { compareCodeUnits } from '../../../../base/text.ts';
import type { LockedPackage, LockedPackages } from './locked-packages.ts';
import { readBunLock } from './read-bun-lock.ts';
import { readNpmLock } from './read-npm-lock.ts';
import { readPnpmLock } from './read-pnpm-lock.ts';
import { readYarnLock } from './read-yarn-lock.ts';

const READERS: Readonly<Record<string, (text: string) => LockedPackages>> = {
  'package-lock.json': readNpmLock,
  'npm-shrinkwrap.json': readNpmLock,
  'pnpm-lock.yaml': readPnpmLock,
  'yarn.lock': readYarnLock,
  'bun.lock': readBunLock,
};

/**
 * Packages that an installation by a lock file brings in another version than before, and those that depend on them, near and far, by name.
 * @returns null when one of the two cannot be read, so that it may be any
 */
export function changedLocked(path: string, before: string, after: string): string[] | null {
  const read = READERS[posix.basename(path)];
  if (!read) return null;
  try {
    return changedNames(read(before), read(after));
  } catch {
    return null;
  }
}

function changedNames(before: LockedPackages, after: LockedPackages): string[] {
  const key = (found: LockedPackage | undefined): string => [...(found?.versions ?? [])].sort().join('\0');
  const changed = new Set(
    [...before.keys(), ...after.keys()].filter((name) => key(before.get(name)) !== key(after.get(name))),
  );
  const dependents = new Map<string, string[]>();
  for (const [name, { dependencies }] of [...before, ...after]) {
    for (const dependency of dependencies) dependents.set(dependency, [...(dependents.get(dependency) ?? []), name]);
  }
  // A set that is gone through hears of what is added meanwhile.
  for (const name of changed) for (const dependent of dependents.get(name) ?? []) changed.add(dependent);
  return [...changed].sort(compareCodeUnits);
}
