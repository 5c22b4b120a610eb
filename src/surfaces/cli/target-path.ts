import { statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * A target as somebody typed it in some folder. A file there is meant before anything else, and becomes its path from the
 * root, with what follows `#` in the name of a symbol; the rest (an id, the end of one, a package) is left as it is.
 */
export function targetFrom(cwd: string, root: string, target: string): string {
  const hash = target.indexOf('#');
  if (hash > 0 && !isFile(resolve(cwd, target))) {
    const path = target.slice(0, hash);
    const known = targetFrom(cwd, root, path);
    return known === path ? target : known + target.slice(hash);
  }
  const file = resolve(cwd, target);
  const fromRoot = relative(root, file);
  const outside = fromRoot === '..' || fromRoot.startsWith(`..${sep}`) || isAbsolute(fromRoot);
  return outside || !isFile(file) ? target : fromRoot.replaceAll(sep, '/');
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
