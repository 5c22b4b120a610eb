/** Every edge against TypeScript's resolver, over fixtures, sources that npm ships, and a workspace that is installed and built. */
import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it, onTestFinished } from 'vitest';
import { compareEdges, type EdgeComparison } from '../../bench/oracles/compare-edges.ts';
import { copyWithoutBuild } from '../../bench/oracles/hidden-copy.ts';
import { imageEdges, imageModules } from '../../bench/oracles/image-edges.ts';
import { typescriptEdges } from '../../bench/oracles/typescript-edges.ts';
import { sweepSources } from '../../src/facts/scan/sweep-sources.ts';
import { buildImage } from '../../src/session/node/build/build-image.ts';
import { loadInProcess } from '../../src/session/node/load-in-process.ts';
import { projectOf } from '../builders/project.ts';
import { DEFAULT_OPTIONS } from '../facts/support/default-options.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Our edges of one tree against TypeScript's of another, which has what the first lacks. */
async function compare(root: string, built = root): Promise<EdgeComparison> {
  const { image } = await buildImage(root, { imageDirectory: projectOf({}) });
  const reader = loadInProcess(image).image;
  const configs = sweepSources(root, DEFAULT_OPTIONS).configs.map(({ path }) => path);
  const { sites } = typescriptEdges(
    built,
    imageModules(reader),
    configs.filter((path) => /tsconfig[^/]*\.json$/.test(path)),
  );
  return compareEdges(imageEdges(reader), sites);
}

describe('precision and recall', () => {
  it.each(['rxjs', 'effect'])('over the sources of %s', async (name) => {
    const root = projectOf({
      // With these TypeScript itself leads `effect/Layer`, which the manifest puts into dist, to its source.
      'tsconfig.json': {
        compilerOptions: { module: 'nodenext', rootDir: './src', outDir: './dist' },
        include: ['src'],
      },
    });
    const from = join(repository, 'node_modules', name);
    for (const part of ['src', 'package.json']) cpSync(join(from, part), join(root, part), { recursive: true });
    const { precision, recall, theirs, differences } = await compare(root);
    expect(theirs).toBeGreaterThan(500);
    expect(differences.slice(0, 5)).toEqual([]);
    expect([precision, recall]).toEqual([1, 1]);
  });

  it.each([
    ['shop', 10],
    ['rivals', 5],
  ])('over the fixture %s', async (name, least) => {
    const { precision, recall, both } = await compare(join(repository, 'fixtures', name));
    expect([precision, recall]).toEqual([1, 1]);
    expect(both).toBeGreaterThan(least);
  });

  it('over the fixture bakery, whose packages TypeScript cannot find before they are linked and built', async () => {
    const { recall, both, differences } = await compare(join(repository, 'fixtures/bakery'));
    expect(recall).toBe(1);
    expect(both).toBeGreaterThan(5);
    expect(differences.map(({ place, theirs }) => `${place.split(' ')[1]} ${theirs}`).sort()).toEqual([
      "'../lib/cjs/index.js' nothing (not found)",
      "'@bakery/dough' nothing (not found)",
      "'@bakery/dough/recipes/rye' nothing (not found)",
      "'@bakery/oven' nothing (not found)",
    ]);
  });
});

it('finds in a fresh clone what TypeScript finds in the installed and built workspace', async () => {
  const root = projectOf({
    '.gitignore': 'dist/\n',
    'package.json': { name: 'bakery', workspaces: ['packages/*'] },
    'tsconfig.json': { files: [], references: [{ path: './packages/shop' }] },
    'packages/dough/package.json': {
      name: '@bakery/dough',
      exports: {
        '.': { types: './dist/index.d.ts', default: './dist/index.js' },
        './*': { types: './dist/parts/*.d.ts', default: './dist/parts/*.js' },
      },
    },
    'packages/dough/tsconfig.json': {
      compilerOptions: { composite: true, module: 'nodenext', rootDir: './source', outDir: './dist', types: [] },
      include: ['source'],
    },
    'packages/dough/source/index.ts': "export { yeast } from './parts/yeast.js';\n",
    'packages/dough/source/parts/yeast.ts': 'export const yeast = 1;\n',
    'packages/shop/package.json': { name: '@bakery/shop', dependencies: { '@bakery/dough': '*' } },
    'packages/shop/tsconfig.json': {
      compilerOptions: { composite: true, module: 'nodenext', outDir: './dist', rootDir: './src', types: [] },
      include: ['src'],
      references: [{ path: '../dough' }],
    },
    'packages/shop/src/main.ts':
      "import { yeast } from '@bakery/dough';\nimport * as part from '@bakery/dough/yeast';\nimport type { yeast as Y } from '@bakery/dough';\nexport const all: [typeof Y, unknown] = [yeast, part];\n",
  });
  mkdirSync(join(root, 'node_modules/@bakery'), { recursive: true });
  symlinkSync(join(root, 'packages/dough'), join(root, 'node_modules/@bakery/dough'));
  mkdirSync(join(root, '.git'));
  const builder = ts.createSolutionBuilder(
    ts.createSolutionBuilderHost(ts.sys, undefined, () => {}),
    [root],
    {},
  );
  expect(builder.build()).toBe(ts.ExitStatus.Success);
  expect(existsSync(join(root, 'packages/dough/dist/parts/yeast.d.ts'))).toBe(true);

  const asItIs = await compare(root);
  expect(asItIs).toMatchObject({ precision: 1, recall: 1, both: 3, differences: [] });
  expect([...asItIs.leftOut]).toEqual([]);

  const clone = projectOf({});
  cpSync(root, clone, { recursive: true, filter: (path) => !/\/(?:node_modules|dist|\.git)$/.test(path) });
  expect(existsSync(join(clone, 'packages/dough/dist'))).toBe(false);
  expect(await compare(clone, root)).toEqual(asItIs);
});

it('copies what a clone has: no node_modules', () => {
  const root = projectOf({ 'src/a.ts': 'export {};\n', 'node_modules/x/index.js': '', 'src/node_modules/y.js': '' });
  const copy = copyWithoutBuild(root);
  onTestFinished(() => ts.sys.deleteFile?.(copy));
  expect(existsSync(join(copy, 'src/a.ts'))).toBe(true);
  expect(existsSync(join(copy, 'node_modules')) || existsSync(join(copy, 'src/node_modules'))).toBe(false);
});
