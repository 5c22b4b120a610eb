import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { Packr } from 'msgpackr';
import { EXTRACTOR_VERSION } from '../../facts/extractor-version.ts';
import { type PackedFacts, packFacts, unpackFacts } from '../../facts/packed-facts.ts';
import type { FileFacts } from '../../facts/records.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Facts that need not be extracted again. What a file says depends on its bytes, its extension and the
 * extractor alone, so that is the key: a moved file keeps its facts, a new extractor forgets them all.
 */
export interface FactsCache {
  /** The facts of a file with that content, as if it had always had that path; undefined when unknown. */
  get(path: string, hash: string): FileFacts | undefined;
}

interface CacheFile extends PackedFacts {
  readonly extractor: string;
}

// Without `moreTypes` a Uint32Array comes back as a Buffer of its bytes.
const packr = new Packr({ moreTypes: true });

const keyOf = (path: string, hash: string): string =>
  `${hash}${/\.d\.[cm]?ts$/.test(path) ? '.d' : ''}${extname(path)}`;

/** Reads the cache; a missing, damaged or outdated one is simply empty. */
export function readFactsCache(file: string): FactsCache {
  const known = new Map<string, FileFacts>();
  for (const facts of readCacheFile(file)) known.set(keyOf(facts.path, facts.hash), facts);
  return {
    get(path, hash) {
      const facts = known.get(keyOf(path, hash));
      if (!facts || facts.path === path) return facts;
      return { ...facts, path, diagnostics: facts.diagnostics.map((diagnostic) => ({ ...diagnostic, path })) };
    },
  };
}

function readCacheFile(file: string): FileFacts[] {
  if (!existsSync(file)) return [];
  try {
    const cache = packr.unpack(readFileSync(file)) as CacheFile;
    return cache.extractor === EXTRACTOR_VERSION ? unpackFacts(cache) : [];
  } catch {
    return []; // a cache: losing it costs time, never truth
  }
}

/** Keeps what can be used again: everything that was read and whose outcome does not depend on the machine. */
export function writeFactsCache(file: string, facts: readonly FileFacts[]): void {
  const lasting = facts.filter(
    ({ hash, diagnostics }) =>
      hash !== '' && !diagnostics.some(({ code }) => code === 'parser-crashed' || code === 'parser-hung'),
  );
  const cache: CacheFile = { extractor: EXTRACTOR_VERSION, ...packFacts(lasting) };
  replaceFile(file, packr.pack(cache));
}
