import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { crc32 } from 'node:zlib';
import { Packr } from 'msgpackr';
import { EXTRACTOR_VERSION } from '../../facts/extractor-version.ts';
import { type PackedFacts, packFacts, unpackFacts, unpackGraphFacts } from '../../facts/packed-facts.ts';
import type { FileFacts } from '../../facts/records.ts';
import { bundlerOf } from '../../facts/scan/bundler-configs.ts';
import { replaceFile } from './replace-file.ts';

/**
 * Facts that need not be extracted again. What a file says depends on its bytes, its extension (and
 * whether it is named as a bundler's configuration) and the extractor alone, so that is the key: a moved file keeps its facts, a new extractor forgets them all.
 */
export interface FactsCache {
  /** What the graph needs of a file with that content, as if it had always had that path; undefined when unknown. */
  get(path: string, hash: string): FileFacts | undefined;
  readonly size: number;
  /** All that was read, as it lay there. */
  readonly packed: readonly PackedFacts[];
  /**
   * What to write of it again: batches of which all is still used as they lie there, which costs nothing, and the rest packed anew.
   * @param used facts that it gave out, and others that nobody has packed
   */
  batchesOf(used: readonly FileFacts[]): PackedFacts[];
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
  /** Whether symbols were extracted of every file. */
  readonly symbols: boolean;
}

// Without `moreTypes` a Uint32Array comes back as a Buffer of its bytes.
const packr = new Packr({ moreTypes: true });

/** In front: written without fsync, the file can hold anything after a power cut, and facts that are wrong look like facts. */
const CHECKSUM_BYTES = 4;

const keyOf = (path: string, hash: string): string =>
  `${hash}${bundlerOf(path) ?? ''}${/\.d\.[cm]?ts$/.test(path) ? '.d' : ''}${extname(path)}`;

/** Below this a batch is packed together with others, so that edits of single files do not leave as many batches. */
const SMALL_BATCH_FILES = 16;

interface Batch {
  readonly packed: PackedFacts;
  /** Without symbols: those are linked from the columns, by another thread. */
  readonly facts: readonly FileFacts[];
}

/**
 * Reads the cache; one that is missing, damaged, outdated or of another setting is simply empty.
 * @param symbols whether facts are wanted that have symbols
 */
export function readFactsCache(file: string, minified: boolean, symbols: boolean): FactsCache {
  const batches = readCacheFile(file, minified, symbols);
  const byPath = new Map<string, FileFacts>();
  // What could not be read has no hash, and may be readable tomorrow.
  for (const { facts } of batches) for (const own of facts) if (own.hash) byPath.set(own.path, own);
  let byContent: Map<string, FileFacts> | undefined;
  /** What was given out under another path, and what that is of. */
  const moved = new Map<FileFacts, FileFacts>();
  return {
    size: byPath.size,
    packed: batches.map(({ packed }) => packed),
    get(path, hash) {
      const known = byPath.get(path);
      if (known?.hash === hash) return known;
      // A file that changed or moved, as hardly any has.
      byContent ??= new Map(Array.from(byPath.values(), (facts) => [keyOf(facts.path, facts.hash), facts]));
      const facts = byContent.get(keyOf(path, hash));
      if (!facts) return undefined;
      const own = movedTo(path, facts);
      moved.set(own, facts);
      return own;
    },
    batchesOf(used) {
      const rest = new Set(used);
      const whole = batches.filter(
        ({ facts }) => facts.length >= SMALL_BATCH_FILES && facts.every((own) => rest.has(own)),
      );
      for (const { facts } of whole) for (const own of facts) rest.delete(own);
      const kept = whole.map(({ packed }) => packed);
      if (rest.size === 0) return kept;
      const wanted = new Set(Array.from(rest, (facts) => moved.get(facts) ?? facts));
      const complete = new Map<FileFacts | undefined, FileFacts>();
      for (const { packed, facts } of batches) {
        if (!facts.some((own) => wanted.has(own))) continue;
        for (const [at, own] of unpackFacts(packed).entries()) complete.set(facts[at], own);
      }
      const withSymbols = (facts: FileFacts): FileFacts => {
        const origin = moved.get(facts);
        if (!origin) return complete.get(facts) ?? facts;
        return movedTo(facts.path, complete.get(origin) ?? origin);
      };
      return [...kept, packFacts(Array.from(rest, withSymbols))];
    },
  };
}

function movedTo(path: string, facts: FileFacts): FileFacts {
  return { ...facts, path, diagnostics: facts.diagnostics.map((diagnostic) => ({ ...diagnostic, path })) };
}

function readCacheFile(file: string, minified: boolean, symbols: boolean): Batch[] {
  if (!existsSync(file)) return [];
  try {
    const bytes = readFileSync(file);
    const body = bytes.subarray(CHECKSUM_BYTES);
    if (bytes.readUInt32LE() !== crc32(body)) return [];
    const cache = packr.unpack(body) as CacheFile;
    return cache.extractor === EXTRACTOR_VERSION && cache.minified === minified && (cache.symbols || !symbols)
      ? cache.batches.map((packed) => ({ packed, facts: unpackGraphFacts(packed) }))
      : [];
  } catch {
    return []; // a cache: losing it costs time, never truth
  }
}

/** Keeps what can be used again: everything that was read, what took the parser down included (see build/culprit-facts.ts). */
export function writeFactsCache(
  file: string,
  batches: readonly PackedFacts[],
  minified: boolean,
  symbols: boolean,
): void {
  const cache: CacheFile = { extractor: EXTRACTOR_VERSION, minified, symbols, batches };
  // Room for all of it, so that it is put together without being copied from buffer to buffer; what stays empty costs nothing.
  packr.useBuffer(Buffer.allocUnsafeSlow(roomFor(batches)));
  const body = packr.pack(cache);
  const checksum = Buffer.alloc(CHECKSUM_BYTES);
  checksum.writeUInt32LE(crc32(body));
  replaceFile(file, checksum, body);
}

/** Bytes of the columns and texts, and what surrounds them. A UTF-16 unit takes at most three bytes. */
function roomFor(batches: readonly PackedFacts[]): number {
  let bytes = ROOM_FOR_HEADERS;
  for (const batch of batches) {
    bytes += ROOM_FOR_HEADERS + batch.text.length * 3;
    for (const column of [...Object.values(batch), ...Object.values(batch.symbols)])
      if (ArrayBuffer.isView(column)) bytes += column.byteLength;
  }
  return bytes;
}

/** Names of columns and their lengths. What the packer finds too little it adds to. */
const ROOM_FOR_HEADERS = 1024;
