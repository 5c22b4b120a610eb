import { Worker } from 'node:worker_threads';
import type { SymbolInput } from '../../../facts/link/link-facts.ts';
import type { PackedFacts } from '../../../facts/packed-facts.ts';
import { resolvePackageFile } from '../package-files.ts';
import type { LinkedSymbols } from './link-to-sections.ts';

/** What the thread is told: facts that it may need, as often as there are some; then, once, what to link. */
export type SymbolMessage =
  | { readonly type: 'unpack'; readonly batches: readonly PackedFacts[] }
  | ({
      readonly type: 'link';
      /** Positions among the batches that it was told to unpack. */
      readonly batches: readonly number[];
    } & SymbolInput);

/** A thread that links symbols, while the one that builds encodes the graph and writes what lies beside the image. */
export interface SymbolThread {
  /** Facts that are likely to be linked: it unpacks them while the sources are looked for. */
  expect(batches: readonly PackedFacts[]): void;
  /** To be called once. @param batches with facts of all modules, and perhaps of files that are none */
  link(input: SymbolInput, batches: readonly PackedFacts[]): Promise<LinkedSymbols>;
  close(): Promise<void>;
}

export function openSymbolThread(): SymbolThread {
  const worker = new Worker(resolvePackageFile('#workers/symbols.cjs'));
  const linked = new Promise<LinkedSymbols>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread that links symbols ended')));
  });
  // Whoever asked for them hears of it.
  linked.catch(() => {});
  const told = new Map<PackedFacts, number>();
  const tell = (message: SymbolMessage) => worker.postMessage(message);
  const expect = (batches: readonly PackedFacts[]) => {
    if (batches.length > 0) tell({ type: 'unpack', batches });
    for (const batch of batches) told.set(batch, told.size);
  };
  return {
    expect,
    link(input, batches) {
      expect(batches.filter((batch) => !told.has(batch)));
      tell({ type: 'link', ...input, batches: batches.map((batch) => told.get(batch) ?? -1) });
      return linked;
    },
    async close() {
      await worker.terminate();
    },
  };
}
