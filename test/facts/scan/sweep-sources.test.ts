import { execFileSync } from 'node:child_process';
import type * as fs from 'node:fs';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { sweepSources } from '../../../src/facts/scan/sweep-sources.ts';
import { projectOf } from '../../builders/project.ts';
import { DEFAULT_OPTIONS } from '../support/default-options.ts';

// Tests may run as a user who can read everything, so an unreadable folder has to be made up.
vi.mock('node:fs', async (importOriginal) => {
  const original = await importOriginal<typeof fs>();
  const readdirSync = (path: string, options: { withFileTypes: true }) => {
    if (path.endsWith('/locked')) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
    return original.readdirSync(path, options);
  };
  const statSync = (path: string, options: { throwIfNoEntry: false }) => {
    if (path.endsWith('/sealed.ts')) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
    return original.statSync(path, options);
  };
  return { ...original, readdirSync, statSync };
});

const sweep = (root: string, options: Partial<typeof DEFAULT_OPTIONS> = {}) => {
  const { files, configs, diagnostics, directories } = sweepSources(root, { ...DEFAULT_OPTIONS, ...options });
  return {
    files: files.map(({ path }) => path),
    configs: configs.map(({ path }) => path),
    directories: directories.map(({ path }) => path),
    diagnostics: diagnostics.map(({ path, code }) => `${code} ${path}`),
  };
};

describe('which files are sources', () => {
  it('takes every JavaScript and TypeScript extension and components, sorted by code unit, and nothing else', () => {
    const sources = [
      'B.ts',
      'a.cjs',
      'a.cts',
      'a.d.mts',
      'a.d.ts',
      'a.js',
      'a.jsx',
      'a.mjs',
      'a.mts',
      'a.ts',
      'a.tsx',
      'c.astro',
      'c.svelte',
      'c.vue',
    ];
    const others = ['a.html', 'README.md', 'a.json', 'a.ts.snap', 'ats'];
    const root = projectOf(Object.fromEntries([...others, ...sources].map((path) => [path, ''])));
    expect(sweep(root).files).toEqual(sources);
  });

  it('never enters node_modules and the like, at any depth', () => {
    const root = projectOf({
      'node_modules/left-pad/index.js': '',
      'packages/oven/node_modules/left-pad/index.js': '',
      '.git/hooks/check.js': '',
      '.introspect/cache.js': '',
      'packages/oven/index.js': '',
    });
    expect(sweep(root, { dotDirectories: true })).toMatchObject({ files: ['packages/oven/index.js'], diagnostics: [] });
  });

  it('finds nothing in an empty folder', () => {
    expect(sweep(projectOf({}))).toEqual({ files: [], configs: [], directories: [''], diagnostics: [] });
  });
});

describe('ignore files', () => {
  it('apply from their own folder down; the inner one decides, and can bring back', () => {
    const root = projectOf({
      '.gitignore': 'dist/\n*.generated.ts\n/scratch\n',
      'dist/index.js': '',
      'src/menu.generated.ts': '',
      'src/scratch/kept.ts': '',
      'scratch/lost.ts': '',
      'kitchen/.gitignore': '!*.generated.ts\nsecret.ts\n',
      'kitchen/menu.generated.ts': '',
      'kitchen/deep/secret.ts': '',
      'secret.ts': '',
    });
    expect(sweep(root).files).toEqual(['kitchen/menu.generated.ts', 'secret.ts', 'src/scratch/kept.ts']);
  });

  it('below a folder that an inner file brings back, go by the path itself', () => {
    const root = projectOf({
      '.gitignore': 'build\n[[]*\n*.log.ts\n',
      'kitchen/.gitignore': '!build\n![[]*\n',
      'kitchen/build/deep/menu.ts': '',
      'kitchen/build/deep/build/soup.ts': '',
      'kitchen/build/oven.log.ts': '',
      'kitchen/[guest *]/table.ts': '',
      'kitchen/[guest *]/deep/[guest *]/build/chair.ts': '',
      'build/lost.ts': '',
      '[guest *]/lost.ts': '',
    });
    expect(sweep(root).files).toEqual([
      'kitchen/[guest *]/deep/[guest *]/build/chair.ts',
      'kitchen/[guest *]/table.ts',
      'kitchen/build/deep/build/soup.ts',
      'kitchen/build/deep/menu.ts',
    ]);
  });

  it('match with case on every file system', () => {
    const root = projectOf({ '.gitignore': 'Build\n', 'build/oven.ts': '', 'Build2/oven.ts': '' });
    expect(sweep(root).files).toEqual(['Build2/oven.ts', 'build/oven.ts']);
  });

  it('are none of git where `.git` is a file, as in a linked working tree', () => {
    const root = projectOf({ '.git': 'gitdir: ../shop/.git/worktrees/fix\n', 'oven.ts': '' });
    expect(sweep(root)).toMatchObject({ files: ['oven.ts'], diagnostics: [] });
  });

  it('include .git/info/exclude, which counts as an input of the image', () => {
    const root = projectOf({ '.git/info/exclude': 'notes/\n', 'notes/idea.ts': '', 'oven.ts': '' });
    expect(sweep(root)).toMatchObject({ files: ['oven.ts'], configs: ['.git/info/exclude'] });
  });
});

