import { join } from 'node:path';
import type { FileFacts, SourceFile } from '../../../facts/records.ts';
import { readFactsCache } from '../facts-cache.ts';
import type { ImageDirectory } from '../image-directory.ts';
import { type BuildState, isRacy } from '../state/build-state.ts';
import { hashOf } from '../state/stamps.ts';
import type { BuildRequest } from './messages.ts';

/**
 * The facts that an earlier build extracted and that still hold, by path. A file with the size and time it had
 * is taken to have the content it had; every other file is read and looked up by its content.
 */
export function recallFacts(
  { root, config }: Pick<BuildRequest, 'root' | 'config'>,
  files: readonly SourceFile[],
  directory: ImageDirectory,
  state: BuildState | null,
): Map<string, FileFacts> {
  const recalled = new Map<string, FileFacts>();
  const cache = readFactsCache(directory.facts, config.minified);
  const before = new Map(state?.paths().map((path, index) => [path, index]));
  for (const { path, size, mtimeMs } of files) {
    const index = before.get(path);
    const untouched =
      state !== null &&
      index !== undefined &&
      state.sizes[index] === size &&
      state.times[index] === mtimeMs &&
      !isRacy(state, mtimeMs);
    const hash = untouched ? state.hashOf(index) : hashOf(join(root, path));
    const facts = hash ? cache.get(path, hash) : undefined;
    if (facts) recalled.set(path, facts);
  }
  return recalled;
}
