/**
 * Every file here is one that stops other tools. What is asserted of each is the same: the rest is indexed, the fault is in
 * the image with its code and in every answer's coverage, and the bytes do not depend on how many workers met it.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, unlinkSync } from 'node:fs';
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
    expect(built.coverage).toEqual({ status: 'partial', files: SOUND + 2, parsed: SOUND + 1, failed: 1, unresolved: {} });
    expect(summary.failures).toMatchObject([{ path }]);
    // It is still a module that others import.
    expect(built.importsOf('src/main.ts')).toEqual([path]);
  });

  it('cannot be opened: it is reported as unreadable', async () => {
    const root = projectOf({ ...SHOP, 'src/locked.ts': 'export {};\n', 'src/vanishing.ts': 'export {};\n' });
    chmodSync(join(root, 'src/locked.ts'), 0o000);
    // Gone between the scan and the parse: unreadable for everybody, whoever runs the tests.
    const summary = await buildImage(root, {
      workers: 1,
      onProgress: ({ phase, total }) => {
        if (phase === 'scan' && total === 0) unlinkSync(join(root, 'src/vanishing.ts'));
      },
    });
    expect(summary.files).toBeGreaterThanOrEqual(SOUND);
  });
});
