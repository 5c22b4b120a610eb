import { parse } from 'jsonc-parser';
import { isRecord } from '../../../../base/is-record.ts';
import { type LockedPackages, lockedPackage } from './locked-packages.ts';

/**
 * `bun.lock`: JSON with commas at the ends; `packages` has a list for each folder: `["name@version", registry, { dependencies }, integrity]`.
 * @throws SyntaxError for what is no such file
 */
export function readBunLock(text: string): LockedPackages {
  const lock: unknown = parse(text, [], { allowTrailingComma: true });
  if (!isRecord(lock) || !isRecord(lock.packages)) throw new SyntaxError('no packages');
  const found: LockedPackages = new Map();
  for (const entry of Object.values(lock.packages)) {
    if (!Array.isArray(entry) || typeof entry[0] !== 'string') continue;
    const name = entry[0].slice(0, entry[0].indexOf('@', 1));
    const { versions, dependencies } = lockedPackage(found, name);
    versions.add(JSON.stringify(entry));
    for (const part of entry) {
      if (!isRecord(part)) continue;
      for (const field of [part.dependencies, part.optionalDependencies, part.peerDependencies]) {
        if (isRecord(field)) for (const dependency of Object.keys(field)) dependencies.add(dependency);
      }
    }
  }
  return found;
}
