/** Thread entry: links the symbols of a project, once. */
import { parentPort } from 'node:worker_threads';
import { keepCompiledCode } from '../src/base/keep-code.ts';
import { unpackFacts } from '../src/facts/packed-facts.ts';
import type { FileFacts } from '../src/facts/records.ts';
import { beginSections, type LinkedSymbols } from '../src/session/node/build/link-to-sections.ts';
import type { SymbolMessage } from '../src/session/node/build/symbol-thread.ts';

const unpacked: FileFacts[][] = [];
let link: ReturnType<typeof beginSections> | undefined;

parentPort?.on('message', (message: SymbolMessage) => {
  switch (message.type) {
    case 'unpack':
      unpacked.push(...message.batches.map(unpackFacts));
      break;
    case 'begin':
      link = beginSections(factsOf(message.batches, message.paths));
      break;
    case 'link':
      if (link) finish(link(message));
      break;
    case 'end':
      parentPort?.close();
  }
});

/** Ends the thread too: it takes as long as to write the image, which can be done meanwhile. */
function finish(linked: LinkedSymbols): void {
  const buffers = new Set(Object.values(linked.sections).map(({ buffer }) => buffer as ArrayBuffer));
  parentPort?.postMessage(linked, [...buffers]);
  keepCompiledCode(true);
  parentPort?.close();
}

function factsOf(batches: readonly number[], paths: readonly string[]): FileFacts[] {
  const byPath = new Map(batches.flatMap((batch) => unpacked[batch] ?? []).map((facts) => [facts.path, facts]));
  return paths.map((path) => {
    const facts = byPath.get(path);
    if (!facts) throw new Error(`there are no facts of ${path}`);
    return facts;
  });
}
