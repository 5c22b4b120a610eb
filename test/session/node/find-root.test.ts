import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { findRoot } from '../../../src/session/node/find-root.ts';

function treeOf(...files: string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'conduit-root-'));
  for (const file of files) {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(join(root, file), '');
  }
  return root;
}

it('finds the repository around a package of a monorepo', () => {
  const root = treeOf('.git/HEAD', 'package.json', 'packages/cart/package.json', 'packages/cart/src/index.ts');
  expect(findRoot(join(root, 'packages/cart/src'))).toBe(root);
});

it('prefers a configuration of ours inside a repository', () => {
  const root = treeOf('.git/HEAD', 'packages/cart/introspect.config.json', 'packages/cart/src/index.ts');
  expect(findRoot(join(root, 'packages/cart/src'))).toBe(join(root, 'packages/cart'));
});

it('finds a workspace without a repository by its lockfile', () => {
  const root = treeOf('pnpm-lock.yaml', 'packages/cart/package.json');
  expect(findRoot(join(root, 'packages/cart'))).toBe(root);
});

it('takes the nearest package where there is nothing stronger', () => {
  const root = treeOf('shop/package.json', 'shop/src/index.ts');
  expect(findRoot(join(root, 'shop/src'))).toBe(join(root, 'shop'));
});
