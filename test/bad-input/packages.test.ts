/** Manifests and workspaces as nobody should write them: what is broken degrades its own folder only. */
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesOf, indexed } from '../builders/indexed-project.ts';
import type { ProjectFiles } from '../builders/project.ts';

const workspace = (name: string, more: object = {}): ProjectFiles => ({
  [`packages/${name}/package.json`]: { name: `@port/${name}`, main: 'src/index.ts', ...more },
  [`packages/${name}/src/index.ts`]: `export const ${name} = 1;\n`,
});
const ROOT = { 'package.json': { name: 'port', private: true, workspaces: ['packages/*'] } };

it('a package without a name is a package that nobody can import by name', async () => {
  const project = await indexed({
    ...ROOT,
    'packages/quay/package.json': { main: 'index.ts' },
    'packages/quay/index.ts': "import './crane.ts';\n",
    'packages/quay/crane.ts': '',
    'packages/pier/package.json': '',
    'packages/pier/index.ts': "import '../quay';\n",
    'packages/mole/package.json': '[]',
    'packages/mole/index.ts': "import 'quay';\nimport '../pier/index.ts';\n",
    'packages/buoy/package.json': { name: 7, main: ['index.ts'], exports: 3, dependencies: 'none', workspaces: 'x' },
    'packages/buoy/index.ts': "import '../mole';\n",
  });
  expect(project.diagnostics).toEqual([
    'broken-package-json packages/mole/package.json',
    'broken-package-json packages/pier/package.json',
  ]);
  expect(project.importsOf('packages/pier/index.ts')).toEqual(['packages/quay/index.ts']);
  expect(project.importsOf('packages/quay/index.ts')).toEqual(['packages/quay/crane.ts']);
  expect(project.importsOf('packages/buoy/index.ts')).toEqual(['packages/mole/index.ts']);
  expect(project.unresolved).toEqual(['packages/mole/index.ts quay: config-error']);
  expect(project.ask({ target: 'packages/quay/index.ts', depth: 0 }).nodes[0]?.package).toBe('packages/quay');
});

it('of two packages of one name a workspace’s member is meant, and of two members the nearer', async () => {
  const project = await indexed({
    ...ROOT,
    ...workspace('dock'),
    'templates/dock/package.json': { name: '@port/dock', main: 'index.ts' },
    'templates/dock/index.ts': '',
    'packages/ship/package.json': { name: '@port/ship', dependencies: { '@port/dock': '*' } },
    'packages/ship/index.ts': "import '@port/dock';\n",
    'apps/package.json': { name: 'apps', workspaces: ['*'] },
    'apps/dock/package.json': { name: '@port/dock', main: 'index.ts' },
    'apps/dock/index.ts': '',
    'apps/ship/package.json': { name: 'ship', dependencies: { '@port/dock': 'workspace:*' } },
    'apps/ship/index.ts': "import '@port/dock';\n",
  });
  expect(project.importsOf('packages/ship/index.ts')).toEqual(['packages/dock/src/index.ts']);
  expect(project.importsOf('apps/ship/index.ts')).toEqual(['apps/dock/index.ts']);
});

it('workspaces inside of workspaces, each by its own manifest', async () => {
  const project = await indexed({
    'package.json': { workspaces: ['outer'] },
    'outer/package.json': { name: 'outer', main: 'index.ts', workspaces: ['inner/*'] },
    'outer/index.ts': "import 'core';\n",
    'outer/inner/core/package.json': { name: 'core', main: 'index.ts', workspaces: ['deep'] },
    'outer/inner/core/index.ts': "import 'deep';\n",
    'outer/inner/core/deep/package.json': { name: 'deep', exports: './index.ts' },
    'outer/inner/core/deep/index.ts': "import 'outer';\n",
  });
  expect(project.unresolved).toEqual([]);
  expect(project.ask({ target: 'outer/index.ts', depth: 'all' }).nodes.map(({ id }) => id)).toEqual([
    'outer/index.ts',
    'outer/inner/core/index.ts',
    'outer/inner/core/deep/index.ts',
  ]);
  expect(project.summary.cycles).toBe(1);
});

it('packages that depend on each other in a circle', async () => {
  const project = await indexed({
    ...ROOT,
    'packages/ship/package.json': { name: '@port/ship', main: 'index.ts', dependencies: { '@port/dock': '*' } },
    'packages/ship/index.ts': "import '@port/dock';\n",
    'packages/dock/package.json': {
      name: '@port/dock',
      main: 'index.ts',
      dependencies: { '@port/ship': '*', '@port/dock': '*' },
    },
    'packages/dock/index.ts': "import '@port/ship';\nimport '@port/dock';\n",
  });
  expect(
    project
      .ask({ target: '@port/ship', depth: 'all' })
      .nodes.map(({ id }) => id)
      .sort(),
  ).toEqual(['packages/dock/index.ts', 'packages/ship/index.ts']);
  expect(project.summary).toMatchObject({ edges: 3, cycles: 1 });
});

