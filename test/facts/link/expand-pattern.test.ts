import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EdgeKind } from '../../../src/base/edge-kinds.ts';
import { createPatternExpander } from '../../../src/facts/link/expand-pattern.ts';
import { rootPattern } from '../../../src/facts/link/root-pattern.ts';

const modules = [
  'shop/(legal)/[page]/imprint.ts',
  'shop/(legal)/[page]/terms.ts',
  'shop/(legal)/imprint.ts',
  'shop/locales/de.ts',
  'shop/locales/deep/at.ts',
  'shop/locales/fr/index.tsx',
  'shop/locales/types.d.ts',
  'shop/locales2/it.ts',
  'shop/main.ts',
  'shop/pages/Cart.vue',
  'shop/pages/Till.svelte',
];
const leaves = [
  'shop/(legal)/[page]/imprint.json',
  'shop/icons/bread.svg',
  'shop/icons/large/bread.svg',
  'shop/locales/de.css',
  'shop/locales/de.json',
  'shop/locales/deep/at.json',
  'shop/menu.json',
];
const folderOf = (path: string): string => posix.dirname(path);

function expanderOf(own: readonly string[], others: readonly string[] = []) {
  const expand = createPatternExpander({
    modules: own,
    folders: [...new Set([...own, ...others].map(folderOf))].sort(),
    leavesIn: (folder) => others.filter((path) => folderOf(path) === folder),
  });
  return (from: string, pattern: string, kind: EdgeKind, excluded: readonly string[] = []) => {
    const root = (text: string) =>
      rootPattern(from, text, kind, 'shop', (named) => (named.startsWith('@/') ? [`shop/${named.slice(2)}`] : []));
    return root(pattern).flatMap((rooted) => expand(from, rooted, excluded.flatMap(root)));
  };
}
const expand = expanderOf(modules, leaves);

describe('a template', () => {
  it.each([
    ['./locales/*', ['shop/locales/de.json', 'shop/locales/de.ts', 'shop/locales/fr/index.tsx']],
    ['./locales/*.js', ['shop/locales/de.ts']],
    ['./locales/*.json', ['shop/locales/de.json']],
    ['./locales/*.css', ['shop/locales/de.css']],
    ['./locales/*.css?raw', ['shop/locales/de.css']],
    ['./locales/*/index.js', ['shop/locales/fr/index.tsx']],
    ['./locales/*/at.json', ['shop/locales/deep/at.json']],
    ['./(legal)/*', ['shop/(legal)/imprint.ts']],
    ['./pages/*.vue', ['shop/pages/Cart.vue']],
    ['./pages/*', ['shop/pages/Cart.vue', 'shop/pages/Till.svelte']],
    ['@/locales/*.js', ['shop/locales/de.ts']],
    ['/locales/*.js', ['shop/locales/de.ts']],
    ['./*', ['shop/menu.json']],
    ['../*/main', []],
    ['~/locales/*', []],
    ['*', []],
    ['../../*', []],
  ])('%s means what a specifier of that shape can mean', (pattern, found) => {
    expect(expand('shop/main.ts', pattern, 'dynamic')).toEqual(found);
  });
});

describe('a glob', () => {
  it('is matched as it is, and from the package when it starts with a slash', () => {
    expect(expand('shop/main.ts', './locales/**/*.ts', 'glob')).toEqual([
      'shop/locales/de.ts',
      'shop/locales/deep/at.ts',
      'shop/locales/types.d.ts',
    ]);
    expect(expand('shop/main.ts', '/locales{,2}/*.ts', 'glob')).toContain('shop/locales2/it.ts');
    expect(expand('shop/main.ts', '@/pages/*.vue', 'glob')).toEqual(['shop/pages/Cart.vue']);
    expect(expand('shop/main.ts', '**/*.vue', 'glob')).toEqual(['shop/pages/Cart.vue']);
    expect(expand('shop/main.ts', './**', 'glob')).not.toContain('shop/main.ts');
  });

  it('means JSON and assets as well as modules', () => {
    expect(expand('shop/main.ts', './locales/*', 'glob')).toEqual([
      'shop/locales/de.css',
      'shop/locales/de.json',
      'shop/locales/de.ts',
      'shop/locales/types.d.ts',
    ]);
    expect(expand('shop/main.ts', './icons/**', 'glob')).toEqual([
      'shop/icons/bread.svg',
      'shop/icons/large/bread.svg',
    ]);
    expect(expand('shop/main.ts', './locales/**/*.{json,css}', 'glob')).toEqual([
      'shop/locales/de.css',
      'shop/locales/de.json',
      'shop/locales/deep/at.json',
    ]);
    expect(expand('shop/main.ts', './locales/*.{ts,tsx}', 'glob')).not.toContain('shop/locales/de.json');
  });

  it('takes the names of folders around it as they are', () => {
    const from = 'shop/(legal)/[page]/terms.ts';
    expect(expand(from, './*.ts', 'glob')).toEqual(['shop/(legal)/[page]/imprint.ts']);
    expect(expand(from, '../*.ts', 'glob')).toEqual(['shop/(legal)/imprint.ts']);
    expect(expand(from, './imprint.*', 'glob')).toEqual([
      'shop/(legal)/[page]/imprint.json',
      'shop/(legal)/[page]/imprint.ts',
    ]);
  });

  it('loses what its call excludes', () => {
    expect(expand('shop/main.ts', './locales/**/*.ts', 'glob', ['./locales/*.d.ts', '**/deep/**'])).toEqual([
      'shop/locales/de.ts',
    ]);
    expect(expand('shop/main.ts', './locales/*', 'glob', ['@/locales/*.{ts,css}', '../elsewhere/*'])).toEqual([
      'shop/locales/de.json',
    ]);
  });
});

it('gives up on what could mean everything or keep it busy for ever', () => {
  const many = expanderOf(Array.from({ length: 1500 }, (_, i) => `src/${String(i).padStart(4, '0')}.ts`));
  expect(many('src/main.ts', './*', 'dynamic')).toEqual([]);
  expect(many('src/main.ts', './1*', 'dynamic')).toHaveLength(500);
  const hostile = expanderOf([`${'a'.repeat(5000)}.ts`]);
  expect(hostile('b.ts', `./${'a*'.repeat(30)}`, 'dynamic')).toEqual([]);
  expect(hostile('b.ts', `./${'{a,'.repeat(1000)}`, 'glob')).toEqual([]);
  expect(hostile('b.ts', `./${'a*'.repeat(10)}b.ts`, 'glob')).toEqual([]);
  expect(hostile('b.ts', './*.ts', 'glob', [`./${'a*'.repeat(10)}b.ts`])).toEqual([]);
});
