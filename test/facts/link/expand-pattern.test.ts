import { describe, expect, it } from 'vitest';
import { createPatternExpander } from '../../../src/facts/link/expand-pattern.ts';

const paths = [
  'shop/(legal)/imprint.ts',
  'shop/locales/de.ts',
  'shop/locales/deep/at.ts',
  'shop/locales/fr/index.tsx',
  'shop/locales/types.d.ts',
  'shop/locales2/it.ts',
  'shop/main.ts',
];
const expand = createPatternExpander(paths);

describe('a template', () => {
  it.each([
    ['./locales/*', ['shop/locales/de.ts', 'shop/locales/fr/index.tsx']],
    ['./locales/*.js', ['shop/locales/de.ts']],
    ['./locales/*/index.js', ['shop/locales/fr/index.tsx']],
    ['./(legal)/*', ['shop/(legal)/imprint.ts']],
    ['./*', []],
    ['../*/main', []],
    ['@/locales/*', []],
    ['*', []],
    ['../../*', []],
  ])('%s means what a specifier of that shape can mean', (pattern, found) => {
    expect(expand('shop/main.ts', pattern, 'dynamic', 'shop')).toEqual(found);
  });
});

describe('a glob', () => {
  it('is matched as it is, and from the package when it starts with a slash', () => {
    expect(expand('shop/main.ts', './locales/**/*.ts', 'glob', 'shop')).toEqual([
      'shop/locales/de.ts',
      'shop/locales/deep/at.ts',
      'shop/locales/types.d.ts',
    ]);
    expect(expand('shop/main.ts', '/locales{,2}/*.ts', 'glob', 'shop')).toContain('shop/locales2/it.ts');
    expect(expand('shop/main.ts', './**', 'glob', 'shop')).not.toContain('shop/main.ts');
  });
});

it('gives up on what could mean everything or keep it busy for ever', () => {
  const many = createPatternExpander(Array.from({ length: 1500 }, (_, i) => `src/${String(i).padStart(4, '0')}.ts`));
  expect(many('src/main.ts', './*', 'dynamic', '')).toEqual([]);
  expect(many('src/main.ts', './1*', 'dynamic', '')).toHaveLength(500);
  const hostile = createPatternExpander([`${'a'.repeat(5000)}.ts`]);
  expect(hostile('b.ts', `./${'a*'.repeat(30)}`, 'dynamic', '')).toEqual([]);
  expect(hostile('b.ts', `./${'{a,'.repeat(1000)}`, 'glob', '')).toEqual([]);
  expect(hostile('b.ts', `./${'a*'.repeat(10)}b.ts`, 'glob', '')).toEqual([]);
});
