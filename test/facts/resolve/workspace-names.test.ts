/** Which package of the project a name means, by what the workspace's package manager would link. */
import { describe, expect, it } from 'vitest';
import { createResolver } from '../../../src/facts/resolve/create-resolver.ts';
import { scanSources } from '../../../src/facts/scan/scan-sources.ts';
import { type ProjectFiles, projectOf } from '../../builders/project.ts';
import { DEFAULT_OPTIONS } from '../support/default-options.ts';

const PACKAGES: ProjectFiles = {
  'packages/oven/package.json': { name: 'oven', main: 'dist/index.js' },
  'packages/oven/src/index.ts': '',
  'packages/shop/package.json': { name: 'shop', dependencies: { oven: '^1.0.0' } },
  'packages/till/package.json': { name: 'till' },
  'fixtures/fake/package.json': { name: 'fake', main: 'index.js', dependencies: { oven: '^1.0.0' } },
  'fixtures/fake/index.js': '',
};

function resolverOf(files: ProjectFiles) {
  const root = projectOf({ ...PACKAGES, ...files });
  const { resolve, diagnostics } = createResolver(root, scanSources(root, DEFAULT_OPTIONS));
  return {
    diagnostics,
    leadsTo(from: string, specifier: string): string {
      const answer = resolve(`${from}/x.ts`, specifier, 'static');
      return answer.kind === 'unresolved' ? answer.reason : answer.id;
    },
  };
}

const WORKSPACES: Readonly<Record<string, ProjectFiles>> = {
  npm: { 'package.json': { name: 'root', workspaces: ['packages/*'] } },
  'yarn, bun': {
    'package.json': { name: 'root', workspaces: { packages: ['./packages/*'], catalog: { react: '^19' } } },
  },
};

describe.each(Object.entries(WORKSPACES))('in a workspace of %s', (_, files) => {
  it('all see the members, declared or not', () => {
    const { leadsTo } = resolverOf(files);
    expect(leadsTo('packages/shop', 'oven')).toBe('packages/oven/src/index.ts');
    expect(leadsTo('packages/till', 'oven')).toBe('packages/oven/src/index.ts');
    expect(leadsTo('fixtures/fake', 'oven')).toBe('packages/oven/src/index.ts');
  });

  it('nobody sees what is no member', () => {
    const { leadsTo } = resolverOf(files);
    expect(leadsTo('packages/till', 'fake')).toBe('package-not-declared');
  });
});

describe.each([
  'packages:\n  - packages/*\n',
  '# comment\npackages: ["packages/*", "!**/gone/**"] # more\n',
  'catalog:\n  react: ^19\n"packages": &all\n  - >-\n    packages/*\nothers: *all\n',
])('in a pnpm workspace, written as %j', (yaml) => {
  it('a member sees what it declares', () => {
    const { leadsTo } = resolverOf({ 'package.json': { name: 'root' }, 'pnpm-workspace.yaml': yaml });
    expect(leadsTo('packages/shop', 'oven')).toBe('packages/oven/src/index.ts');
    expect(leadsTo('packages/till', 'oven')).toBe('npm:oven');
  });

  it('who is no member gets what is published', () => {
    const { leadsTo } = resolverOf({ 'package.json': { name: 'root' }, 'pnpm-workspace.yaml': yaml });
    expect(leadsTo('fixtures/fake', 'oven')).toBe('npm:oven');
  });
});

it('a pnpm-workspace.yaml that is no YAML is reported and loses only the list', () => {
  const root = projectOf({
    ...PACKAGES,
    'pnpm-workspace.yaml': 'packages:\n  - "packages/*\n',
    'deep/pnpm-workspace.yaml': `packages: ${'['.repeat(100_000)}`,
    'loud/pnpm-workspace.yaml': `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`)}]`).join('\n')}\n`,
  });
  const { packages, diagnostics } = scanSources(root, DEFAULT_OPTIONS);
  expect(diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'broken-workspace deep/pnpm-workspace.yaml',
    'broken-workspace loud/pnpm-workspace.yaml',
    'broken-workspace pnpm-workspace.yaml',
  ]);
  expect(packages.map(({ name }) => name)).toEqual(['fake', 'oven', 'shop', 'till']);
});

