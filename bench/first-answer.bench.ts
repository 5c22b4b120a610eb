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
  const kept = join(images, 'kept');
  const fresh = join(images, 'fresh');
  const { image: path, files } = await buildImage(root, { imageDirectory: kept });
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
  const length = statSync(edited).size;
  const times = interleave(smoke ? 1 : 7, {
    cold: () => fromNothing('index', root),
    first: () => fromNothing('deps', narrow, '--root', root),
    edited: () => {
      appendFileSync(edited, '\n');
      return cli('deps', narrow, '--root', root, '--image-dir', kept);
    },
  });
  truncateSync(edited, length);
  rmSync(images, { recursive: true, force: true });
  const of = (name: string) => median(times[name] ?? []);
  writeResult('first-answer', {
    root,
    files,
    target: narrow,
    coldMilliseconds: Math.round(of('cold')),
    firstMilliseconds: Math.round(of('first')),
    firstRatio: Number((of('first') / of('cold')).toFixed(2)),
    editedMilliseconds: Math.round(of('edited')),
  });
}
