/** Piscina entry: parses and extracts a batch of files. */
import { workerData } from 'node:worker_threads';
import { keepCompiledCode } from '../src/base/keep-code.ts';
import { createExtractor } from '../src/facts/extract/extract-facts.ts';
import { failedFacts } from '../src/facts/failed-facts.ts';
import { type PackedFacts, packFacts } from '../src/facts/packed-facts.ts';
import { looksMinified } from '../src/facts/scan/looks-minified.ts';
import type { ParseTask, ParseWorkerData } from '../src/session/node/build/parse-pool.ts';
import { createFileReader } from '../src/session/node/file-reader.ts';
import { openNoteSlot } from '../src/session/node/in-flight-notes.ts';
import { kernelModule } from '../src/session/node/kernels.ts';

const { root, notes, nextSlot, minified, symbols } = workerData as ParseWorkerData;
const slot = openNoteSlot(notes, Atomics.add(new Int32Array(nextSlot), 0, 1));
const readFile = createFileReader();
const extractor = createExtractor(kernelModule('plain'), { symbols });

export default function parse({ paths, numbers }: ParseTask): PackedFacts {
  const facts = paths.map((path, index) => {
    const bytes = bytesOf(path);
    if (!bytes) return failedFacts(path, 'unreadable');
    if (!minified && isJavaScript(path) && looksMinified(bytes)) return failedFacts(path, 'skipped-minified');
    slot.begin(numbers[index] ?? 0);
    return extractor.extract(path, bytes);
  });
  slot.end();
  const packed = packFacts(facts);
  keepCode(facts.length);
  return packed;
}

/** By then a thread has called nearly all that it ever will. */
const FILES_TO_WARM_UP = 500;

let read = 0;

function keepCode(files: number): void {
  const before = read;
  read += files;
  if (before < FILES_TO_WARM_UP && read >= FILES_TO_WARM_UP) keepCompiledCode(symbols);
}

const isJavaScript = (path: string): boolean => /\.[cm]?js$/.test(path);

/** Good until the next is read: what is kept of a file are its facts. */
function bytesOf(path: string): Buffer | null {
  try {
    return readFile(`${root}/${path}`);
  } catch {
    return null;
  }
}
