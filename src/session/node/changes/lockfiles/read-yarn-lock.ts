import { indentOf, keyOf } from './indented-lines.ts';
import { type LockedPackage, type LockedPackages, lockedPackage } from './locked-packages.ts';

/** `"@scope/name@^1.0.0", …:` of version 1, `"name@npm:^1.0.0, …":` of later ones. */
const KEY = /^"?((?:@[^/@\s"]+\/)?[^/@\s"]+)@/;

/**
 * `yarn.lock`, of version 1 and of later ones, line by line: an entry a version, its fields indented by two, the dependencies by four.
 * @throws SyntaxError for what is no such file
 */
export function readYarnLock(text: string): LockedPackages {
  if (!/^(?:# yarn lockfile|__metadata:)/m.test(text)) throw new SyntaxError('no lock file of yarn');
  const found: LockedPackages = new Map();
  let field = '';
  let version = '';
  let current: LockedPackage | null = null;
  for (const line of text.split(/\r?\n/)) {
    const indent = indentOf(line);
    if (indent < 0) continue;
    if (indent === 0) {
      const name = KEY.exec(line)?.[1];
      // What is linked into the workspace is of the project itself.
      current = name === undefined || line.includes('@workspace:') ? null : lockedPackage(found, name);
      version = '';
      continue;
    }
    if (indent === 2) field = keyOf(line);
    if (indent === 2 && field === 'version') version = line.trim();
    if (indent === 4 && /dependencies$/i.test(field)) current?.dependencies.add(keyOf(line));
    current?.versions.add(`${version} ${line.trim()}`);
  }
  return found;
}