it('`exports` and `imports` that lead to themselves, to nothing or out of the root are not followed', async () => {
  const project = await indexed({
    // As text: JSON.stringify itself overflows on conditions nested that deep.
    'package.json': `{
      "name": "port",
      "exports": { ".": "port", "./up": "../../outside.ts", "./null": null, "./deep/*": "./*/*/*.ts" },
      "imports": { "#a": "#b", "#b": "#a", "#self": "port", "#up": "../x.ts", "#nest": ${'{"default":'.repeat(5_000)}1${'}'.repeat(5_000)} }
    }`,
    'main.ts': ['port', 'port/up', 'port/null', 'port/deep/a', 'port/none', '#a', '#self', '#up', '#nest', '#none']
      .map((specifier) => `import '${specifier}';\n`)
      .join(''),
  });
  expect(project.unresolved).toHaveLength(10);
  expect(project.coverage).toMatchObject({ failed: 0, parsed: 1 });
});

it('a thousand packages, each on the one before it, found by name', async () => {
  const last = 999;
  const project = await indexed({
    ...ROOT,
    ...filesOf(last + 1, (number) => [
      `packages/p${number}/package.json`,
      JSON.stringify({
        name: `@port/p${number}`,
        exports: './src/index.ts',
        dependencies: { [`@port/p${number - 1}`]: '*' },
      }),
    ]),
    ...filesOf(last + 1, (number) => [
      `packages/p${number}/src/index.ts`,
      number === 0 ? '' : `import '@port/p${number - 1}';\n`,
    ]),
  });
  expect(project.summary).toMatchObject({ packages: last + 1, edges: last, failed: 0, unresolved: {} });
  expect(project.ask({ target: `@port/p${last}`, depth: 'all' }).nodes).toHaveLength(last + 1);
});

it('workspaces that list everything, themselves, what is above them, or nothing', async () => {
  for (const workspaces of [
    ['**'],
    ['*', '**/*', '.', './', '/'],
    ['../*', '..'],
    [''],
    [{}, 3, null],
    ['{', '[', '(', '!'],
    ['!**'],
  ]) {
    const project = await indexed({
      ...ROOT,
      'package.json': { name: 'port', workspaces },
      ...workspace('dock'),
      'node_modules/@port/dock/package.json': { name: '@port/dock', main: 'other.js' },
      'node_modules/@port/dock/other.js': '',
      'main.ts': "import '@port/dock';\n",
    });
    expect(project.importsOf('main.ts'), JSON.stringify(workspaces)).toEqual(['packages/dock/src/index.ts']);
    expect(project.summary.packages).toBe(2);
  }
});

it('a node_modules that is a file, a link to itself, or a link out of the project', async () => {
  for (const prepare of [
    undefined,
    (root: string) => symlinkSync('node_modules', join(root, 'packages/dock/node_modules')),
    (root: string) => symlinkSync('/', join(root, 'packages/dock/node_modules')),
  ]) {
    const project = await indexed(
      {
        ...ROOT,
        node_modules: 'not a folder',
        ...workspace('dock'),
        'main.ts':
          "import '@port/dock';\nimport 'left-pad';\nimport './node_modules';\nimport './node_modules/left-pad';\n",
      },
      prepare ? { prepare } : {},
    );
    expect(project.importsOf('main.ts')).toContain('packages/dock/src/index.ts');
    expect(project.diagnostics).toEqual([]);
    expect(project.unresolved[0]).toBe('main.ts left-pad: package-not-declared');
  }
});

it('a package that is linked into node_modules, as every package manager does, is its own source', async () => {
  const project = await indexed(
    {
      ...ROOT,
      ...workspace('dock'),
      'packages/ship/package.json': { name: '@port/ship' },
      'packages/ship/a.ts': "import '@port/dock';\nimport '../../node_modules/@port/dock/src/index.ts';\n",
    },
    {
      prepare(root) {
        mkdirSync(join(root, 'node_modules/@port'), { recursive: true });
        symlinkSync('../../packages/dock', join(root, 'node_modules/@port/dock'));
      },
    },
  );
  expect(project.importsOf('packages/ship/a.ts')).toEqual(['packages/dock/src/index.ts']);
  expect(project.summary).toMatchObject({ files: 2, skipped: {} });
});
