import { appendFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBuildState } from '../../../../src/session/node/state/build-state.ts';
import { readColumnFile, writeColumnFile } from '../../../../src/session/node/state/column-file.ts';
import { isFresh } from '../../../../src/session/node/state/freshness.ts';
import { projectOf, SHOP, writeFiles } from '../../../builders/project.ts';
import { settledShop, stateOf } from '../../../builders/state-of.ts';

const TOTAL = 'packages/cart/src/total.ts';

describe('an image is fresh', () => {
  it('while nothing changes, also after a look at it', async () => {
    const { root, state } = await settledShop();
    for (let look = 0; look < 3; look++) expect(isFresh(root, state)).toBe(true);
  });

  it('when what changed is no input: a text, an asset, an ignored folder, the image itself', async () => {
    const { root, state } = await settledShop({
      'README.md': 'The shop.\n',
      '.gitignore': 'dist/\n',
      'dist/old.js': '',
    });
    appendFileSync(join(root, 'README.md'), 'Open on Sundays.\n');
    writeFiles(root, { 'dist/new.js': '', '.introspect/image.bin': 'of another build' });
    expect(isFresh(root, state)).toBe(true);
  });
});

describe('an image is stale', () => {
  const changes: readonly (readonly [what: string, change: (root: string) => void])[] = [
    ['a source was edited', (root) => appendFileSync(join(root, TOTAL), "import './tax';\n")],
    ['a source was touched', (root) => utimesSync(join(root, TOTAL), 1_000, 1_000)],
    ['a source is new', (root) => writeFiles(root, { 'packages/cart/src/tax.ts': '' })],
    ['a source is gone', (root) => rmSync(join(root, TOTAL))],
    ['a folder of sources is gone', (root) => rmSync(join(root, 'packages/prices'), { recursive: true })],
    ['a manifest was edited', (root) => writeFiles(root, { 'packages/cart/package.json': { name: '@shop/basket' } })],
    ['there is a tsconfig now', (root) => writeFiles(root, { 'tsconfig.json': {} })],
    ['the configuration of a linter is new', (root) => writeFiles(root, { '.eslintrc.json': {} })],
    ['there is a workflow now', (root) => writeFiles(root, { '.github/workflows/ship.yml': '' })],
    ['a tsconfig was edited', (root) => appendFileSync(join(root, 'packages/tsconfig.json'), '\n')],
    ['an ignore file is new', (root) => writeFiles(root, { '.gitignore': 'prices/\n' })],
    ['there is a configuration now', (root) => writeFiles(root, { 'introspect.config.json': { exclude: ['x'] } })],
    ['a JSON file came that an import may mean', (root) => writeFiles(root, { 'packages/cart/src/rates.json': {} })],
    ['a file came where an import looked for one', (root) => writeFiles(root, { 'packages/lib/total.ts': '' })],
    [
      'a configuration that another extends was edited',
      (root) => appendFileSync(join(root, 'settings/base.json'), ' '),
    ],
    ['an asset is gone', (root) => rmSync(join(root, 'packages/cart/logo.svg'))],
  ];
  it.each(changes)('because %s', async (_, change) => {
    const { root, state } = await settledShop({
      'packages/tsconfig.json': { extends: '../settings/base.json' },
      'settings/base.json': '{}',
      'packages/cart/logo.svg': '<svg/>',
      'packages/cart/src/lib.ts': "import '../../lib/total';\n",
    });
    expect(isFresh(root, state)).toBe(true);
    change(root);
    expect(isFresh(root, state)).toBe(false);
  });

  it('because a source changed in the tick of the scan, or with its size and modification time kept', async () => {
    for (const age of [0, 60_000]) {
      const root = projectOf(SHOP);
      const { atime, mtime } = statSync(join(root, TOTAL));
      utimesSync(join(root, TOTAL), atime, mtime);
      const state = await stateOf(root, age);
      expect(isFresh(root, state)).toBe(true);
      const { size } = statSync(join(root, TOTAL));
      writeFiles(root, { [TOTAL]: String(SHOP[TOTAL]).replace('@shop/prices', '@shop/pricey') });
      utimesSync(join(root, TOTAL), atime, mtime);
      expect(statSync(join(root, TOTAL)).size).toBe(size);
      expect(isFresh(root, state)).toBe(false);
    }
  });
});

describe('a state', () => {
  it.each([
    ['of another extractor', { extractor: '0' }],
    ['of another linker', { linker: '0' }],
    ['of a shape that no build gives it', { inputs: {} }],
  ])('%s is none', async (_, change) => {
    const root = projectOf(SHOP);
    await stateOf(root, 60_000);
    const file = join(root, '.introspect/state.bin');
    const { header, columns } = readColumnFile<object>(file) ?? { header: {}, columns: new Map() };
    writeColumnFile(file, header, Object.fromEntries(columns));
    expect(readBuildState(file)).not.toBeNull();
    writeColumnFile(file, { ...header, ...change }, Object.fromEntries(columns));
    expect(readBuildState(file)).toBeNull();
  });

  it.each(['', '{', 'null', '[]', '{"format":3}', '\0'.repeat(16), 'x'.repeat(5000)])(
    'that reads %o is none',
    (content) => {
      const root = projectOf({ 'state.bin': content });
      expect(readBuildState(join(root, 'state.bin'))).toBeNull();
    },
  );
});