describe('what is passed over is said', () => {
  it('reports a dot-directory once, and only when it holds sources', () => {
    const files = {
      '.yarn/main.ts': '',
      '.yarn/deep/preview.ts': '',
      '.vscode/settings.json': '',
      '.eslintrc.js': '',
    };
    const root = projectOf(files);
    expect(sweep(root)).toMatchObject({ files: ['.eslintrc.js'], diagnostics: ['skipped-dot-directory .yarn'] });
    expect(sweep(root, { dotDirectories: true })).toMatchObject({
      files: ['.eslintrc.js', '.yarn/deep/preview.ts', '.yarn/main.ts'],
      diagnostics: [],
    });
  });

  it('reads the dot-folders of tools like any other, and what git ignores in them as little', () => {
    const root = projectOf({
      '.gitignore': 'cache/\n',
      'ui/.storybook/main.ts': '',
      'docs/.vitepress/theme/index.ts': '',
      'docs/.vitepress/cache/deps.js': '',
      '.ladle/config.mjs': '',
    });
    expect(sweep(root)).toMatchObject({
      files: ['.ladle/config.mjs', 'docs/.vitepress/theme/index.ts', 'ui/.storybook/main.ts'],
      diagnostics: [],
    });
  });

  it('reports what is too large or minified by name', () => {
    const root = projectOf({ 'flour.ts': 'x'.repeat(100), 'exact.ts': 'x'.repeat(99), 'vendor.min.js': '' });
    expect(sweep(root, { maxFileBytes: 99 })).toMatchObject({
      files: ['exact.ts'],
      diagnostics: ['skipped-too-large flour.ts', 'skipped-minified vendor.min.js'],
    });
    expect(sweep(root, { minified: true }).files).toContain('vendor.min.js');
  });

  it('reports an unreadable folder and goes on with the rest', () => {
    const root = projectOf({ 'locked/recipe.ts': '', 'open/recipe.ts': '' });
    expect(sweep(root)).toMatchObject({ files: ['open/recipe.ts'], diagnostics: ['unreadable locked'] });
  });

  it('reports a file of a folder that may be listed but not entered', () => {
    const root = projectOf({ 'oven/sealed.ts': '', 'oven/open.ts': '' });
    expect(sweep(root)).toMatchObject({ files: ['oven/open.ts'], diagnostics: ['unreadable oven/sealed.ts'] });
  });
});

it.skipIf(process.platform !== 'linux')('reports files and folders whose names are no UTF-8', () => {
  const root = projectOf({ 'order.ts': '' });
  const named = (...bytes: number[]) => Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from(bytes)]);
  writeFileSync(Buffer.concat([named(0xe9), Buffer.from('.ts')]), '');
  mkdirSync(named(0xe9));
  expect(sweep(root)).toMatchObject({
    files: ['order.ts'],
    diagnostics: ['unreadable caf\ufffd', 'unreadable caf\ufffd.ts'],
  });
});

it.skipIf(process.platform === 'win32')(
  'reports pipes with the name of a source or configuration, and opens none',
  () => {
    const root = projectOf({ 'order.ts': '', '.gitignore': 'ignored.ts\n' });
    for (const name of ['till.ts', 'package.json', 'till.log', 'ignored.ts'])
      execFileSync('mkfifo', [join(root, name)]);
    expect(sweep(root)).toMatchObject({
      files: ['order.ts'],
      diagnostics: ['skipped-special-file package.json', 'skipped-special-file till.ts'],
    });
  },
);

