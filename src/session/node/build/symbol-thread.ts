import { Worker } from 'node:worker_threads';
import type { SymbolInput } from '../../../facts/link/symbols/site-targets.ts';
import type { PackedFacts } from '../../../facts/packed-facts.ts';
import { resolvePackageFile } from '../package-files.ts';
import type { LinkedSymbols } from './link-to-sections.ts';

/** What the thread is told, in this order. */
export type SymbolMessage =
  /** Where what an earlier build found is kept, and what this one finds is to be; `cold`: not to be looked at. */
  | { readonly type: 'recall'; readonly file: string; readonly cold: boolean }
  /** Facts that it may need, as often as there are some. */
  | { readonly type: 'unpack'; readonly batches: readonly PackedFacts[] }
  /** Those that it needs, as positions among the batches that it was told to unpack, and the paths of the modules, sorted. */
  | { readonly type: 'begin'; readonly batches: readonly number[]; readonly paths: readonly string[] }
  | ({ readonly type: 'link' } & SymbolInput)
  | { readonly type: 'end' };

/** A thread that links symbols, while the one that builds links and encodes the graph and writes what lies beside the image. */
export interface SymbolThread {
  /** Facts that are likely to be linked: it unpacks them while the sources are looked for. */
  expect(batches: readonly PackedFacts[]): void;
  /**
   * To be called once; all that does not rest on where imports lead is done then.
   * @param batches with the facts of all modules, and perhaps of files that are none
   * @param paths of the modules, sorted
   */
  begin(batches: readonly PackedFacts[], paths: readonly string[]): void;
  /** Afterwards, once. */
  link(input: SymbolInput): Promise<LinkedSymbols>;
  /** It ends by itself when it has linked; before, as soon as it is free: a thread that is ended while it starts can take the process down. */
  close(): Promise<void>;
}

/** @param keep where links of symbols are kept from build to build, and whether those of an earlier one count for nothing */
export function openSymbolThread(keep?: { readonly file: string; readonly cold: boolean }): SymbolThread {
  const worker = new Worker(resolvePackageFile('#workers/symbols.cjs'));
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const linked = new Promise<LinkedSymbols>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread that links symbols ended')));
  });
  // Whoever asked for them hears of it.
  linked.catch(() => {});
  const told = new Map<PackedFacts, number>();
  const tell = (message: SymbolMessage) => worker.postMessage(message);
  if (keep) tell({ type: 'recall', ...keep });
  const expect = (batches: readonly PackedFacts[]) => {
    if (batches.length > 0) tell({ type: 'unpack', batches });
    for (const batch of batches) told.set(batch, told.size);
  };
  return {
    expect,
    begin(batches, paths) {
      expect(batches.filter((batch) => !told.has(batch)));
      tell({ type: 'begin', batches: batches.map((batch) => told.get(batch) ?? -1), paths });
    },
    link(input) {
      tell({ type: 'link', ...input });
      return linked;
    },
    close() {
      tell({ type: 'end' });
      return ended;
    },
  };
}
