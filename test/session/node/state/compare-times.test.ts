import { appendFileSync, chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CACHE_TAG } from '../../../../src/facts/scan/cache-tag.ts';
import type { BuildState } from '../../../../src/session/node/state/build-state.ts';
import { compareTimes } from '../../../../src/session/node/state/compare-times.ts';
import { isFresh } from '../../../../src/session/node/state/freshness.ts';
import { type ProjectFiles, projectOf, SHOP, writeFiles } from '../../../builders/project.ts';
import { settledShop, stateOf } from '../../../builders/state-of.ts';

/** Whether a sweep that lists every folder finds the project as it was. */
const isFreshBySweep = (root: string, state: BuildState) => isFresh(root, { ...state, witnesses: null });

const FILES: ProjectFiles = {
  '.gitignore': 'generated/\n',
  'packages/cart/src/bundle.ts': '/'.repeat(2 ** 21 + 1),
  'cache/CACHEDIR.TAG': CACHE_TAG.text,
  'cache/image.ts': '',
  'other-cache/CACHEDIR.TAG': 'Signature: 8a477f597d28d172789f06886806bc55\n',
  'other-cache/oven.ts': '',
  'generated/readme.txt': '',
  'generated/settings.json': '{}',
  'packages/prices/old/tax.ts': '',
  'packages/prices/new/tax.ts': '',
};

/** The shop with everything that a sweep looks at besides folders, sources and configurations. */
async function variedShop() {
  const root = projectOf({ ...SHOP, ...FILES });
  symlinkSync('../../generated/tsconfig.json', join(root, 'packages/cart/tsconfig.json'));
  symlinkSync('../../generated/settings.json', join(root, 'packages/prices/tsconfig.json'));
  symlinkSync('../../../generated', join(root, 'packages/cart/src/generated'));
  // A time that can be set again to the nanosecond.
  utimesSync(join(root, 'packages/cart/src'), 1_000, 1_000);
  return { root, state: await stateOf(root, 60_000) };
}

describe('times alone tell', () => {
  it('that nothing changed', async () => {
    const { root, state } = await variedShop();
    expect(compareTimes(root, state)).toBe('same');
    expect(isFreshBySweep(root, state)).toBe(true);
  });

  const changes: readonly (readonly [what: string, change: (root: string) => void])[] = [
    ['a file came', (root) => writeFiles(root, { 'packages/cart/src/tax.ts': '' })],
    ['a file went', (root) => rmSync(join(root, 'packages/cart/src/total.ts'))],
    ['a file was edited in its place', (root) => appendFileSync(join(root, 'packages/cart/src/total.ts'), '\n')],
    ['an ignore file was edited', (root) => appendFileSync(join(root, '.gitignore'), 'prices/\n')],
    ['a folder came', (root) => mkdirSync(join(root, 'packages/cart/src/deep'))],
    ['a folder went', (root) => rmSync(join(root, 'packages/prices/old'), { recursive: true })],
    [
      'a folder took the place of another',
      (root) => {
        rmSync(join(root, 'packages/prices/old'), { recursive: true });
        renameSync(join(root, 'packages/prices/new'), join(root, 'packages/prices/old'));
      },
    ],
    [
      'a folder became a link',
      (root) => {
        rmSync(join(root, 'packages/prices/old'), { recursive: true });
        symlinkSync('new', join(root, 'packages/prices/old'));
      },
    ],
    ['what a configuration links to was edited', (root) => appendFileSync(join(root, 'generated/settings.json'), '\n')],
  ];
  it.each(changes)('that %s', async (_, change) => {
    const { root, state } = await variedShop();
    change(root);
    expect(compareTimes(root, state)).toBe('changed');
    expect(isFreshBySweep(root, state)).toBe(false);
  });
});

describe('times do not tell, so folders are listed', () => {
  const changes: readonly (readonly [what: string, fresh: boolean, change: (root: string) => void])[] = [
    ['what was too large is a source now', false, (root) => writeFiles(root, { 'packages/cart/src/bundle.ts': '' })],
    ['what was too large has grown', true, (root) => appendFileSync(join(root, 'packages/cart/src/bundle.ts'), '/')],
    [
      'there is an ignore file of the repository alone',
      false,
      (root) => writeFiles(root, { '.git/info/exclude': 'old' }),
    ],
    ['a folder is no image of ours any more', false, (root) => rmSync(join(root, 'cache/CACHEDIR.TAG'))],
    [
      'the cache of another tool is an image now',
      false,
      (root) => writeFiles(root, { 'other-cache/CACHEDIR.TAG': CACHE_TAG.text }),
    ],
    [
      'a link to a configuration leads somewhere now',
      false,
      (root) => writeFiles(root, { 'generated/tsconfig.json': {} }),
    ],
    [
      'a file came to a folder whose time was set back',
      false,
      (root) => {
        writeFiles(root, { 'packages/cart/src/tax.ts': '' });
        utimesSync(join(root, 'packages/cart/src'), 1_000, 1_000);
      },
    ],
    ['the rights of a folder are others', true, (root) => chmodSync(join(root, 'packages/cart'), 0o700)],
  ];
  it.each(changes)('when %s', async (_, fresh, change) => {
    const { root, state } = await variedShop();
    // `.git` is an entry of the root, of which no image knows that it came.
    mkdirSync(join(root, '.git/info'), { recursive: true });
    const known = await stateOf(root, 60_000);
    expect(known.fileCount).toBe(state.fileCount);
    change(root);
    expect(compareTimes(root, known)).toBe('unknown');
    expect(isFresh(root, known)).toBe(fresh);
    expect(isFreshBySweep(root, known)).toBe(fresh);
  });

  it('when a folder changed in the tick of the scan', async () => {
    const root = projectOf(SHOP);
    const state = await stateOf(root, 0);
    expect(compareTimes(root, state)).toBe('unknown');
    expect(isFresh(root, state)).toBe(true);
  });

  it.skipIf(process.platform !== 'linux')('when something could not be read', async () => {
    const { root } = await settledShop();
    mkdirSync(Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9])]));
    const state = await stateOf(root, 60_000);
    expect(compareTimes(root, state)).toBe('unknown');
    expect(isFresh(root, state)).toBe(true);
  });
});
