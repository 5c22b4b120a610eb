import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../../src/facts/extract/extract-facts.ts';
import { runPipeline } from '../../../src/facts/pipeline.ts';
import { kernelModule } from '../../../src/session/node/kernels.ts';
import { type ProjectFiles, projectOf } from '../../builders/project.ts';
import { DEFAULT_OPTIONS } from '../support/default-options.ts';

const extractor = createExtractor(kernelModule('plain'));

async function described(files: ProjectFiles) {
  const root = projectOf(files);
  const { records } = await runPipeline(root, DEFAULT_OPTIONS, {
    extract: async (sources) => sources.map(({ path }) => extractor.extract(path, readFileSync(join(root, path)))),
    check: '{"rules":[]}',
  });
  const { project, graph } = records;
  if (!project) throw new Error('no project');
  const entries = project.entries.map(({ package: own, kind, key, condition, target, node, missing, line }) => {
    const words = [project.packages[own]?.name, kind, key, condition, target].filter((word) => word !== '').join(' ');
    return `${words} → ${node === null ? missing : graph.ids[node]} @${line}`;
  });
  return { ...project, entries };
}

describe('entries', () => {
  it('lead to sources, whether output is built or not', async () => {
    const { entries } = await described({
      'package.json': JSON.stringify({
        name: 'oven',
        main: './dist/index.js',
        types: 'dist/index.d.ts',
        bin: { bake: 'bin/bake.js', heat: './dist/heat.js' },
        exports: {
          '.': { types: './dist/index.d.ts', import: './dist/index.mjs', require: [{ node: './dist/node.js' }, null] },
          './recipes/*': './dist/recipes/*.js',
          './secret/*': null,
          './theme.css': './theme.css',
          './gone': './dist/gone.js',
          './missing': './missing.js',
          './out': '../out.js',
        },
      }),
      'src/index.ts': 'export const bake = 1;',
      'src/node.ts': 'export const bake = 2;',
      'src/heat.ts': '',
      'src/recipes/bread.ts': 'export const bread = 1;',
      'src/recipes/sweet/cake.ts': 'export const cake = 1;',
      'src/recipes.ts': '',
      'bin/bake.js': '',
      'theme.css': '',
    });
    expect(entries).toEqual([
      'oven bin bake bin/bake.js → bin/bake.js @1',
      'oven bin heat ./dist/heat.js → src/heat.ts @1',
      'oven exports . import ./dist/index.mjs → src/index.ts @1',
      'oven exports . require.node ./dist/node.js → src/node.ts @1',
      'oven exports . types ./dist/index.d.ts → src/index.ts @1',
      'oven exports ./gone ./dist/gone.js → unbuilt-output @1',
      'oven exports ./missing ./missing.js → file-not-found @1',
      'oven exports ./out ../out.js → outside-root @1',
      'oven exports ./recipes/* ./dist/recipes/*.js → src/recipes/bread.ts @1',
      'oven exports ./recipes/* ./dist/recipes/*.js → src/recipes/sweet/cake.ts @1',
      'oven exports ./theme.css ./theme.css → not-a-module @1',
      'oven main main ./dist/index.js → src/index.ts @1',
      'oven types types dist/index.d.ts → src/index.ts @1',
    ]);
  });

  it('are the index where nothing is said, and files that scripts run', async () => {
    const { entries } = await described({
      'package.json': {
        scripts: { build: 'NODE_ENV=x node --no-warnings ./scripts/build && tsc -p tsconfig.json', lint: 'eslint src' },
      },
      'index.js': '',
      'src/index.js': '',
      'scripts/build.mjs': '',
      'tools/package.json': { scripts: { start: 'tsx "src/start.ts" --config=./src/settings.ts; node gone.js' } },
      'tools/src/start.ts': '',
      'tools/src/settings.ts': '',
    });
    expect(entries).toEqual([
      '. main ./index → index.js @0',
      '. script build ./scripts/build → scripts/build.mjs @3',
      'tools script start ./src/settings.ts → tools/src/settings.ts @3',
      'tools script start src/start.ts → tools/src/start.ts @3',
    ]);
  });

  it('of a pattern belong to the package of the manifest alone', async () => {
    const { entries } = await described({
      'package.json': { name: 'all', exports: { './*': './*', './icons/': './src/icons/' } },
      'src/icons/star.tsx': '',
      'nested/package.json': { name: 'nested', main: 'a.js' },
      'nested/a.js': '',
    });
    expect(entries).toEqual([
      'all exports ./* ./* → src/icons/star.tsx @4',
      'all exports ./icons/ ./src/icons/* → src/icons/star.tsx @5',
      'nested main main a.js → nested/a.js @3',
    ]);
  });
});

describe('packages', () => {
  it('say what they declare, on which line, and whether anything but an import names it', async () => {
    const { packages, dependencies, check } = await described({
      'package.json': {
        name: 'shop',
        private: true,
        workspaces: ['packages/*'],
        devDependencies: { typescript: '^5', 'ts-jest': '^29', prettier: '^3' },
      },
      'packages/cart/package.json': {
        name: '@shop/cart',
        scripts: { build: 'tsc -p .' },
        jest: { preset: 'ts-jest/presets/default' },
        dependencies: { '@shop/prices': 'workspace:*', zod: '4' },
        peerDependencies: { react: '>=18', vue: '3' },
        peerDependenciesMeta: { vue: { optional: true } },
        optionalDependencies: { fsevents: '2' },
      },
      'packages/odd/package.json': '{ "name": 7, "dependencies": [1], "devDependencies": { "a\\u0062": 1 } }',
      'packages/broken/package.json': '{',
    });
    expect(
      packages.map(({ name, isPrivate, isNamed, isBroken, isMember, isHoisting }) => [
        name,
        isPrivate,
        isNamed,
        isBroken,
        isMember,
        isHoisting,
      ]),
    ).toEqual([
      ['shop', true, true, false, true, true],
      ['packages/broken', false, false, true, true, false],
      ['@shop/cart', false, true, false, true, false],
      ['packages/odd', false, false, false, true, false],
    ]);
    expect(
      dependencies.map((one) => [
        one.package,
        one.name,
        one.range,
        one.kind,
        one.line,
        one.isNamed,
        one.isOptionalPeer,
      ]),
    ).toEqual([
      [0, 'prettier', '^3', 'dev', 10, false, false],
      [0, 'ts-jest', '^29', 'dev', 9, true, false],
      [0, 'typescript', '^5', 'dev', 8, true, false],
      [2, '@shop/prices', 'workspace:*', 'prod', 10, false, false],
      [2, 'fsevents', '2', 'optional', 23, false, false],
      [2, 'react', '>=18', 'peer', 14, false, false],
      [2, 'vue', '3', 'peer', 15, false, true],
      [2, 'zod', '4', 'prod', 11, false, false],
      [3, 'ab', '', 'dev', 1, false, false],
    ]);
    expect(check).toBe('{"rules":[]}');
  });
});
