import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from '../../../facts/extract/content-hash.ts';
import type { Input } from './build-state.ts';

/** When entries last came to a folder or went; -1 when there is no such folder. */
export function folderTime(root: string, path: string): number {
  try {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    return stat?.isDirectory() ? stat.mtimeMs : -1;
  } catch {
    return -1;
  }
}

/** Size and time of a file that steers a build; size -1 when it is not there. */
export function inputAt(root: string, path: string): Omit<Input, 'hash'> {
  try {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    return stat ? { path, size: stat.size, mtimeMs: stat.mtimeMs } : { path, size: -1, mtimeMs: 0 };
  } catch {
    return { path, size: -1, mtimeMs: 0 };
  }
}

/** The content hash of a file; empty when it cannot be read, as in its facts. */
export function hashOf(path: string): string {
  try {
    return contentHash(readFileSync(path));
  } catch {
    return '';
  }
}
