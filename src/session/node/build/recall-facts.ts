import { join } from 'node:path';
import { type PackedFacts, packFacts } from '../../../facts/packed-facts.ts';
import type { FileFacts, SourceFile } from '../../../facts/records.ts';
import { readFactsCache } from '../facts-cache.ts';
import { type BuildState, isRacy } from '../state/build-state.ts';
import { hashOf } from '../state/stamps.ts';
import { isToBeTriedAgain } from './culprit-facts.ts';
import type { BuildRequest } from './messages.ts';

export interface FactsRecall {
  /** Whether a file is new, or has another size or time than it had: it will probably have to be parsed. */
  isTouched(file: SourceFile): boolean;
  /**
   * The facts of a file that an earlier build extracted and that still hold; undefined when it has to be read again.
   * @param isGlance tell only what size and time tell; the file is not opened
   */
  factsOf(file: SourceFile, isGlance?: boolean): FileFacts | undefined;
  /** All that the cache has. */
  readonly cached: readonly PackedFacts[];
  /** See `FactsCache.batchesOf`. */
  batchesOf(used: readonly FileFacts[]): PackedFacts[];
}

/** Where nothing is to be recalled. */
export const NO_RECALL: FactsRecall = {
  isTouched: () => true,
  factsOf: () => undefined,
  cached: [],
  batchesOf: (used) => [packFacts(used)],
};

/**
 * Opens the facts cache. A file with the size and time it had is taken to have the content it had; every other file is
 * read and looked up by its content.
 * @param cacheFile the facts cache
 * @param state of the build that wrote it; null when nothing is known of sizes and times
 */
export function openRecall(
  { root, config, symbols }: Pick<BuildRequest, 'root' | 'config' | 'symbols'>,
  cacheFile: string,
  state: BuildState | null,
): FactsRecall {
  const cache = readFactsCache(cacheFile, config.minified, symbols);
  if (cache.size === 0) return NO_RECALL;
  const before = new Map(state?.paths().map((path, index) => [path, index]));
  const isAsItWas = (index: number | undefined, { size, ctimeMs }: SourceFile): index is number =>
    state !== null && index !== undefined && state.sizes[index] === size && state.times[index] === ctimeMs;
  const factsOf: FactsRecall['factsOf'] = (file, isGlance = false) => {
    const { path, ctimeMs } = file;
    const index = before.get(path);
    const untouched = state !== null && isAsItWas(index, file) && !isRacy(state, ctimeMs);
    if (isGlance && !untouched) return undefined;
    const hash = untouched ? state.hashOf(index) : hashOf(join(root, path));
    const facts = hash ? cache.get(path, hash) : undefined;
    return facts && !isToBeTriedAgain(facts, config.hangSeconds) ? facts : undefined;
  };
  return {
    isTouched: (file) => !isAsItWas(before.get(file.path), file),
    factsOf,
    cached: cache.packed,
    batchesOf: cache.batchesOf,
  };
}
