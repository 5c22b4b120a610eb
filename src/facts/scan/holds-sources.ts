import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareCodeUnits } from '../../base/text.ts';
import { sourceExtension } from './source-paths.ts';

/** A skipped folder is looked at only to say so: after this many folders without a source, it counts as empty. */
const MOST_DIRECTORIES = 200;

/** True when a source lies in the folder or below it. Symbolic links and node_modules are not entered. */
export function holdsSources(directory: string): boolean {
  const pending = [directory];
  for (let visited = 0; visited < MOST_DIRECTORIES; visited++) {
    const next = pending.shift();
    if (next === undefined) return false;
    let entries: Dirent[];
    try {
      entries = readdirSync(next, { withFileTypes: true });
    } catch {
      continue;
    }
    // Which folders the limit leaves out must not depend on the order in which the file system lists them.
    entries.sort((a, b) => compareCodeUnits(a.name, b.name));
    for (const entry of entries) {
      if (entry.isFile() && sourceExtension(entry.name)) return true;
      if (entry.isDirectory() && entry.name !== 'node_modules') pending.push(join(next, entry.name));
    }
  }
  return false;
}
