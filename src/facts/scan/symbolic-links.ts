import { realpathSync } from 'node:fs';
import { sep } from 'node:path';

export type LinkTarget = 'inside' | 'outside' | 'loop' | 'broken';

/**
 * Where a symbolic link leads. Links are never followed: what they show inside the root is scanned under its own
 * path, and what lies outside is not the project's. `loop`: to an ancestor folder of the link, or in a circle.
 * @param link absolute path of the link
 * @param directory real absolute path of the folder it is in
 * @param root real absolute path of the root
 */
export function linkTarget(link: string, directory: string, root: string): LinkTarget {
  let target: string;
  try {
    target = realpathSync(link);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ELOOP' ? 'loop' : 'broken';
  }
  if (contains(target, directory)) return 'loop';
  return contains(root, target) ? 'inside' : 'outside';
}

/** True when `path` is `folder` or lies below it; both absolute and real. */
export function contains(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
