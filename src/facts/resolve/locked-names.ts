import { readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

/**
 * Names of packages that no manifest declares and an installation brings all the same, because others depend on them: what a
 * lock file lists. Sources import them, and the edge leads outside with or without node_modules.
 */
export interface LockedNames {
  /** True when a lock file of the folder, or of one around it, lists the package. */
  has(name: string, directory: string): boolean;
}

/** Each finds the names in one linear pass over the text. Versions of one format differ in what stands before a name. */
const NAME = String.raw`((?:@[^\s/"'@]+\/)?[^\s/"'@:,]+)`;
const ENTRIES: Readonly<Record<string, RegExp>> = {
  'package-lock.json': new RegExp(String.raw`"(?:[^"\n]*\/)?node_modules\/${NAME}": \{`, 'g'),
  'npm-shrinkwrap.json': new RegExp(String.raw`"(?:[^"\n]*\/)?node_modules\/${NAME}": \{`, 'g'),
  'yarn.lock': new RegExp(`^"?${NAME}@`, 'gm'),
  'pnpm-lock.yaml': new RegExp(String.raw`^ {2}['"]?\/?${NAME}[@/]\d`, 'gm'),
  'bun.lock': new RegExp(String.raw`^ {4}"${NAME}": \[`, 'gm'),
};

/** True for the lock file of a package manager. */
export function isLockFile(path: string): boolean {
  return Object.hasOwn(ENTRIES, posix.basename(path));
}

/** Beyond any real one: those of the largest monorepos have 3 MB. */
const LARGEST_BYTES = 64 * 2 ** 20;

/**
 * Nothing is read before the first question, which few projects ask.
 * @param root absolute path of the project
 * @param configs the configuration files that the scan found, from the root
 */
export function createLockedNames(root: string, configs: readonly string[]): LockedNames {
  const byFolder = new Map<string, string[]>();
  for (const path of configs) {
    if (!isLockFile(path)) continue;
    const folder = path.includes('/') ? posix.dirname(path) : '';
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), path]);
  }
  const known = new Map<string, ReadonlySet<string>>();
  const namesIn = (path: string): ReadonlySet<string> => {
    const names = known.get(path) ?? readNames(join(root, path), ENTRIES[posix.basename(path)]);
    known.set(path, names);
    return names;
  };
  return {
    has(name, directory) {
      for (let at = directory; ; at = at.includes('/') ? posix.dirname(at) : '') {
        if (byFolder.get(at)?.some((path) => namesIn(path).has(name))) return true;
        if (at === '') return false;
      }
    },
  };
}

function readNames(file: string, entries: RegExp | undefined): ReadonlySet<string> {
  try {
    if (!entries || statSync(file).size > LARGEST_BYTES) return new Set();
    return new Set(Array.from(readFileSync(file, 'utf8').matchAll(entries), (match) => match[1] ?? ''));
  } catch {
    // Gone since the scan: as if there were none.
    return new Set();
  }
}
