import { readFileSync, statSync } from 'node:fs';
import { contentHash } from '../../../facts/extract/content-hash.ts';
import type { Input } from './build-state.ts';

/** Size and time of a file that steers a build; size -1 when it is not there, or is no file. */
export function inputAt(root: string, path: string): Omit<Input, 'hash'> {
  try {
    const stat = statSync(`${root}/${path}`, { throwIfNoEntry: false });
    return stat?.isFile() ? { path, size: stat.size, ctimeMs: stat.ctimeMs } : { path, size: -1, ctimeMs: 0 };
  } catch {
    return { path, size: -1, ctimeMs: 0 };
  }
}

/** The content hash of a file; empty when it cannot be read, as in its facts, or is none: reading a pipe may never end. */
export function hashOf(path: string): string {
  try {
    if (!statSync(path).isFile()) return '';
    return contentHash(readFileSync(path));
  } catch {
    return '';
  }
}
