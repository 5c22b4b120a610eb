import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { crc32 } from 'node:zlib';
import { Packr } from 'msgpackr';
import { EXTRACTOR_VERSION } from '../../facts/extractor-version.ts';
import { type PackedFacts, unpackFacts } from '../../facts/packed-facts.ts';
import type { FileFacts } from '../../facts/records.ts';
import { bundlerOf } from '../../facts/scan/bundler-configs.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Facts that need not be extracted again. What a file says depends on its bytes, its extension (and
 * whether it is named as a bundler's configuration) and the extractor alone, so that is the key: a moved file keeps its facts, a new extractor forgets them all.
 */
export interface FactsCache {
  /** The facts of a file with that content, as if it had always had that path; undefined when unknown. */
  get(path: string, hash: string): FileFacts | undefined;
  readonly size: number;
}

interface CacheFile {
  /** As the threads that extracted them handed them over: packing them anew would take as long as linking them. */
  readonly batches: readonly PackedFacts[];
  readonly extractor: string;
  /**
   * Whether files that look minified were read. Their looks are judged where they are read, so that facts found under one
   * setting would bring them back under the other.
   */
  readonly minified: boolean;
}

// Without `moreTypes` a Uint32Array comes back as a Buffer of its bytes.
const packr = new Packr({ moreTypes: true });

/** In front: written without fsync, the file can hold anything after a power cut, and facts that are wrong look like facts. */
const CHECKSUM_BYTES = 4;

const keyOf = (path: string, hash: string): string =>
  `${hash}${bundlerOf(path) ?? ''}${/\.d\.[cm]?ts$/.test(path) ? '.d' : ''}${extname(path)}`;

/** Reads the cache; one that is missing, damaged, outdated or of another setting is simply empty. */
export function readFactsCache(file: string, minified: boolean): FactsCache {
  const known = new Map<string, FileFacts>();
  // What could not be read has no hash, and may be readable tomorrow.
  for (const facts of readCacheFile(file, minified)) if (facts.hash) known.set(keyOf(facts.path, facts.hash), facts);
  return {
    size: known.size,
    get(path, hash) {
      const facts = known.get(keyOf(path, hash));
      if (!facts || facts.path === path) return facts;
      return { ...facts, path, diagnostics: facts.diagnostics.map((diagnostic) => ({ ...diagnostic, path })) };
    },
  };
}

function readCacheFile(file: string, minified: boolean): FileFacts[] {
  if (!existsSync(file)) return [];
  try {
    const bytes = readFileSync(file);
    const body = bytes.subarray(CHECKSUM_BYTES);
    if (bytes.readUInt32LE() !== crc32(body)) return [];
    const cache = packr.unpack(body) as CacheFile;
    return cache.extractor === EXTRACTOR_VERSION && cache.minified === minified
      ? cache.batches.flatMap(unpackFacts)
      : [];
  } catch {
    return []; // a cache: losing it costs time, never truth
  }
}

/** Keeps what can be used again: everything that was read, what took the parser down included (see build/culprit-facts.ts). */
export function writeFactsCache(file: string, batches: readonly PackedFacts[], minified: boolean): void {
  const cache: CacheFile = { extractor: EXTRACTOR_VERSION, minified, batches };
  const body = packr.pack(cache);
  const checksum = Buffer.alloc(CHECKSUM_BYTES);
  checksum.writeUInt32LE(crc32(body));
  replaceFile(file, Buffer.concat([checksum, body]));
}
