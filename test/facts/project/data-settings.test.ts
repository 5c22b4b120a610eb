import { describe, expect, it } from 'vitest';
import { dataSettings } from '../../../src/facts/project/data-settings.ts';
import { packagesMeant } from '../../../src/facts/project/package-shorthands.ts';
import { dataToolOf } from '../../../src/facts/scan/data-configs.ts';
import { type ProjectFiles, projectOf } from '../../builders/project.ts';

const said = (files: ProjectFiles) =>
  dataSettings(projectOf(files), Object.keys(files)).map(({ key, value, folder, isOfPackage }) =>
    [key, value, ...(folder === '' ? [] : [`in ${folder}`]), ...(isOfPackage ? ['package'] : [])].join(' · '),
  );

describe('settings that are data', () => {
  it('are read with comments, as YAML, and word by word where they are neither', () => {
    expect(said({ '.mocharc.jsonc': '{ // why\n "require": ["ts-node/register"], }' })).toEqual([
      'mocha require · ts-node/register',
    ]);
    expect(said({ 'shop/.eslintrc': 'extends:\n  - airbnb\nrules:\n  no-lodash: lodash\n' })).toEqual([
      'eslint extends · airbnb · in shop',
    ]);
    expect(said({ '.babelrc': '{ presets: ["@babel/env" }: [' }).sort()).toEqual([
      'babel  · @babel/env',
      'babel  · presets',
    ]);
  });

  it('of a compiler are what it loads, not its own words', () => {
    const tsconfig = {
      extends: '@tsconfig/node20/tsconfig.json',
      compilerOptions: { jsx: 'react', types: ['vitest/globals'], plugins: [{ name: 'next' }], paths: { a: ['zod'] } },
      include: ['src'],
    };
    expect(said({ 'tsconfig.json': JSON.stringify(tsconfig) }).sort()).toEqual([
      'tsconfig compilerOptions.plugins.name · next',
      'tsconfig compilerOptions.types · vitest/globals',
      'tsconfig extends · @tsconfig/node20/tsconfig.json',
    ]);
  });

  it('of Nx count from the root too, and may be commands', () => {
    const targets = { seed: { executor: 'nx:run-commands', options: { command: 'tsx tools/seed.ts --all' } } };
    expect(said({ 'apps/shop/project.json': JSON.stringify({ targets }) })).toEqual([
      'nx targets.seed.options.command · tsx · in apps/shop · package',
      'nx targets.seed.options.command · tools/seed.ts · in apps/shop · package',
      'nx targets.seed.options.command · --all · in apps/shop · package',
      'nx targets.seed.options.command · tools/seed.ts · in apps/shop',
      'nx targets.seed.options.command · tsx · package',
      'nx targets.seed.options.command · tools/seed.ts · package',
      'nx targets.seed.options.command · --all · package',
      'nx targets.seed.options.command · tools/seed.ts',
      'nx targets.seed.executor · nx:run-commands · in apps/shop',
      'nx targets.seed.executor · nx:run-commands',
    ]);
  });

  it('of workflows are what steps run, in the folder that they name', () => {
    const workflow = `
jobs:
  ship:
    defaults:
      run:
        working-directory: ./apps/shop
    steps:
      - uses: actions/checkout@v4
      - run: |
          # node scripts/never.js
          echo "zod is here"
          NODE_ENV=ci npx --yes changeset \\
            publish
      - run: node scripts/ship.mjs && eslint src/a.ts
        working-directory: .
      - run: >-
          tsx
          scripts/late.ts
      - working-directory: 'apps/bar'
        run: node own.js
`;
    expect(said({ '.github/workflows/ship.yml': workflow })).toEqual([
      'workflow run · echo · in apps/shop · package',
      'workflow run · ci · in apps/shop · package',
      'workflow run · changeset · in apps/shop · package',
      'workflow run · node · package',
      'workflow run · eslint · package',
      'workflow run · scripts/ship.mjs',
      'workflow run · tsx · in apps/shop · package',
      'workflow run · scripts/late.ts · in apps/shop',
      'workflow run · node · in apps/bar · package',
      'workflow run · own.js · in apps/bar',
    ]);
    expect(said({ '.github/workflows/odd.yml': 'jobs: [1, { steps: 7 }]' })).toEqual([]);
  });
});

it.each([
  ['eslint extends', 'plugin:react/recommended', ['eslint-plugin-react', 'eslint-config-react']],
  ['eslint overrides.plugins', '@shop', ['@shop/eslint-plugin']],
  ['eslint extends', '@shop/rules', expect.arrayContaining(['@shop/eslint-config', '@shop/eslint-config-rules'])],
  ['babel presets', '@babel/env', expect.arrayContaining(['@babel/preset-env'])],
  ['jest projects.testEnvironment', 'jsdom', ['jest-environment-jsdom']],
  ['tsconfig compilerOptions.types', '@shop/cart', ['@types/shop__cart']],
  ['jest testEnvironment', './own.js', []],
  ['prettier plugins', 'x', []],
])('%s says %s', (key, value, meant) => {
  expect(packagesMeant(key, value)).toEqual(meant);
});

it.each([
  ['.eslintrc', 'eslint'],
  ['a/.prettierrc.json', 'prettier'],
  ['test/jest-e2e.json', 'jest'],
  ['tsconfig.build.json', 'tsconfig'],
  ['.github/workflows/a.yml', 'workflow'],
  ['apps/x/.github/workflows/a.yml', null],
  ['.eslintrc.js', null],
  ['package.json', null],
  ['data.json', null],
])('%s is of %s', (path, tool) => {
  expect(dataToolOf(path)).toBe(tool);
});
