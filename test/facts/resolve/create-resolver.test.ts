import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { EdgeKind } from '../../../src/base/edge-kinds.ts';
import type { Resolution } from '../../../src/facts/records.ts';
import { createResolver } from '../../../src/facts/resolve/create-resolver.ts';
import { scanSources } from '../../../src/facts/scan/scan-sources.ts';
import { projectOf } from '../../builders/project.ts';
import { DEFAULT_OPTIONS } from '../support/default-options.ts';

const bakery = join(import.meta.dirname, '../../../fixtures/bakery');
const resolverOf = (root: string) => createResolver(root, scanSources(root, DEFAULT_OPTIONS));
const short = (answer: Resolution): string => (answer.kind === 'unresolved' ? answer.reason : answer.id);

const SHOP = 'apps/shop/src/main.ts';
const KNEAD = 'packages/dough/source/knead.ts';

type Case = readonly [from: string, specifier: string, leadsTo: string, kind: EdgeKind];

/** Where each leads, or why nowhere; `static` imports unless said otherwise. */
const WRITTEN: readonly (readonly [from: string, specifier: string, leadsTo: string, kind?: EdgeKind])[] = [
  // workspace packages whose manifests point at output that is not there
  [SHOP, '@bakery/dough', 'packages/dough/source/index.ts'],
  [SHOP, '@bakery/dough', 'packages/dough/source/index.ts', 'require'],
  [SHOP, '@bakery/dough', 'packages/dough/source/index.ts', 'type'],
  [SHOP, '@bakery/dough/yeast', 'packages/dough/source/yeast.ts'],
  [SHOP, '@bakery/dough/recipes/rye', 'packages/dough/source/recipes/rye.ts'],
  [SHOP, '@bakery/dough/recipes/secret', 'not-exported'],
  [SHOP, '@bakery/dough/source/yeast', 'not-exported'],
  [SHOP, '@bakery/dough/recipes/gone', 'unbuilt-output'],
  [SHOP, '@bakery/dough/package.json', 'packages/dough/package.json'],
  [SHOP, '@bakery/oven', 'packages/oven/src/index.tsx'],
  [SHOP, '@bakery/oven/lib/esm/heat', 'packages/oven/src/heat/index.ts'],
  [SHOP, '@bakery/oven/src/heat', 'packages/oven/src/heat/index.ts'],
  [SHOP, '@bakery/oven/gone', 'file-not-found'],
  [SHOP, '@bakery/icing', 'packages/icing/code/main.ts'],
  [SHOP, '@bakery/icing/theme.css', 'packages/icing/src/theme.css'],
  [SHOP, '@bakery/labels', 'packages/labels/print.js'],
  [SHOP, '@bakery/labels/print.d.ts', 'packages/labels/print.d.ts', 'type'],
  // a package's own names
  [KNEAD, '@bakery/dough/yeast', 'packages/dough/source/yeast.ts'],
  [KNEAD, '#scale', 'packages/dough/source/internal/scale.ts'],
  [KNEAD, '#colour', 'npm:picocolors'],
  [KNEAD, '#gone', 'not-exported'],
  // paths of the tsconfig that owns the file
  [SHOP, '@/cart', 'apps/shop/src/cart/index.ts'],
  [SHOP, '@/cart/total', 'apps/shop/src/cart/total.tsx'],
  [SHOP, '@/logo.svg', 'apps/shop/src/logo.svg'],
  [SHOP, '@/gone', 'file-not-found'],
  [SHOP, '~cart', 'apps/shop/src/cart/index.ts'],
  [SHOP, 'src/cart', 'apps/shop/src/cart/index.ts'],
  [SHOP, '@testing/till', 'package-not-declared'],
  ['apps/shop/tests/cart.spec.ts', '@testing/till', 'apps/shop/tests/support/till.ts'],
  [KNEAD, '@/cart', 'package-not-declared'],
  // files
  [SHOP, './cart/total.js', 'apps/shop/src/cart/total.tsx'],
  [SHOP, './logo.svg?url', 'apps/shop/src/logo.svg'],
  [SHOP, 'logo.svg#mark', 'apps/shop/src/logo.svg', 'asset'],
  [SHOP, 'raw-loader!./logo.svg', 'apps/shop/src/logo.svg'],
  [SHOP, '/src/cart/index.ts', 'apps/shop/src/cart/index.ts'],
  [SHOP, '../../../packages/oven', 'packages/oven/src/index.tsx'],
  [SHOP, '../../../../elsewhere', 'outside-root'],
  ['packages/oven/src/index.tsx', './heat/gauge.json', 'packages/oven/src/heat/gauge.json'],
  ['packages/oven/bin/oven.js', '../lib/cjs/index.js', 'packages/oven/src/index.tsx', 'require'],
  ['packages/labels/print.js', 'print.d.ts', 'packages/labels/print.d.ts', 'triple-slash'],
  // not in the project
  [SHOP, 'fs', 'node:fs'],
  [SHOP, 'node:test/reporters', 'node:test/reporters'],
  [SHOP, 'fs/promises', 'node:fs/promises'],
  [SHOP, 'express', 'npm:express'],
  [SHOP, 'express/lib/router', 'npm:express'],
  [SHOP, 'lodash.merge', 'npm:lodash.merge'],
  [SHOP, 'picocolors', 'npm:picocolors'],
  [SHOP, 'estree', 'npm:estree', 'type'],
  [SHOP, 'left-pad', 'package-not-declared'],
  [SHOP, 'https://esm.sh/zod', 'unsupported-scheme'],
  [SHOP, 'virtual:routes', 'unsupported-scheme'],
  [SHOP, '', 'package-not-declared'],
];
const IN_THE_BAKERY = WRITTEN.map(
  ([from, specifier, leadsTo, kind = 'static']): Case => [from, specifier, leadsTo, kind],
);

