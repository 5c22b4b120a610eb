/** Thread entry: links the symbols of a project, once. */
import { parentPort } from 'node:worker_threads';
import { linkPackedSymbols, type SymbolTask } from '../src/session/node/build/link-packed-symbols.ts';

parentPort?.once('message', (task: SymbolTask) => {
  const linked = linkPackedSymbols(task);
  const buffers = new Set(Object.values(linked.sections).map(({ buffer }) => buffer as ArrayBuffer));
  parentPort?.postMessage(linked, [...buffers]);
});
