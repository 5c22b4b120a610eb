/**
 * Every file here is one that stops other tools. What is asserted of each is the same: the rest is indexed, the fault is in
 * the image with its code and in every answer's coverage, and the bytes do not depend on how many workers met it.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildImage } from '../../../../src/session/node/build/build-image.ts';
import { readBuiltProject } from '../../../builders/built-project.ts';
import { type ProjectFiles, projectOf, SHOP, writeFiles } from '../../../builders/project.ts';

/** Passes the bracket prescan and the size cap, and overflows even the large stack of a parse worker. */
const KILLS_THE_PARSER = `export const curried = ${'a=>'.repeat(640_000)}1;\n`;
/** Under 500 bytes: the parser tries each arrow as a conditional's branch and again as a parameter list, at every level. */
const HANGS_THE_PARSER = `export const price = ${'a ? (b) : c => '.repeat(32)}d;\n`;
const MINIFIED = `${'function a(b){return b?c(b,[1,2],{d:e}):f};'.repeat(100)}\n`;

/** Builds the shop with these files beside it, with one and with two workers. */
async function buildShop(files: ProjectFiles, prepare: (root: string) => void = () => {}) {
  const root = projectOf({ ...SHOP, ...files });
  prepare(root);
  const alone = await buildImage(root, { workers: 1, cold: true });
  const { bytes } = readBuiltProject(root);
  const summary = await buildImage(root, { workers: 2, cold: true });
  const built = readBuiltProject(root);
  expect(built.bytes.equals(bytes), 'the number of workers shows in the image').toBe(true);
  expect(summary.fingerprint).toBe(alone.fingerprint);
  expectRestAnswers(built);
  return { root, summary, built, restarts: [alone.restarts, summary.restarts] };
}

function expectRestAnswers({ importsOf }: ReturnType<typeof readBuiltProject>): void {
  expect(importsOf('packages/cart/src/total.ts')).toEqual(['packages/prices/src/index.ts']);
  expect(importsOf('packages/cart/src/index.ts')).toEqual(['packages/cart/src/total.ts']);
}

/** The three sources of the shop. */
const SOUND = 3;

describe('a file of which nothing is known', () => {
  const cases: readonly (readonly [what: string, path: string, content: string | Uint8Array, code: string])[] = [
    ['does not parse', 'src/till.ts', 'export const total = ;\n', 'syntax-error'],
    ['is not UTF-8', 'src/latin.ts', Buffer.from('export const crème = 1;\n', 'latin1'), 'not-utf8'],
    ['nests 100,000 deep', 'src/deep.ts', `x = ${'['.repeat(100_000)}${']'.repeat(100_000)};\n`, 'nested-too-deep'],
  ];
  it.each(cases)('%s: it fails by itself', async (_, path, content, code) => {
    const { built, summary } = await buildShop({ [path]: content, 'src/main.ts': `import './${path.slice(4)}';\n` });
    expect(built.diagnostics).toEqual([`${code} ${path}`]);
    expect(built.coverage).toEqual({
      status: 'partial',
      files: SOUND + 2,
      parsed: SOUND + 1,
      failed: 1,
      unresolved: {},
      skipped: {},
    });
    expect(summary.failures).toMatchObject([{ path }]);
    // It is still a module that others import.
    expect(built.importsOf('src/main.ts')).toEqual([path]);
  });

  it.skipIf(process.getuid?.() === 0)('may not be opened: it is reported as unreadable', async () => {
    const forbid = (root: string) => chmodSync(join(root, 'src/safe.ts'), 0o000);
    const { built } = await buildShop({ 'src/safe.ts': 'export {};\n' }, forbid);
    expect(built.diagnostics).toEqual(['unreadable src/safe.ts']);
    expect(built.coverage).toMatchObject({ status: 'partial', failed: 1 });
  });

  it('cannot be read: it is reported as unreadable, whoever runs this', async () => {
    // Nobody reads more than 2 GiB into one buffer; the file is all hole and takes no room.
    const grow = (root: string) => truncateSync(join(root, 'src/ledger.ts'), 2 ** 31 + 1);
    const config = { limits: { fileBytes: 2 ** 32 } };
    const { built, summary } = await buildShop({ 'src/ledger.ts': '', 'introspect.config.json': config }, grow);
    expect(built.diagnostics).toEqual(['unreadable src/ledger.ts']);
    expect(built.coverage).toMatchObject({ status: 'partial', failed: 1 });
    expect(summary.failures).toEqual([{ path: 'src/ledger.ts', reason: 'unreadable' }]);
  });
});

