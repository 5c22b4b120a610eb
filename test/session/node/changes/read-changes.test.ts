import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readChanges } from '../../../../src/session/node/changes/read-changes.ts';
import { commitAll, git, gitProjectOf } from '../../../builders/git-project.ts';
import { projectOf, writeFiles } from '../../../builders/project.ts';

const CART = [
  "import { round } from './money.ts';",
  '',
  '// Sums up.',
  'export function total(prices: number[]): number {',
  '  return round(prices.reduce((a, b) => a + b, 0));',
  '}',
  '',
  'export class Cart {',
  '  items = [];',
  '  clear(): void {}',
  '}',
  '',
].join('\n');

const FILES = {
  '.gitignore': '.introspect/\n',
  'src/cart.ts': CART,
  'src/money.ts': 'export const round = (value: number): number => Math.round(value);\n',
  'src/old.ts': 'export const old = 1;\n',
};

const refusal = (code: string, message: RegExp | string = /./) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });

describe('what changed', () => {
  it('since a revision: committed, staged, not staged and not tracked', async () => {
    const root = gitProjectOf(FILES);
    git(root, 'switch', '--quiet', '-c', 'feature');
    writeFiles(root, { 'src/committed.ts': '' });
    commitAll(root, 'second');
    writeFiles(root, { 'src/staged.ts': '', 'src/untracked.ts': '', '.introspect/x.ts': '' });
    git(root, 'add', 'src/staged.ts');
    rmSync(join(root, 'src/old.ts'));
    git(root, 'mv', 'src/money.ts', 'src/cash.ts');
    const changes = [
      'added:src/cash.ts',
      'deleted:src/money.ts',
      'deleted:src/old.ts',
      'added:src/staged.ts',
      'added:src/untracked.ts',
    ];
    expect(await readChanges(root, {})).toEqual(changes);
    expect(await readChanges(root, { since: 'main' })).toEqual([
      ...changes.slice(0, 1),
      'added:src/committed.ts',
      ...changes.slice(1),
    ]);
  });

  it('of a branch since it parted, not what the other has got since', async () => {
    const root = gitProjectOf(FILES);
    git(root, 'switch', '--quiet', '-c', 'feature');
    writeFiles(root, { 'src/feature.ts': '' });
    commitAll(root, 'of the branch');
    git(root, 'switch', '--quiet', 'main');
    writeFiles(root, { 'src/main.ts': '' });
    commitAll(root, 'of main');
    const changes = ['added:src/feature.ts'];
    expect(await readChanges(root, { base: 'main', head: 'feature' })).toEqual(changes);
    git(root, 'switch', '--quiet', '--detach', 'feature');
    expect(await readChanges(root, { since: 'main' })).toEqual(changes);
    expect(await readChanges(root, { base: 'feature', head: 'main' })).toEqual(['added:src/main.ts']);
  });

  it('below a folder of the repository, with names of every kind', async () => {
    const root = gitProjectOf({ 'shop/a.ts': '', 'other/b.ts': '' });
    const names = ['line\nfeed.ts', 'tab\t, comma;#{x}.ts', 'größe 漢字.ts', ' blank.ts', '-x.ts', 'a%2Cb.ts'];
    writeFiles(join(root, 'shop'), Object.fromEntries(names.map((name) => [name, ''])));
    writeFiles(root, { 'other/b.ts': 'x' });
    const changes = await readChanges(join(root, 'shop'), {});
    expect(changes.every((change) => !/[\s,;{}]/.test(change))).toBe(true);
    const paths = changes.map((change) => decodeURIComponent(change.replace('added:', '')));
    expect(paths.sort()).toEqual([...names].sort());
  });

  it('a submodule, and a repository within, are folders', async () => {
    const root = gitProjectOf(FILES);
    const other = gitProjectOf({ 'lib.ts': 'export {};\n' });
    git(
      root,
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      pathToFileURL(other).href,
      'vendor/lib',
    );
    commitAll(root, 'with a submodule');
    writeFiles(join(root, 'vendor/lib'), { 'lib.ts': 'export const lib = 1;\n' });
    commitAll(join(root, 'vendor/lib'), 'further');
    expect(await readChanges(root, {})).toEqual(['modified:vendor/lib/']);
  });
});

