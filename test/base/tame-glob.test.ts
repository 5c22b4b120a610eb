import picomatch from 'picomatch';
import { expect, it } from 'vitest';
import { isTameGlob } from '../../src/base/tame-glob.ts';

it.each([
  '**/*',
  'src',
  'packages/*',
  '{apps,packages}/*/src/**/*.{ts,tsx}',
  '**/*.{test,spec}.*',
  './pages/**/[a-z]*.vue',
  '**/__tests__/**/fixtures/**',
  'apps/*/*/src/*/pages/*.tsx',
  'src/!(legacy|vendor)/**',
  '@(apps|packages)/*',
])('%s is what people write', (glob) => {
  expect(isTameGlob(glob)).toBe(true);
});

it.each([
  `**/${'a*'.repeat(10)}b.ts`,
  `${'*a*a/'.repeat(4)}b`,
  `${'**/a/'.repeat(6)}b`,
  '+(a|aa)b',
  '*(*a)b',
  '(a+)+b',
  '(a|aa){2,}b',
  `${'[a]+'.repeat(8)}b`,
  `${'{a,aa}'.repeat(30)}b`,
  `${'?(a)'.repeat(22)}b`,
  '*'.repeat(3000),
])('%s could take for ever', (glob) => {
  expect(isTameGlob(glob)).toBe(false);
});

it('lets pass only what ends on long paths', () => {
  const longest = `${'a'.repeat(250)}/${'a/'.repeat(200)}${'a'.repeat(250)}`;
  // The hardest of each limit. None may match, as it is the failure that tries everything.
  for (const glob of ['a*a*a*b', '**/a/**/a/**/b', '**/*a*a*b', '{a,aa}{a,aa}{a,aa}{a,aa}b']) {
    expect(isTameGlob(glob)).toBe(true);
    expect(picomatch(glob, { dot: true })(longest)).toBe(false);
  }
});
