/** Whatever ends a build before its time: the old image is whole, or the new one is, and the next build goes through. */
import type * as childProcess from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { buildImage } from '../../../../src/session/node/build/build-image.ts';
import { isRunning, startBuildProcess } from '../../../builders/build-process.ts';
import { readBuiltProject } from '../../../builders/built-project.ts';
import { projectOf, SHOP, writeFiles } from '../../../builders/project.ts';
import { randomShop } from '../../../builders/random-shop.ts';

/** The build's child processes, in the order in which they were started. */
const children: ChildProcess[] = [];
vi.mock('node:child_process', async (importOriginal) => {
  const original = await importOriginal<typeof childProcess>();
  const fork = (...parameters: Parameters<typeof original.fork>) => {
    const child = original.fork(...parameters);
    children.push(child);
    return child;
  };
  return { ...original, fork };
});

const KILLS = 20;
/** Milliseconds from the start of a build: the whole of it, and a little more. The seed makes the moments repeatable, as far as moments are. */
const moments = fc.sample(fc.integer({ min: 0, max: 500 }), { numRuns: KILLS, seed: 42 });

/** A project that changes between two states, whose images are known: any other is torn. */
async function twoVersions() {
  const root = projectOf(fc.sample(randomShop, { numRuns: 1, seed: 7 })[0] ?? {});
  const change = (round: number) =>
    writeFiles(root, { 'tools/season.ts': `import './${['tax', 'gift'][round % 2]}';\n` });
  const known: string[] = [];
  for (const round of [0, 1]) {
    change(round);
    known.push((await buildImage(root)).fingerprint);
  }
  expect(new Set(known).size).toBe(2);
  return { root, change, known };
}

const leftovers = (root: string) => [
  ...readdirSync(join(root, '.introspect/running')),
  ...readdirSync(join(root, '.introspect')).filter((name) => /^(state|facts).*tmp$/.test(name)),
];

describe('a build that is killed', () => {
  it(`with everything above it, at ${KILLS} moments`, async () => {
    const { root, change, known } = await twoVersions();
    const orphans: number[] = [];
    for (const [round, moment] of moments.entries()) {
      change(round);
      const build = startBuildProcess(root);
      await build.until(({ phase }) => phase === 'start');
      await Promise.race([sleep(moment), build.until(({ fingerprint }) => fingerprint !== undefined)]);
      const child = await Promise.race([build.until((line) => line.child !== undefined), sleep(0)]);
      await build.kill();
      if (child?.child !== undefined) orphans.push(child.child);
      expect(known).toContain(readBuiltProject(root).fingerprint);
    }
    await vi.waitFor(() => expect(orphans.filter(isRunning)).toEqual([]), 30_000);

    change(0);
    expect((await buildImage(root)).fingerprint).toBe(known[0]);
    expect(leftovers(root)).toEqual([]);
  });

  it(`in its child process, at ${KILLS} moments: it goes on or is refused, and no file is blamed`, async () => {
    const { root, change, known } = await twoVersions();
    const outcomes: string[] = [];
    for (const [round, moment] of moments.entries()) {
      change(round);
      children.length = 0;
      const building = buildImage(root).then(
        ({ restarts }) => (restarts > 0 ? 'went on' : 'done before'),
        (error: { code?: string }) => error.code ?? String(error),
      );
      await Promise.race([sleep(moment), building]);
      children[0]?.kill('SIGKILL');
      outcomes.push(await building);
      const { fingerprint, diagnostics } = readBuiltProject(root);
      expect(diagnostics.filter((entry) => entry.startsWith('parser-'))).toEqual([]);
      expect(known).toContain(fingerprint);
      expect(leftovers(root)).toEqual([]);
    }
    expect(['went on', 'done before', 'CONDUIT_BUILD_FAILED']).toEqual(expect.arrayContaining(outcomes));
    // Otherwise every moment came too late and nothing was interrupted.
    expect(outcomes).toContain('CONDUIT_BUILD_FAILED');
  });

  it('while its parser hangs: nothing stays behind that runs for ever', async () => {
    const hangs = `export const price = ${'a ? (b) : c => '.repeat(40)}d;\n`;
    const root = projectOf({ ...SHOP, 'price.ts': hangs, 'introspect.config.json': { parse: { hangSeconds: 3_600 } } });
    const build = startBuildProcess(root);
    const { child = 0 } = (await build.until((line) => line.child !== undefined)) ?? {};
    await build.until(({ phase }) => phase === 'parse');
    await sleep(500); // into the parser: an earlier kill would find nothing that hangs
    expect(isRunning(child)).toBe(true);
    await build.kill();
    await vi.waitFor(() => expect(isRunning(child)).toBe(false), 30_000);
  });

  it('by Ctrl-C, which reaches the child first: it is an interruption and convicts no file', async () => {
    const root = projectOf({ ...SHOP, 'price.ts': `x = ${'a ? (b) : c => '.repeat(40)}d;\n` });
    children.length = 0;
    const building = buildImage(root, {
      onProgress: ({ phase }) => {
        if (phase === 'parse') setTimeout(() => children[0]?.kill('SIGINT'), 200);
      },
    });
    await expect(building).rejects.toMatchObject({
      code: 'CONDUIT_BUILD_FAILED',
      message: 'the build was interrupted',
    });
    expect(children).toHaveLength(1);
    expect(leftovers(root)).toEqual([]);
  });
});