describe('symbolic links', () => {
  it('are not followed: what they show inside the root is scanned once, loops end', () => {
    const outside = projectOf({ 'stranger.ts': '' });
    const root = projectOf({ 'src/oven.ts': '' });
    symlinkSync(join(root, 'src'), join(root, 'alias'));
    symlinkSync(join(root, 'src/oven.ts'), join(root, 'twin.ts'));
    symlinkSync('..', join(root, 'src/up'));
    symlinkSync('circle', join(root, 'src/circle'));
    symlinkSync('gone', join(root, 'src/broken'));
    symlinkSync(outside, join(root, 'guest'));
    expect(sweep(root)).toMatchObject({
      files: ['src/oven.ts'],
      diagnostics: [
        'skipped-symlink-outside guest',
        'skipped-symlink-broken src/broken',
        'skipped-symlink-loop src/circle',
        'skipped-symlink-loop src/up',
      ],
    });
  });

  it('to a configuration inside the root count as one: it governs the folder of the link', () => {
    const root = projectOf({
      'shared/tsconfig.json': {},
      'shared/rules': 'dist\n',
      'oven/dist/a.ts': '',
      'b/c.ts': '',
    });
    const outside = projectOf({ 'package.json': {} });
    symlinkSync('../shared/tsconfig.json', join(root, 'oven/tsconfig.json'));
    symlinkSync('../shared/rules', join(root, 'oven/.gitignore'));
    symlinkSync('../shared', join(root, 'b/tsconfig.json'));
    symlinkSync(join(outside, 'package.json'), join(root, 'package.json'));
    expect(sweep(root)).toMatchObject({
      files: ['b/c.ts', 'oven/dist/a.ts'],
      configs: ['oven/tsconfig.json', 'shared/tsconfig.json'],
      diagnostics: ['skipped-symlink-outside package.json'],
    });
  });

  it('that lead nowhere are reported where a source, a configuration or a folder may have been', () => {
    const root = projectOf({ 'oven.ts': '', '.gitignore': 'ignored.ts\n' });
    for (const name of ['gone.ts', 'gone', 'tsconfig.json', 'gone.svg', 'ignored.ts', 'notes.md'])
      symlinkSync('nowhere', join(root, name));
    expect(sweep(root).diagnostics).toEqual([
      'skipped-symlink-broken gone',
      'skipped-symlink-broken gone.ts',
      'skipped-symlink-broken tsconfig.json',
    ]);
  });

  it('work alike when the root itself is one', () => {
    const root = projectOf({ 'src/oven.ts': '' });
    symlinkSync('..', join(root, 'src/up'));
    const link = join(projectOf({}), 'link');
    symlinkSync(root, link);
    expect(sweep(link)).toEqual(sweep(root));
  });
});

describe('configuration', () => {
  it('lets include and exclude choose; a pattern for a folder means all of it', () => {
    const root = projectOf({ 'src/a.ts': '', 'src/old/b.ts': '', 'src/old/deep/c.ts': '', 'tools/d.ts': '' });
    expect(sweep(root, { include: ['src/**'] }).files).toEqual(['src/a.ts', 'src/old/b.ts', 'src/old/deep/c.ts']);
    expect(sweep(root, { exclude: ['src/old'] }).files).toEqual(['src/a.ts', 'tools/d.ts']);
    expect(sweep(root, { include: ['src/**'], exclude: ['**/old/**'] }).files).toEqual(['src/a.ts']);
    // A folder without anything wanted is not even listed.
    expect(sweep(root, { exclude: ['src/old'] }).directories).toEqual(['', 'src', 'tools']);
  });

  it('refuses a pattern that could take for ever to match', () => {
    const exclude = [`**/${'a*'.repeat(10)}b.ts`];
    const refused = expect.objectContaining({ code: 'CONDUIT_BAD_CONFIG', message: expect.stringContaining('a*a*a*') });
    expect(() => sweep(projectOf({ 'cart.ts': '' }), { exclude })).toThrow(refused);
  });

  it('lists the files that steer resolution', () => {
    const configs = [
      '.gitignore',
      'jsconfig.json',
      'package.json',
      'packages/typescript-config/base.json',
      'tsconfig.base.json',
    ];
    const root = projectOf({ ...Object.fromEntries(configs.map((path) => [path, ''])), 'data.json': '' });
    expect(sweep(root).configs).toEqual(configs);
  });
});

it('walks folders nested hundreds deep', () => {
  const root = projectOf({});
  mkdirSync(join(root, 'd/'.repeat(400)), { recursive: true });
  expect(sweep(root).directories).toHaveLength(401);
});

it('knows who owns files, also from a folder that it does not enter, and where that may be written one day', () => {
  const root = projectOf({ '.github/CODEOWNERS': '* @shop', 'docs/CODEOWNERS/notes.txt': '' });
  const { configs, witnesses } = sweepSources(root, DEFAULT_OPTIONS);
  expect(configs.map(({ path }) => path)).toEqual(['.github/CODEOWNERS']);
  expect(witnesses).toEqual(['.git/info/exclude', '.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']);
});

describe('configurations of tools that are data', () => {
  const tree = {
    '.github/workflows/ship.yml': '',
    '.github/workflows/notes.md': '',
    '.github/dependabot.yml': '',
    '.github/own.js': '',
    'apps/shop/.eslintrc': '',
    'apps/shop/project.json': '',
    'apps/shop/data.json': '',
    'apps/shop/.github/workflows/ship.yml': '',
  };

  it('are configurations of the project; of .github the workflows alone, whose folders are watched', () => {
    const { configs, directories, files } = sweep(projectOf(tree));
    expect(configs).toEqual(['.github/workflows/ship.yml', 'apps/shop/.eslintrc', 'apps/shop/project.json']);
    expect(directories).toEqual(['', '.github', '.github/workflows', 'apps', 'apps/shop']);
    expect(files).toEqual([]);
  });

  it('are found once where dot-folders are read', () => {
    const { configs, directories, files } = sweep(projectOf(tree), { dotDirectories: true });
    expect(configs).toEqual(['.github/workflows/ship.yml', 'apps/shop/.eslintrc', 'apps/shop/project.json']);
    expect(directories.filter((path) => path === '.github')).toHaveLength(1);
    expect(files).toEqual(['.github/own.js']);
  });
});