describe('a file that takes the parser with it', () => {
  it('kills the process: the build begins again without it, and the old image stays until then', async () => {
    const root = projectOf(SHOP);
    await buildImage(root);
    const before = readBuiltProject(root);
    writeFiles(root, { 'src/curried.ts': KILLS_THE_PARSER });

    let attempts = 0;
    const meanwhile: string[] = [];
    const onProgress = ({ phase }: { phase: string }) => {
      if (phase === 'scan') attempts++;
      // Only before the crash: the words of the last attempt may reach us after it has replaced the image.
      if (phase === 'parse' && attempts === 1) meanwhile.push(readBuiltProject(root).fingerprint);
    };
    const alone = await buildImage(root, { workers: 1, onProgress });
    const built = readBuiltProject(root);
    const again = await buildImage(root, { workers: 2 });
    expect(readBuiltProject(root).bytes.equals(built.bytes), 'what is remembered shows in the image').toBe(true);
    const paired = await buildImage(root, { workers: 2, cold: true });

    expect(new Set(meanwhile)).toEqual(new Set([before.fingerprint]));
    expect([alone.restarts, again.restarts, paired.restarts]).toEqual([1, 0, 1]);
    expect(built.diagnostics).toEqual(['parser-crashed src/curried.ts']);
    expect(built.coverage).toMatchObject({ status: 'partial', files: SOUND + 1, parsed: SOUND, failed: 1 });
    expect(readBuiltProject(root).bytes.equals(built.bytes)).toBe(true);
    expectRestAnswers(built);
    expect(leftovers(root)).toEqual([]);
  });

  it('is tried again under its name or another when its content changes, and by nothing else', async () => {
    const root = projectOf({ ...SHOP, 'src/curried.ts': KILLS_THE_PARSER });
    expect((await buildImage(root)).restarts).toBe(1);
    // The same bytes elsewhere are as deadly as before: they are known.
    writeFiles(root, { 'tools/copy.ts': KILLS_THE_PARSER, 'src/main.ts': "import '../tools/copy.ts';\n" });
    const { restarts, failures } = await buildImage(root);
    expect(restarts).toBe(0);
    expect(failures.map(({ path }) => path)).toEqual(['src/curried.ts', 'tools/copy.ts']);
    expect(failures[0]?.reason).toContain('not tried again');
    writeFiles(root, { 'src/curried.ts': 'export {};\n', 'tools/copy.ts': `${KILLS_THE_PARSER}// still` });
    expect(await buildImage(root)).toMatchObject({ restarts: 1, failures: [{ path: 'tools/copy.ts' }] });
  });

  it('hangs: the process is killed after the configured time, and the build begins again without it', async () => {
    const config = { parse: { hangSeconds: 1 } };
    const { root, built, restarts } = await buildShop({
      'src/price.ts': HANGS_THE_PARSER,
      'introspect.config.json': config,
    });
    expect(restarts).toEqual([1, 1]);
    expect((await buildImage(root)).restarts).toBe(0);
    // With more time it may well go through: that it did not is no longer known.
    writeFiles(root, { 'introspect.config.json': { parse: { hangSeconds: 2 } } });
    expect(await buildImage(root)).toMatchObject({
      restarts: 1,
      failures: [{ path: 'src/price.ts', reason: expect.stringContaining('more than 2 s') }],
    });
    expect(built.diagnostics).toEqual(['parser-hung src/price.ts']);
    expect(built.coverage).toMatchObject({ status: 'partial', files: SOUND + 1, failed: 1 });
    expect(leftovers(root)).toEqual([]);
  });

  it('comes in numbers: each is found, and what stands between them is indexed', async () => {
    const root = projectOf({
      ...SHOP,
      'a/price.ts': HANGS_THE_PARSER,
      'a/sound.ts': "import '../b/sound.ts';\n",
      'b/curried.ts': KILLS_THE_PARSER,
      'b/sound.ts': 'export {};\n',
      'c/discount.ts': HANGS_THE_PARSER,
      'introspect.config.json': { parse: { hangSeconds: 1 } },
    });
    const { restarts } = await buildImage(root, { workers: 2 });
    const built = readBuiltProject(root);
    expect(restarts).toBeGreaterThanOrEqual(2);
    expect(built.diagnostics.map((entry) => entry.replace(/^parser-(crashed|hung)/, 'parser'))).toEqual([
      'parser a/price.ts',
      'parser b/curried.ts',
      'parser c/discount.ts',
    ]);
    expect(built.importsOf('a/sound.ts')).toEqual(['b/sound.ts']);
    expectRestAnswers(built);
  });
});

