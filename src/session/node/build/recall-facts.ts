import { join } from 'node:path';
import type { FileFacts, SourceFile } from '../../../facts/records.ts';
import { isRacy, readBuildState } from '../build-state.ts';
import { readFactsCache } from '../facts-cache.ts';
import { hashOf } from '../freshness.ts';
import type { ImageDirectory } from '../image-directory.ts';
import { isToBeTriedAgain } from './culprit-facts.ts';
import type { BuildRequest } from './messages.ts';

/**
 * The facts that an earlier build extracted and that still hold, by path. A file with the size and time it had
 * is taken to have the content it had; every other file is read and looked up by its content.
 */
export function recallFacts(
  { root, config }: Pick<BuildRequest, 'root' | 'config'>,
  files: readonly SourceFile[],
  directory: ImageDirectory,
): Map<string, FileFacts> {
  const recalled = new Map<string, FileFacts>();
  const state = readBuildState(directory.state);
  if (!state) return recalled;
  const cache = readFactsCache(directory.facts, config.minified);
  const before = new Map(state.paths.map((path, index) => [path, index]));
  for (const { path, size, mtimeMs } of files) {
    const index = before.get(path);
    const untouched =
      index !== undefined && state.sizes[index] === size && state.times[index] === mtimeMs && !isRacy(state, mtimeMs);
    const hash = untouched ? state.hashes[index] : hashOf(join(root, path));
    const facts = hash ? cache.get(path, hash) : undefined;
    if (facts && !isToBeTriedAgain(facts, config.hangSeconds)) recalled.set(path, facts);
  }
  return recalled;
}
