/**
 * The floor under every cold build: N workers that read each source, obtain SWC's syntax tree as text and throw it away.
 * Nothing built on SWC can be faster.
 *
 *     node dist/bench/floors/parse-floor.js <root> [workers]     prints one JSON line { files, bytes, milliseconds }
 *
 * A process of its own, so that it can be timed whole, like the build.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { scanSources } from '../../src/facts/scan/scan-sources.ts';
import { findBlocks } from '../../src/syntax/markup/find-blocks.ts';
import { parseSource } from '../../src/syntax/parse-source.ts';
import { languageOf } from '../../src/syntax/source-language.ts';
import { openSwc } from '../../src/syntax/swc.ts';

interface Share {
  readonly root: string;
  readonly paths: readonly string[];
  /** One word: the next file that nobody has taken. */
  readonly next: SharedArrayBuffer;
}

const SCAN = { include: [], exclude: [], maxFileBytes: 2 * 1024 * 1024, dotDirectories: false, minified: false };

if (isMainThread) await main();
else parseShare(workerData as Share);

async function main(): Promise<void> {
  const [root = '.', workers = String(availableParallelism())] = process.argv.slice(2);
  openSwc();
  const { files } = scanSources(root, SCAN);
  const started = performance.now();
  const share: Share = { root, paths: files.map(({ path }) => path), next: new SharedArrayBuffer(4) };
  const options = { workerData: share, resourceLimits: { stackSizeMb: 1024 } };
  const threads = Array.from({ length: Number(workers) }, () => new Worker(fileURLToPath(import.meta.url), options));
  await Promise.all(threads.map((thread) => new Promise((resolve) => thread.once('exit', resolve))));
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  console.log(JSON.stringify({ files: files.length, bytes, milliseconds: Math.round(performance.now() - started) }));
}

function parseShare({ root, paths, next }: Share): void {
  const counter = new Int32Array(next);
  for (let index = Atomics.add(counter, 0, 1); index < paths.length; index = Atomics.add(counter, 0, 1)) {
    const path = paths[index] ?? '';
    const source = readFileSync(join(root, path));
    const whole = [{ start: 0, end: source.length, language: languageOf(path) }];
    for (const { start, end, language } of findBlocks(path, source)?.scripts ?? whole)
      if (language) parseSource(source.subarray(start, end), language);
  }
}
