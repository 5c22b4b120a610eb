import { expect, it } from 'vitest';
import { createResolver } from '../../../src/facts/resolve/create-resolver.ts';
import { createLockedNames } from '../../../src/facts/resolve/locked-names.ts';
import { scanSources } from '../../../src/facts/scan/scan-sources.ts';
import { projectOf } from '../../builders/project.ts';
import { DEFAULT_OPTIONS } from '../support/default-options.ts';

/** One package with a scope and one without, as each package manager writes them. */
const LOCKS: Readonly<Record<string, string>> = {
  'package-lock.json': JSON.stringify(
    { packages: { 'node_modules/flour': {}, 'node_modules/@mill/rye': {}, 'node_modules/a/node_modules/salt': {} } },
    null,
    2,
  ),
  'yarn.lock': 'flour@^1.0.0:\n  version "1.0.0"\n\n"@mill/rye@npm:^2.0.0, @mill/rye@npm:^2.1.0":\n  version: 2.1.0\n',
  'pnpm-lock.yaml': "packages:\n\n  flour@1.0.0:\n    resolution: {}\n\n  '@mill/rye@2.1.0':\n    resolution: {}\n",
  'bun.lock':
    '{\n  "packages": {\n    "flour": ["flour@1.0.0", ""],\n    "@mill/rye": ["@mill/rye@2.1.0", ""],\n  }\n}\n',
};

it.each(Object.entries(LOCKS))('of %s are read', (name, text) => {
  const root = projectOf({ [name]: text, [`apps/shop/${name}`]: '' });
  const { has } = createLockedNames(root, [name, `apps/shop/${name}`]);
  const asked = ['flour', '@mill/rye', 'rye', 'packages', 'version'];
  expect(asked.filter((package_) => has(package_, 'apps/shop/src'))).toEqual(['flour', '@mill/rye']);
});

it('hold below their folder only', () => {
  const root = projectOf({ 'oven/yarn.lock': LOCKS['yarn.lock'] ?? '' });
  const { has } = createLockedNames(root, ['oven/yarn.lock']);
  expect([has('flour', 'oven/a'), has('flour', 'shop'), has('flour', '')]).toEqual([true, false, false]);
});

it('make an undeclared package external, unless the sources have a folder of that name', () => {
  const root = projectOf({
    'package.json': { name: 'bakery' },
    'yarn.lock': LOCKS['yarn.lock'] ?? '',
    'src/main.ts': '',
    'src/@mill/rye/index.ts': '',
  });
  const { resolve } = createResolver(root, scanSources(root, DEFAULT_OPTIONS));
  const leadsTo = (specifier: string) => resolve('src/main.ts', specifier, 'static');
  expect(leadsTo('flour/strong')).toEqual({ kind: 'external', id: 'npm:flour', package: 'flour' });
  expect(leadsTo('@mill/rye')).toMatchObject({ kind: 'unresolved', reason: 'package-not-declared' });
  expect(leadsTo('sugar')).toMatchObject({ kind: 'unresolved', reason: 'package-not-declared' });
});
