import { expect, it } from 'vitest';
import { codeOwners } from '../../src/queries/code-owners.ts';

const owns = (pattern: string, path: string): boolean => codeOwners([{ pattern, owners: ['@a'] }])(path) !== null;

it.each([
  // From GitHub's own examples.
  ['*', 'src/a.ts', true],
  ['*.js', 'a.js', true],
  ['*.js', 'src/deep/a.js', true],
  ['*.js', 'src/a.ts', false],
  ['/build/logs/', 'build/logs/a/b.txt', true],
  ['/build/logs/', 'src/build/logs/b.txt', false],
  ['docs/*', 'docs/getting-started.md', true],
  ['docs/*', 'docs/build-app/troubleshooting.md', false],
  ['apps/', 'apps/a.ts', true],
  ['apps/', 'src/apps/a.ts', true],
  ['apps/', 'src/apps', false],
  ['/docs/', 'docs/a.md', true],
  ['/docs/', 'src/docs/a.md', false],
  ['/scripts/', 'scripts/a/b.sh', true],
  ['**/logs', 'build/logs/a.txt', true],
  ['**/logs', 'logs/a.txt', true],
  ['**/logs', 'catalogs/a.txt', false],
  ['/apps/github', 'apps/github/a.ts', true],
  // As in .gitignore.
  ['cart.ts', 'src/cart.ts', true],
  ['cart.ts', 'src/my-cart.ts', false],
  ['src/cart.ts', 'lib/src/cart.ts', false],
  ['src/**/cart.ts', 'src/cart.ts', true],
  ['src/**/cart.ts', 'src/a/b/cart.ts', true],
  ['src/**', 'src/a/b.ts', true],
  ['packages/*/src', 'packages/a/src/b.ts', true],
  ['packages/*/src', 'packages/a/b/src/c.ts', false],
  ['packages/*/', 'packages/a/b.ts', true],
  ['ca?t.ts', 'src/cart.ts', true],
  ['ca?t.ts', 'src/ca/t.ts', false],
  ['a\\ b.ts', 'src/a b.ts', true],
  ['(app)/page.tsx', '(app)/page.tsx', true],
  ['src/+page.*', 'src/+page.ts', true],
  ['src/+page.*', 'src/ppage.ts', false],
  ['Src/', 'src/a.ts', false],
])('%s owns %s: %s', (pattern, path, expected) => {
  expect(owns(pattern, path)).toBe(expected);
});

it('the last rule that matches decides, also when it names nobody', () => {
  const ownersOf = codeOwners([
    { pattern: '*', owners: ['@all'] },
    { pattern: '/apps/', owners: ['@apps', 'x@shop.example'] },
    { pattern: '/apps/legacy', owners: [] },
  ]);
  expect(ownersOf('src/a.ts')).toEqual(['@all']);
  expect(ownersOf('apps/a.ts')).toEqual(['@apps', 'x@shop.example']);
  expect(ownersOf('apps/legacy/a.ts')).toEqual([]);
  expect(codeOwners([])('a.ts')).toBeNull();
});

it('a pattern that could take for ever to match matches nothing', () => {
  expect(owns('a*a*a*a*a*a*a*a*a*b', `${'a'.repeat(200)}c`)).toBe(false);
});
