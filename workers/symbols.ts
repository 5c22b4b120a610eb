/** Thread entry: links the symbols of a project, once. */
import { parentPort } from 'node:worker_threads';
import { unpackFacts } from '../src/facts/packed-facts.ts';
import type { FileFacts } from '../src/facts/records.ts';
import { linkToSections } from '../src/session/node/build/link-to-sections.ts';
import type { SymbolMessage } from '../src/session/node/build/symbol-thread.ts';

const unpacked: FileFacts[][] = [];

parentPort?.on('message', (message: SymbolMessage) => {
  if (message.type === 'unpack') {
    unpacked.push(...message.batches.map(unpackFacts));
    return;
  }
  const { batches, sites, nodes } = message;
  const linked = linkToSections({ facts: batches.flatMap((batch) => unpacked[batch] ?? []), sites, nodes });
  const buffers = new Set(Object.values(linked.sections).map(({ buffer }) => buffer as ArrayBuffer));
  parentPort?.postMessage(linked, [...buffers]);
});
