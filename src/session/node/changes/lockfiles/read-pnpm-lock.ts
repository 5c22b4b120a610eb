import { indentOf, keyOf } from './indented-lines.ts';
import { type LockedPackage, type LockedPackages, lockedPackage } from './locked-packages.ts';

/** `/@scope/name@1.0.0(peer@2)`, `name@1.0.0`, and of before version 6 `/name/1.0.0_peer`. */
const KEY = /^\/?((?:@[^/@]+\/)?[^/@]+)[@/]\d/;

/**
 * `pnpm-lock.yaml`, line by line: machines write it, always in one form, and reading it as YAML takes seconds. `packages` and `snapshots` have an entry a
 * version; what an importer of the project is given is in `importers`.
 * @throws SyntaxError for what is no such file
 */
export function readPnpmLock(text: string): LockedPackages {
  if (!/^lockfileVersion:/m.test(text)) throw new SyntaxError('no lockfileVersion');
  const found: LockedPackages = new Map();
  let section = '';
  let entry = '';
  let field = '';
  let current: LockedPackage | null = null;
  for (const line of text.split(/\r?\n/)) {
    const indent = indentOf(line);
    if (indent < 0) continue;
    if (indent === 0) [section, current] = [keyOf(line), null];
    else if (section === 'importers') {
      if (indent === 2) entry = keyOf(line);
      if (indent === 6) current = lockedPackage(found, keyOf(line));
      // A range in the manifest that leads to the same version is no change.
      if (indent === 8 && keyOf(line) === 'version') current?.versions.add(`${entry} ${line.trim()}`);
    } else if (section === 'packages' || section === 'snapshots') {
      if (indent === 2) {
        const name = KEY.exec(keyOf(line))?.[1];
        current = name === undefined ? null : lockedPackage(found, name);
        current?.versions.add(line.trim());
        entry = line.trim();
      } else {
        if (indent === 4) field = keyOf(line);
        if (indent === 6 && /dependencies$/i.test(field)) current?.dependencies.add(keyOf(line));
        current?.versions.add(`${entry} ${line.trim()}`);
      }
    }
  }
  return found;
}
