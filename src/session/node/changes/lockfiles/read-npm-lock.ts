import { isRecord } from '../../../../base/is-record.ts';
import { type LockedPackages, lockedPackage } from './locked-packages.ts';

/** Fields of an entry that name other packages. */
const FIELDS = ['dependencies', 'optionalDependencies', 'peerDependencies', 'requires'];

/**
 * `package-lock.json` of npm: `packages` by folder since version 2, before that `dependencies` in each other.
 * @throws SyntaxError for what is no JSON
 */
export function readNpmLock(text: string): LockedPackages {
  const lock: unknown = JSON.parse(text);
  const found: LockedPackages = new Map();
  if (!isRecord(lock)) throw new SyntaxError('not an object');
  if (isRecord(lock.packages)) {
    for (const [folder, entry] of Object.entries(lock.packages)) {
      const at = folder.lastIndexOf('node_modules/');
      // What lies elsewhere is of the project itself.
      if (at >= 0 && isRecord(entry) && entry.link !== true)
        add(found, folder.slice(at + 'node_modules/'.length), entry);
    }
    return found;
  }
  const open = [lock.dependencies];
  for (let entries = open.pop(); entries !== undefined; entries = open.pop()) {
    if (!isRecord(entries)) continue;
    for (const [name, entry] of Object.entries(entries)) {
      if (!isRecord(entry)) continue;
      add(found, name, entry);
      if (entry.dependencies !== undefined) open.push(entry.dependencies);
    }
  }
  return found;
}

function add(found: LockedPackages, name: string, entry: Readonly<Record<string, unknown>>): void {
  const { versions, dependencies } = lockedPackage(found, name);
  versions.add([entry.version, entry.resolved, entry.integrity].join(' '));
  for (const field of FIELDS) {
    const names = entry[field];
    if (isRecord(names)) for (const dependency of Object.keys(names)) dependencies.add(dependency);
  }
}
