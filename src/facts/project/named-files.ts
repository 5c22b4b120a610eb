import { posix } from 'node:path';
import picomatch from 'picomatch';
import { isTameGlob } from '../../base/tame-glob.ts';
import type { EntryMissing } from '../project-records.ts';
import type { Resolver } from '../resolve/resolver.ts';
import { sourceExtension } from '../scan/source-paths.ts';

/**
 * The sources that a word of a script, or a text in the configuration of a tool, names: one, or those that a glob matches. A folder is none: `./src` is
 * more often where to look than what to start.
 * @param paths of all scanned sources, sorted
 * @param folder from which the word counts
 */
export function namedFiles(
  resolver: Resolver,
  paths: readonly string[],
  folder: string,
  word: string,
): readonly string[] | EntryMissing {
  // Jest's own word for the folder of its configuration; and what stands behind the folder in `__dirname + '/setup.ts'`.
  const written = word.replace(/^(?:<rootDir>)?\//, './');
  if (/[*?[\]{}()!]/.test(written)) return matching(paths, folder, written);
  if (!written.includes('/') && !sourceExtension(written)) return 'file-not-found';
  const led = resolver.resolveEntry(folder, written, written);
  if (typeof led === 'string') return led;
  const stem = stemOf(posix.basename(written));
  const own = led.filter((path) => sourceExtension(path) && stemOf(posix.basename(path)) === stem);
  return own.length > 0 ? own : 'file-not-found';
}

function matching(paths: readonly string[], folder: string, glob: string): readonly string[] | EntryMissing {
  const pattern = posix.join(folder, glob.replace(/^\//, ''));
  if (pattern.startsWith('..') || !isTameGlob(pattern)) return 'outside-root';
  const matches = picomatch(pattern, { dot: true });
  const found = below(paths, folder === '' ? '' : rootOf(pattern)).filter((path) => matches(path));
  return found.length > 0 ? found : 'file-not-found';
}

/** Those of the sorted paths that begin so. Most globs are of one package: all others are not looked at. */
function below(paths: readonly string[], prefix: string): readonly string[] {
  if (prefix === '') return paths;
  let first = 0;
  for (let end = paths.length; first < end; ) {
    const middle = (first + end) >> 1;
    if ((paths[middle] ?? '') < prefix) first = middle + 1;
    else end = middle;
  }
  let end = first;
  while (paths[end]?.startsWith(prefix)) end++;
  return paths.slice(first, end);
}

/** What stands before the first wildcard. */
const rootOf = (pattern: string): string => /^[^*?[\]{}()!]*/.exec(pattern)?.[0] ?? '';

function stemOf(path: string): string {
  const extension = sourceExtension(path);
  return extension ? path.slice(0, -extension.length) : path;
}
