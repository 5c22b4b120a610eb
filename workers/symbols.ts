/** Thread entry: links the symbols of a project, once. */
import { parentPort } from 'node:worker_threads';
import { isConduitError } from '../src/base/errors.ts';
import { keepCompiledCode } from '../src/base/keep-code.ts';
import { textOf } from '../src/facts/link/symbols/kept-links.ts';
import type { EarlierLinks } from '../src/facts/link/symbols/known-links.ts';
import { unpackFacts } from '../src/facts/packed-facts.ts';
import type { FileFacts } from '../src/facts/records.ts';
import { beginSections, type LinkedSections } from '../src/session/node/build/link-to-sections.ts';
import type { SymbolMessage } from '../src/session/node/build/symbol-thread.ts';
import { readSymbolLinks, writeSymbolLinks } from '../src/session/node/state/symbol-links.ts';

const unpacked: FileFacts[][] = [];
let before: EarlierLinks | undefined;
let keepIn: string | undefined;
let link: ReturnType<typeof beginSections> | undefined;

parentPort?.on('message', (message: SymbolMessage) => {
  switch (message.type) {
    case 'recall':
      keepIn = message.file;
      if (!message.cold) before = recall(message.file);
      break;
    case 'unpack':
      unpacked.push(...message.batches.map(unpackFacts));
      break;
    case 'begin':
      link = beginSections(factsOf(message.batches, message.paths), before);
      break;
    case 'link':
      if (link) finish(link(message));
      break;
    case 'end':
      parentPort?.close();
  }
});

/** What is kept is written while the image is, and ends the thread: one that cannot be written costs the next build time, and this one nothing. */
function finish({ linked, keep }: LinkedSections): void {
  const buffers = new Set(Object.values(linked.sections).map(({ buffer }) => buffer as ArrayBuffer));
  parentPort?.postMessage(linked, [...buffers]);
  try {
    if (keepIn !== undefined && keep) writeSymbolLinks(keepIn, keep());
  } catch (error) {
    if (!isConduitError(error)) throw error;
  }
  keepCompiledCode(true);
  parentPort?.close();
}

/** The facts of then are among those that were unpacked, as far as the cache has them. */
function recall(file: string): EarlierLinks | undefined {
  const links = readSymbolLinks(file);
  if (links === null) return undefined;
  const hashes = new Map(links.hashes.map((hash, module) => [links.nodes[module] ?? '', hash]));
  let then: ReadonlyMap<string, FileFacts> | undefined;
  return {
    links,
    factsOf(path) {
      // All have been unpacked by the time that it is asked.
      then ??= new Map(
        unpacked.flat().flatMap((facts) => (hashes.get(facts.path) === textOf(facts) ? [[facts.path, facts]] : [])),
      );
      return then.get(path);
    },
  };
}

function factsOf(batches: readonly number[], paths: readonly string[]): FileFacts[] {
  const byPath = new Map(batches.flatMap((batch) => unpacked[batch] ?? []).map((facts) => [facts.path, facts]));
  return paths.map((path) => {
    const facts = byPath.get(path);
    if (!facts) throw new Error(`there are no facts of ${path}`);
    return facts;
  });
}