describe('a file or folder that is passed over by rule', () => {
  it('is over the size cap of 2 MB, or over the configured one', async () => {
    const files = { 'src/exact.ts': ' '.repeat(2 ** 21), 'src/large.ts': ' '.repeat(2 ** 21 + 1) };
    const standard = await buildShop(files);
    expect(standard.built.diagnostics).toEqual(['skipped-too-large src/large.ts']);
    expect(standard.summary).toMatchObject({ files: SOUND + 1, failed: 0, skipped: { 'skipped-too-large': 1 } });

    const limits = { fileBytes: 2 ** 21 - 1 };
    const strict = await buildShop({ ...files, 'introspect.config.json': { limits } });
    expect(strict.built.diagnostics).toEqual(['skipped-too-large src/exact.ts', 'skipped-too-large src/large.ts']);
  });

  it('is minified, by its name or by its looks; the configuration brings both back', async () => {
    const files = { 'vendor/slider.min.js': 'export {};\n', 'vendor/zoom.js': MINIFIED, 'vendor/zoom.ts': MINIFIED };
    const { built, summary } = await buildShop(files);
    expect(built.diagnostics).toEqual(['skipped-minified vendor/slider.min.js', 'skipped-minified vendor/zoom.js']);
    expect(summary.skipped).toEqual({ 'skipped-minified': 2 });

    const all = await buildShop({ ...files, 'introspect.config.json': { index: { minified: true } } });
    expect(all.built.diagnostics).toEqual([]);
    expect(all.built.coverage).toMatchObject({ status: 'complete', files: SOUND + 3, parsed: SOUND + 3 });
  });

  it('is in a dot-directory; an import that leads there says why it ends', async () => {
    const files = { '.cache/page.ts': 'export {};\n', 'src/main.ts': "import '../.cache/page.ts';\n" };
    const { built } = await buildShop(files);
    expect(built.diagnostics).toEqual(['skipped-dot-directory .cache']);
    expect(built.coverage).toMatchObject({ status: 'partial', failed: 0, unresolved: { excluded: 1 } });

    const all = await buildShop({ ...files, 'introspect.config.json': { index: { dotDirectories: true } } });
    expect(all.built.importsOf('src/main.ts')).toEqual(['.cache/page.ts']);
  });

  it('is a link in a circle, or a pipe that nobody writes to', async () => {
    const { built } = await buildShop({}, (root) => {
      mkdirSync(join(root, 'src'));
      symlinkSync('..', join(root, 'src/up'));
      symlinkSync('round.ts', join(root, 'src/round.ts'));
      execFileSync('mkfifo', [join(root, 'src/pipe.ts')]);
    });
    expect(built.diagnostics).toEqual([
      'skipped-special-file src/pipe.ts',
      'skipped-symlink-loop src/round.ts',
      'skipped-symlink-loop src/up',
    ]);
    expect(built.coverage).toMatchObject({ status: 'complete', files: SOUND });
  });
});

describe('a project', () => {
  it('without a single file has an image without a single node', async () => {
    const root = projectOf({});
    expect(await buildImage(root)).toMatchObject({ files: 0, nodes: 0, edges: 0, failed: 0, failures: [] });
    expect(readBuiltProject(root)).toMatchObject({ coverage: { status: 'complete', files: 0 }, diagnostics: [] });
  });

  it('with a broken package.json loses what that file says and nothing else', async () => {
    const files = {
      'packages/oven/package.json': '{ "name": "@shop/oven", ',
      'packages/oven/heat.ts': "import './gauge.ts';\n",
    };
    const { built } = await buildShop({ ...files, 'packages/oven/gauge.ts': 'export {};\n' });
    expect(built.diagnostics).toEqual(['broken-package-json packages/oven/package.json']);
    expect(built.importsOf('packages/oven/heat.ts')).toEqual(['packages/oven/gauge.ts']);
  });

  it('with a broken tsconfig loses what that file says and nothing else', async () => {
    const files = {
      'packages/oven/tsconfig.json': '{ "compilerOptions": { "paths": ',
      'packages/oven/heat.ts': "import './gauge.ts';\n",
    };
    const { built } = await buildShop({ ...files, 'packages/oven/gauge.ts': 'export {};\n' });
    expect(built.diagnostics).toEqual(['broken-tsconfig packages/oven/tsconfig.json']);
    expect(built.importsOf('packages/oven/heat.ts')).toEqual(['packages/oven/gauge.ts']);
  });

  it('with a broken configuration of ours is refused, and keeps its image', async () => {
    const root = projectOf(SHOP);
    await buildImage(root);
    const before = readBuiltProject(root);
    for (const config of ['{ "limits": ', '{ "limit": {} }', '{ "limits": { "fileBytes": "much" } }']) {
      writeFiles(root, { 'introspect.config.json': config });
      await expect(buildImage(root)).rejects.toMatchObject({ code: 'CONDUIT_BAD_CONFIG' });
    }
    expect(readBuiltProject(root).bytes.equals(before.bytes)).toBe(true);
  });
});

/** What builds left in their scratch folder. */
function leftovers(root: string): string[] {
  return readdirSync(join(root, '.introspect/running'));
}
