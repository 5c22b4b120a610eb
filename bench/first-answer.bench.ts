/**
 * What a person waits for before there is an image, and after one file was edited, against a cold build; whole processes in turn on
 * a copy of the project's sources:
 *
 *     npm run bench -- first-answer [root]
 */
import { appendFileSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildImage } from '../src/session/node/build/build-image.ts';
import { loadInProcess } from '../src/session/node/load-in-process.ts';
import { pickTargets } from './pick-targets.ts';
import { interleave, median, timeProcess } from './processes.ts';
import { type BenchOptions, writeResult } from './results.ts';

const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

export async function run({ root: given, smoke }: BenchOptions): Promise<void> {
  const root = resolve(given ?? join(packageRoot, 'node_modules/effect'));
  const images = mkdtempSync(join(tmpdir(), 'conduit-bench-'));
  const kept = { graph: join(images, 'graph'), everything: join(images, 'everything') };
  const fresh = join(images, 'fresh');
  await buildImage(root, { imageDirectory: kept.graph, symbols: false });
  const { image: path, files } = await buildImage(root, { imageDirectory: kept.everything });
  const { narrow } = pickTargets(loadInProcess(path));
  const edited = join(root, narrow);
  const cli = (...args: string[]): number => {
    const { milliseconds, status, stdout } = timeProcess([join(packageRoot, 'dist/cli.cjs'), ...args, '--json'], root);
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stdout.slice(0, 400)}`);
    return milliseconds;
  };
  const fromNothing = (...args: string[]) => {
    rmSync(fresh, { recursive: true, force: true });
    return cli(...args, '--image-dir', fresh);
  };
  const afterEdit = (images: string) => {
    appendFileSync(edited, '\n');
    return cli('deps', narrow, '--root', root, '--image-dir', images);
  };
  const length = statSync(edited).size;
  const times = interleave(smoke ? 1 : 7, {
    coldGraph: () => fromNothing('index', root, '--no-symbols'),
    coldEverything: () => fromNothing('index', root),
    first: () => fromNothing('deps', narrow, '--root', root),
    editedGraph: () => afterEdit(kept.graph),
    editedEverything: () => afterEdit(kept.everything),
  });
  truncateSync(edited, length);
  rmSync(images, { recursive: true, force: true });
  const of = (name: string) => median(times[name] ?? []);
  writeResult('first-answer', {
    root,
    files,
    target: narrow,
    firstMilliseconds: Math.round(of('first')),
    graph: figures(of('coldGraph'), of('first'), of('editedGraph')),
    everything: figures(of('coldEverything'), of('first'), of('editedEverything')),
  });
}

/** Against builds and images of the graph alone, and of everything. */
function figures(cold: number, first: number, edited: number) {
  return {
    coldMilliseconds: Math.round(cold),
    firstRatio: Number((first / cold).toFixed(2)),
    editedMilliseconds: Math.round(edited),
  };
}
