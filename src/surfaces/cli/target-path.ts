import { statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * A target as somebody typed it in some folder. A file there is meant before anything else, and becomes its path from the
 * root; the rest (an id, the end of one, a package) is left as it is.
 */
export function targetFrom(cwd: string, root: string, target: string): string {
  const file = resolve(cwd, target);
  const fromRoot = relative(root, file);
  const outside = fromRoot === '..' || fromRoot.startsWith(`..${sep}`) || isAbsolute(fromRoot);
  if (outside || !statSync(file, { throwIfNoEntry: false })?.isFile()) return target;
  return fromRoot.replaceAll(sep, '/');
}
