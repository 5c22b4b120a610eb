import { describe, expect, it } from 'vitest';
import { scanSources } from '../../../src/facts/scan/scan-sources.ts';
import { projectOf } from '../../builders/project.ts';
import { DEFAULT_OPTIONS } from '../support/default-options.ts';

const scan = (files: Parameters<typeof projectOf>[0]) => scanSources(projectOf(files), DEFAULT_OPTIONS);

describe('packages', () => {
  it('are all folders with a package.json, named by themselves or by their folder', () => {
    const { packages } = scan({
      'package.json': {},
      'apps/shop/package.json': { name: 'shop' },
      'apps/shop/esm/package.json': { type: 'module' },
    });
    expect(packages.map(({ name, directory }) => [name, directory])).toEqual([
      ['.', ''],
      ['shop', 'apps/shop'],
      ['apps/shop/esm', 'apps/shop/esm'],
    ]);
  });

  it('survive manifests that are broken or full of nonsense, each by itself', () => {
    const { packages, diagnostics } = scan({
      'a/package.json': '{ "name": "a", ',
      'b/package.json': '[]',
      'c/package.json': {
        name: 7,
        main: ['x'],
        dependencies: 'none',
        workspaces: { packages: 1 },
        publishConfig: null,
      },
      'd/package.json': '\uFEFF{"name":"d"}',
      'e/package.json': `${'['.repeat(50_000)}`,
    });
    expect(packages.map(({ name, broken }) => [name, broken])).toEqual([
      ['a', true],
      ['b', true],
      ['c', false],
      ['d', false],
      ['e', true],
    ]);
    expect(diagnostics.map(({ path, code }) => [path, code])).toEqual([
      ['a/package.json', 'broken-package-json'],
      ['b/package.json', 'broken-package-json'],
      ['e/package.json', 'broken-package-json'],
    ]);
  });

  it('merge all dependency fields', () => {
    const [own] = scan({
      'package.json': {
        dependencies: { a: '1' },
        peerDependencies: { b: '2' },
        optionalDependencies: { c: 'file:../c' },
      },
    }).packages;
    expect(own?.dependencies).toEqual(new Map(Object.entries({ a: '1', b: '2', c: 'file:../c' })));
  });
});

describe('workspace members', () => {
  const members = (files: Parameters<typeof projectOf>[0]) =>
    scan(files).packages.flatMap(({ directory, workspaceMember }) => (workspaceMember ? [directory] : []));
  const folders = Object.fromEntries(
    ['packages/oven', 'packages/oven/templates/starter', 'packages/internal', 'www/site', 'elsewhere'].map((folder) => [
      `${folder}/package.json`,
      {},
    ]),
  );

  it('are listed by npm, yarn and bun in the manifest', () => {
    expect(
      members({ ...folders, 'package.json': { workspaces: ['./packages/*/', 'elsewhere', '!packages/internal'] } }),
    ).toEqual(['', 'elsewhere', 'packages/oven']);
    expect(
      members({ ...folders, 'package.json': { workspaces: { packages: ['packages/**'], nohoist: [] } } }),
    ).toHaveLength(4);
  });

  it('are listed by pnpm in YAML, in either form of a list', () => {
    const block =
      'catalog:\n  zod: ^4\npackages:\n  # ours\n  - "packages/*"   # all\n\n  - \'!packages/internal\'\nonlyBuilt:\n  - elsewhere\n';
    expect(members({ ...folders, 'package.json': {}, 'pnpm-workspace.yaml': block })).toEqual(['', 'packages/oven']);
    const inline = "packages: ['packages/oven', elsewhere]\n";
    expect(members({ ...folders, 'package.json': {}, 'pnpm-workspace.yaml': inline })).toEqual([
      '',
      'elsewhere',
      'packages/oven',
    ]);
  });

  it('of a workspace inside the project count from there', () => {
    expect(members({ ...folders, 'www/package.json': { workspaces: ['*'] } })).toEqual(['www', 'www/site']);
  });
});