describe('in the bakery', () => {
  const resolver = resolverOf(bakery);

  it.each(IN_THE_BAKERY)('%s: %s → %s', (from, specifier, wanted, kind) => {
    expect(short(resolver.resolve(from, specifier, kind))).toBe(wanted);
  });

  it('says kind, package and id of what it found', () => {
    const kinds = ['@bakery/oven', '@bakery/dough/package.json', './logo.svg', 'express', 'fs', './gone'].map(
      (specifier) => resolver.resolve(SHOP, specifier, 'static'),
    );
    expect(kinds).toEqual([
      { kind: 'module', id: 'packages/oven/src/index.tsx', package: '@bakery/oven' },
      { kind: 'json', id: 'packages/dough/package.json', package: '@bakery/dough' },
      { kind: 'asset', id: 'apps/shop/src/logo.svg', package: 'shop' },
      { kind: 'external', id: 'npm:express', package: 'express' },
      { kind: 'builtin', id: 'node:fs', package: null },
      { kind: 'unresolved', id: '?:./gone', reason: 'file-not-found' },
    ]);
  });

  it('answers the same when the packages are installed and built', () => {
    const root = projectOf({ '.gitignore': 'dist/\nlib/\nbuild/\n' });
    cpSync(bakery, root, { recursive: true });
    for (const [name, folder] of Object.entries({
      '@bakery/dough': 'dough',
      '@bakery/oven': 'oven',
      '@bakery/icing': 'icing',
    })) {
      const link = join(root, 'node_modules', name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(root, 'packages', folder), link);
    }
    const output = [
      'dough/dist/index.js',
      'dough/dist/index.d.ts',
      'dough/dist/yeast.js',
      'oven/lib/cjs/index.js',
      'icing/build/main.js',
      'icing/dist/theme.css',
    ];
    for (const path of [
      ...output.map((file) => `packages/${file}`),
      'node_modules/express/index.js',
      'node_modules/left-pad/index.js',
    ]) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), '');
    }
    const installed = resolverOf(root);
    for (const [from, specifier, wanted, kind] of IN_THE_BAKERY) {
      expect(short(installed.resolve(from, specifier, kind)), specifier).toBe(wanted);
    }
  });

  it('agrees with TypeScript wherever that needs neither an installation nor a build', () => {
    let compared = 0;
    for (const [from, specifier, wanted, kind] of IN_THE_BAKERY) {
      const config = ts.findConfigFile(dirname(join(bakery, from)), ts.sys.fileExists);
      if (!config || from.includes('/tests/')) continue;
      const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} };
      const options = ts.getParsedCommandLineOfConfigFile(config, { allowJs: true }, host)?.options ?? {};
      const { resolvedModule } = ts.resolveModuleName(specifier, join(bakery, from), options, ts.sys);
      if (!resolvedModule?.resolvedFileName.startsWith(bakery) || kind === 'asset') continue;
      expect(join(bakery, wanted), specifier).toBe(resolvedModule.resolvedFileName);
      compared++;
    }
    expect(compared).toBeGreaterThan(6);
  });
});

