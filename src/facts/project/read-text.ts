import { lstatSync, readFileSync } from 'node:fs';

/** The text of a file of at most so many bytes, without a byte order mark; null where there is none that can be read. */
export function readText(path: string, largest: number): string | null {
  try {
    const stat = lstatSync(path);
    // Reading a pipe or a device may never end.
    return stat.isFile() && stat.size <= largest ? readFileSync(path, 'utf8').replace(/^\uFEFF/, '') : null;
  } catch {
    return null;
  }
}
