import { Worker } from 'node:worker_threads';
import { resolvePackageFile } from '../package-files.ts';
import type { LinkedSymbols, SymbolTask } from './link-packed-symbols.ts';

/** A thread that links symbols, while the one that builds encodes the graph and writes what lies beside the image. */
export interface SymbolThread {
  /** To be called once. */
  link(task: SymbolTask): Promise<LinkedSymbols>;
  close(): Promise<void>;
}

/** Starts at once: until it has something to do, the sources are looked for. */
export function openSymbolThread(): SymbolThread {
  const worker = new Worker(resolvePackageFile('#workers/symbols.cjs'));
  const linked = new Promise<LinkedSymbols>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread that links symbols ended')));
  });
  // Whoever asked for them hears of it.
  linked.catch(() => {});
  return {
    link(task) {
      worker.postMessage(task);
      return linked;
    },
    async close() {
      await worker.terminate();
    },
  };
}