describe('a build that is aborted', () => {
  it.each(['scan', 'parse'])('in the phase %s leaves the old image and nothing else', async (wanted) => {
    const root = projectOf(SHOP);
    const { fingerprint } = await buildImage(root);
    // So that the build cannot be over before the word of its phase arrives.
    writeFiles(root, { 'src/price.ts': `x = ${'a ? (b) : c => '.repeat(40)}d;\n` });
    const abort = new AbortController();
    const onProgress = ({ phase }: { phase: string }): void => {
      if (phase === wanted) abort.abort();
    };
    const building = buildImage(root, { signal: abort.signal, onProgress });
    await expect(building).rejects.toMatchObject({
      code: 'CONDUIT_BUILD_FAILED',
      message: 'the build was interrupted',
    });
    expect(readBuiltProject(root).fingerprint).toBe(fingerprint);
    expect(leftovers(root)).toEqual([]);
  });

  it('before it began does not begin', async () => {
    const root = projectOf(SHOP);
    children.length = 0;
    await expect(buildImage(root, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'CONDUIT_BUILD_FAILED',
    });
    expect(children).toEqual([]);
    expect(readdirSync(join(root, '.introspect'))).not.toContain('image.bin');
  });
});

it('several builds at once all succeed, and what they leave is what one would have left', async () => {
  const root = projectOf(fc.sample(randomShop, { numRuns: 1, seed: 11 })[0] ?? {});
  const elsewhere = join(root, '.introspect/solo');
  const solo = await buildImage(root, { imageDirectory: elsewhere });
  const builds = [startBuildProcess(root), startBuildProcess(root, 1)];
  const inProcess = await Promise.all([buildImage(root), buildImage(root, { cold: true })]);
  const apart = await Promise.all(builds.map((build) => build.until((line) => line.fingerprint !== undefined)));
  const fingerprints = [...inProcess, ...apart].map((build) => build?.fingerprint);
  expect(new Set(fingerprints)).toEqual(new Set([solo.fingerprint]));
  const { bytes } = readBuiltProject(root);
  expect(bytes.equals(readBuiltProject(root, join(elsewhere, 'image.bin')).bytes)).toBe(true);
  expect(leftovers(root)).toEqual([]);
});

describe('a folder that cannot be written', () => {
  const obstacles: readonly (readonly [what: string, obstruct: (directory: string) => void])[] = [
    ['is a file', (directory) => writeFileSync(directory, '')],
    ['has a file where builds have their scratch folder', (directory) => writeIn(directory, 'running')],
    ['has a folder where the image goes', (directory) => mkdirSync(join(directory, 'image.bin'), { recursive: true })],
    ['has a folder where the facts go', (directory) => mkdirSync(join(directory, 'facts.bin'), { recursive: true })],
    ['has a folder where the state goes', (directory) => mkdirSync(join(directory, 'state.bin'), { recursive: true })],
  ];
  const writeIn = (directory: string, name: string) => {
    mkdirSync(directory);
    writeFileSync(join(directory, name), '');
  };
  it.each(obstacles)('because it %s, is refused with a word about it', async (_, obstruct) => {
    const root = projectOf(SHOP);
    obstruct(join(root, '.introspect'));
    await expect(buildImage(root)).rejects.toMatchObject({
      code: 'CONDUIT_NOT_WRITABLE',
      message: expect.stringContaining('.introspect') as string,
    });
  });
});