describe('what of a source changed', () => {
  const changed = async (after: string, before = CART): Promise<string[]> => {
    const root = gitProjectOf({ ...FILES, 'src/cart.ts': before });
    writeFiles(root, { 'src/cart.ts': after });
    return readChanges(root, {});
  };

  it('are the declarations in which it differs, where they lie now', async () => {
    expect(await changed(`\n\n${CART.replace('a + b, 0', 'a + b, 1')}`)).toEqual(['modified:src/cart.ts#6-8']);
    expect(await changed(CART.replace('items = []', 'items = [1]'))).toEqual(['modified:src/cart.ts#8-11']);
  });

  it('is nothing when only white space does, or a comment that is about no declaration', async () => {
    expect(await changed(CART.replace('// Sums up.', '\n\n  // Sums up.\n\n'))).toEqual(['modified:src/cart.ts#']);
    expect(await changed(`/* By Ann. */\n${CART}`)).toEqual(['modified:src/cart.ts#']);
    expect(await changed(CART.replaceAll('\n', '\r\n'))).toEqual(['modified:src/cart.ts#']);
  });

  it('a comment in front of a declaration is part of it', async () => {
    expect(await changed(CART.replace('// Sums up.', '/** Adds\n * up. */'))).toEqual(['modified:src/cart.ts#5-7']);
  });

  it('is all of it when imports, exports or statements do, or it cannot be parsed', async () => {
    const whole = ['modified:src/cart.ts'];
    expect(await changed(CART.replace('./money.ts', './cash.ts'))).toEqual(whole);
    expect(await changed(CART.replace('export class', 'class'))).toEqual(whole);
    expect(await changed(`${CART}total([]);\n`)).toEqual(whole);
    expect(await changed(`${CART}export function more(): void {}\n`)).toEqual(whole);
    expect(await changed(`${CART}export function (\n`)).toEqual(whole);
    // What was two is one now, though every line that differs lies within it.
    const two = CART.replace('\nexport class Cart {', '\nexport function gone(): void {}\nexport class Cart {');
    expect(await changed(CART, two)).toEqual(whole);
    expect(await changed(CART.replace('// Sums up.', '// @jsx h'))).toEqual(whole);
  });

  it('a declaration of which nobody else knows may come and go', async () => {
    const after = CART.replace('round(prices', 'helped(prices').replace(
      'export class',
      'function helped(x: number) { return x; }\nexport class',
    );
    expect(await changed(after)).toEqual(['modified:src/cart.ts#4-6;8-8']);
  });

  it('is not asked where another version is checked out', async () => {
    const root = gitProjectOf(FILES);
    writeFiles(root, { 'src/cart.ts': CART.replace('a + b, 0', 'a + b, 1') });
    commitAll(root, 'second');
    const asked = { base: 'HEAD~1', head: 'HEAD' };
    expect(await readChanges(root, asked)).toEqual(['modified:src/cart.ts#4-6']);
    expect(await readChanges(root, { ...asked, bySymbols: false })).toEqual(['modified:src/cart.ts']);
    writeFiles(root, { 'src/cart.ts': CART });
    expect(await readChanges(root, asked)).toEqual(['modified:src/cart.ts']);
  });
});

describe('of a manifest', () => {
  it('are packages whose range is another; anything else that matters is all of it', async () => {
    const manifest = { name: 'shop', version: '1.0.0', dependencies: { zod: '^3', yup: '1' }, devDependencies: {} };
    const root = gitProjectOf({ 'package.json': manifest });
    const other = {
      ...manifest,
      version: '1.1.0',
      dependencies: { zod: '^4', yup: '1' },
      devDependencies: { vitest: '4' },
    };
    writeFiles(root, { 'package.json': other });
    expect(await readChanges(root, {})).toEqual(['modified:package.json#vitest;zod']);
    writeFiles(root, { 'package.json': { ...manifest, main: 'index.js' } });
    expect(await readChanges(root, {})).toEqual(['modified:package.json']);
    writeFiles(root, { 'package.json': '{' });
    expect(await readChanges(root, {})).toEqual(['modified:package.json']);
  });
});

describe('where git cannot tell', () => {
  it('is refused with a reason', async () => {
    const root = gitProjectOf(FILES);
    await expect(readChanges(projectOf(FILES), {})).rejects.toThrow(
      refusal('CONDUIT_NO_REPOSITORY', /in no work tree/),
    );
    await expect(readChanges(root, { since: 'mian' })).rejects.toMatchObject({
      code: 'CONDUIT_UNKNOWN_REVISION',
      candidates: ['main'],
    });
    for (const since of ['--output=x', '', 'HEAD:src', 'main..main'])
      await expect(readChanges(root, { since })).rejects.toThrow(refusal('CONDUIT_UNKNOWN_REVISION'));
    git(root, 'switch', '--quiet', '--orphan', 'apart');
    commitAll(root, 'apart');
    await expect(readChanges(root, { since: 'main' })).rejects.toThrow(
      refusal('CONDUIT_UNKNOWN_REVISION', /no commit in common/),
    );
    const empty = projectOf({});
    git(empty, 'init', '--quiet');
    await expect(readChanges(empty, {})).rejects.toThrow(refusal('CONDUIT_UNKNOWN_REVISION', /HEAD/));
  });

  it('a clone of a part of the history says so', async () => {
    const root = gitProjectOf(FILES);
    commitAll(root, 'second');
    git(root, 'branch', 'side');
    writeFiles(root, { 'src/cart.ts': '' });
    commitAll(root, 'third');
    git(root, 'switch', '--quiet', 'side');
    commitAll(root, 'of the side');
    const clone = projectOf({});
    git(clone, 'clone', '--quiet', '--depth=1', '--no-single-branch', pathToFileURL(root).href, 'part');
    const part = join(clone, 'part');
    await expect(readChanges(part, { since: 'origin/main' })).rejects.toThrow(refusal('CONDUIT_SHALLOW_CLONE'));
    await expect(readChanges(part, { since: 'HEAD~1' })).rejects.toThrow(
      refusal('CONDUIT_UNKNOWN_REVISION', /a part of the history/),
    );
  });

  it('a folder without git says so', async () => {
    const root = gitProjectOf(FILES);
    const { PATH } = process.env;
    process.env.PATH = '/nowhere';
    try {
      await expect(readChanges(root, {})).rejects.toThrow(refusal('CONDUIT_NO_REPOSITORY', /cannot be started/));
    } finally {
      process.env.PATH = PATH;
    }
  });
});