describe('odd projects', () => {
  it.each([true, false])('takes a path mapping to what a build writes for its source, built: %s', (isBuilt) => {
    const root = projectOf({
      '.gitignore': 'dist/\n',
      'tsconfig.json': { compilerOptions: { paths: { shop: ['./packages/shop/dist/index.d.ts'] } } },
      'packages/shop/package.json': { name: '@bakery/shop' },
      'packages/shop/src/index.ts': '',
      ...(isBuilt ? { 'packages/shop/dist/index.d.ts': '' } : {}),
      'docs/page.ts': '',
    });
    expect(short(resolverOf(root).resolve('docs/page.ts', 'shop', 'static'))).toBe('packages/shop/src/index.ts');
  });

  it('marks what could have been found with a configuration that can be read', () => {
    const root = projectOf({
      'package.json': '{ "name": ',
      'oven/package.json': {},
      'oven/tsconfig.json': '{ "compilerOptions": { "paths": ',
      'oven/a.ts': '',
      'b.ts': '',
      'shelf/package.json': {},
      'shelf/c.ts': '',
    });
    const { resolve, diagnostics } = resolverOf(root);
    expect(short(resolve('oven/a.ts', '@/heat', 'static'))).toBe('config-error');
    expect(short(resolve('b.ts', 'zod', 'static'))).toBe('config-error');
    expect(short(resolve('shelf/c.ts', 'zod', 'static'))).toBe('package-not-declared');
    expect(diagnostics.map(({ path }) => path)).toEqual(['oven/tsconfig.json']);
  });

  it('tells what was left out from what is not there', () => {
    const root = projectOf({ '.gitignore': 'made/\n', 'made/types.ts': '', 'vendor.min.js': '', 'a.ts': '' });
    const { resolve } = resolverOf(root);
    expect(
      ['./made/types', './vendor.min.js', './made/gone'].map((to) => short(resolve('a.ts', to, 'static'))),
    ).toEqual(['excluded', 'excluded', 'file-not-found']);
  });

  it('follows links to what they show', () => {
    const root = projectOf({ 'real/oven.ts': '', 'a.ts': '' });
    symlinkSync(join(root, 'real'), join(root, 'alias'));
    symlinkSync('/etc/hostname', join(root, 'host.txt'));
    const { resolve } = resolverOf(root);
    expect(short(resolve('a.ts', './alias/oven', 'static'))).toBe('real/oven.ts');
    expect(short(resolve('a.ts', './host.txt', 'static'))).toBe('outside-root');
  });

  it('takes the nearest of several packages with one name, and local folders as declared', () => {
    const root = projectOf({
      'old/package.json': { name: 'old', dependencies: { icing: 'file:./vendor/icing' } },
      'old/vendor/icing/package.json': { name: 'icing', main: 'i.js' },
      'old/vendor/icing/i.js': '',
      'new/a/package.json': { name: 'a' },
      'new/icing/package.json': { name: 'icing', main: 'i.js' },
      'new/icing/i.js': '',
    });
    const { resolve } = resolverOf(root);
    expect(short(resolve('old/x.ts', 'icing', 'static'))).toBe('old/vendor/icing/i.js');
    expect(short(resolve('new/a/x.ts', 'icing', 'static'))).toBe('new/icing/i.js');
  });

  it('does not take a file that hands on build output for its source', () => {
    const root = projectOf({ 'oven/package.json': {}, 'oven/oven.js': '', 'oven/heat.js': '' });
    const { resolve } = resolverOf(root);
    expect(short(resolve('oven/oven.js', './dist/oven.js', 'require'))).toBe('file-not-found');
    expect(short(resolve('oven/oven.js', './dist/heat.js', 'require'))).toBe('oven/heat.js');
  });

  it('treats rootDirs as one folder', () => {
    const root = projectOf({
      'tsconfig.json': { compilerOptions: { rootDirs: ['src', 'generated'] } },
      'src/menu/page.ts': '',
      'generated/menu/list.ts': '',
    });
    expect(short(resolverOf(root).resolve('src/menu/page.ts', './list', 'static'))).toBe('generated/menu/list.ts');
  });
});

it('does not let a twin take the place of a source that was passed over', () => {
  const { root } = passedOverProject();
  const resolver = resolverOf(root);
  expect(short(resolver.resolve('main.js', './big.js', 'static'))).toBe('excluded');
  expect(short(resolver.resolve('main.js', './big', 'static'))).toBe('excluded');
  expect(short(resolver.resolve('main.d.ts', './big.js', 'type'))).toBe('big.d.ts');
});

function passedOverProject(): { root: string } {
  return {
    root: projectOf({
      'package.json': '{ "name": "kiosk" }',
      'main.js': "import './big.js';\n",
      'main.d.ts': "import './big.js';\n",
      'big.js': `export const crumbs = '${'.'.repeat(3_000_000)}';\n`,
      'big.d.ts': 'export declare const crumbs: string;\n',
    }),
  };
}
