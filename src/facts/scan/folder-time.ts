import { statSync } from 'node:fs';

/** When entries last came to a folder or went; -1 when there is no such folder. */
export function folderTime(root: string, path: string): number {
  try {
    const stat = statSync(`${root}/${path}`, { throwIfNoEntry: false });
    return stat?.isDirectory() ? stat.mtimeMs : -1;
  } catch {
    return -1;
  }
}