it('typesVersions says where declarations lie when nothing else does', () => {
  const { leadsTo } = resolverOf({
    'package.json': { workspaces: ['packages/*'] },
    'packages/oven/package.json': {
      name: 'oven',
      typesVersions: {
        '>=4.2': { '*': ['./dist/types/*'], heat: ['./dist/warm/heat.d.ts'] },
        '*': { '*': ['./old/*'] },
      },
    },
    'packages/oven/src/gauge.ts': '',
    'packages/oven/src/warm/heat.ts': '',
  });
  expect(leadsTo('packages/shop', 'oven/gauge')).toBe('packages/oven/src/gauge.ts');
  expect(leadsTo('packages/shop', 'oven/heat')).toBe('packages/oven/src/warm/heat.ts');
});

describe('a range that the version of the member is not in', () => {
  const files: ProjectFiles = {
    'packages/oven/package.json': { name: 'oven', version: '2.1.0', main: 'dist/index.js' },
    'packages/guest/package.json': {
      name: 'guest',
      devDependencies: { oven: 'workspace:*' },
      peerDependencies: { oven: '^1' },
    },
    'packages/copy/package.json': { name: 'copy', dependencies: { oven: 'latest' } },
  };
  const workspaces: ProjectFiles = { 'package.json': { name: 'root', workspaces: ['packages/*'] } };

  it('means the published package', () => {
    expect(resolverOf({ ...files, ...workspaces }).leadsTo('packages/shop', 'oven')).toBe('npm:oven');
    const pnpm = { 'package.json': { name: 'root' }, 'pnpm-workspace.yaml': 'packages: [packages/*]' };
    expect(resolverOf({ ...files, ...pnpm }).leadsTo('packages/shop', 'oven')).toBe('npm:oven');
  });

  it('says nothing when it is only what others shall bring along, or no range', () => {
    const { leadsTo } = resolverOf({ ...files, ...workspaces });
    expect(leadsTo('packages/guest', 'oven')).toBe('packages/oven/src/index.ts');
    expect(leadsTo('packages/copy', 'oven')).toBe('packages/oven/src/index.ts');
  });

  it.each<ProjectFiles>([
    { 'package.json': { name: 'root', workspaces: ['packages/*'], overrides: { oven: 'file:packages/oven' } } },
    { 'package.json': { name: 'root', workspaces: ['packages/*'], resolutions: { '**/oven': 'link:packages/oven' } } },
    {
      'package.json': { name: 'root', pnpm: { overrides: { 'oven@^1': 'workspace:*' } } },
      'pnpm-workspace.yaml': 'packages: [packages/*]',
    },
    { 'package.json': {}, 'pnpm-workspace.yaml': 'packages: [packages/*]\noverrides:\n  shop>oven: workspace:*\n' },
  ])('gives way to an override that leads to the folder: %j', (root) => {
    expect(resolverOf({ ...files, ...root }).leadsTo('packages/shop', 'oven')).toBe('packages/oven/src/index.ts');
  });

  it('is not asked for in an override that names a version', () => {
    const root = { name: 'root', workspaces: ['packages/*'], overrides: { oven: '1.0.3' } };
    expect(resolverOf({ ...files, 'package.json': root }).leadsTo('packages/shop', 'oven')).toBe('npm:oven');
  });
});

it('what has a lock file of its own and is no member gets what is published', () => {
  const files: ProjectFiles = {
    ...WORKSPACES.npm,
    'yarn.lock': '',
    'packages/shop/yarn.lock': '',
    'fixtures/fake/yarn.lock': '',
  };
  const { leadsTo } = resolverOf(files);
  expect(leadsTo('fixtures/fake', 'oven')).toBe('npm:oven');
  expect(leadsTo('packages/shop', 'oven')).toBe('packages/oven/src/index.ts');
});

it('yarn can be told to link only what is asked for', () => {
  const files: ProjectFiles = {
    'package.json': { name: 'root', workspaces: ['packages/*'] },
    '.yarnrc.yml': 'nodeLinker: node-modules\nenableTransparentWorkspaces: false\n',
    'packages/cafe/package.json': { name: 'cafe', dependencies: { oven: 'workspace:^' } },
    'packages/mixer/package.json': { name: 'mixer', main: 'index.js' },
    'packages/mixer/index.js': '',
  };
  const { leadsTo } = resolverOf(files);
  expect(leadsTo('packages/cafe', 'oven')).toBe('packages/oven/src/index.ts');
  expect(leadsTo('packages/shop', 'oven')).toBe('npm:oven');
  expect(leadsTo('packages/till', 'oven')).toBe('npm:oven');
  expect(leadsTo('packages/till', 'mixer')).toBe('packages/mixer/index.js');
  const { leadsTo: byDefault } = resolverOf({ ...files, '.yarnrc.yml': 'nodeLinker: node-modules\n' });
  expect(byDefault('packages/till', 'oven')).toBe('packages/oven/src/index.ts');
});
