import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { importChains } from '../../../bench/replay/import-chains.ts';

const root = mkdtempSync(join(tmpdir(), 'import-chains-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const files: Record<string, string> = {
  'packages/shop/package.json': '{ "name": "@acme/shop" }',
  'packages/shop/src/cart.ts': `export * from './price.js';`,
  'packages/shop/src/price.ts': 'export const price = 1;',
  'packages/shop/test/cart.test.ts': `vi.mock(\n  '../src/cart',\n);`,
  'packages/shop/test/alias.test.ts': `import { price } from '@/src/price';`,
  'packages/shop/test/glob.test.ts': `import.meta.glob('../src/*.ts');`,
  'packages/shop/test/cli.test.ts': `spawn('node', [path.resolve(__dirname, '../src/price.ts')]);`,
  'packages/site/package.json': '{ "name": "site" }',
  'packages/site/page.test.ts': `import { cart } from '@acme/shop/cart';\nimport 'vitest';`,
  'packages/site/plain.test.ts': `import 'vitest';\nimport './page.js';`,
  'packages/site/guide.test.ts': `/**\n * import { cart } from '@acme/shop';\n */\n// import '@acme/shop';`,
  'packages/site/page.ts': `export const page = 'price.ts';`,
};
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
execFileSync('git', ['init', '--quiet'], { cwd: root });
execFileSync('git', ['add', '.'], { cwd: root });
const price = new Set(['packages/shop/src/price.ts']);

it.each([
  'packages/shop/test/cart.test.ts',
  'packages/shop/test/alias.test.ts',
  'packages/shop/test/glob.test.ts',
  'packages/shop/test/cli.test.ts',
  'packages/site/page.test.ts',
])('follows %s to what changed', (test) => expect(importChains(root, new Map())(test, price)).toBe(true));

it.each(['plain', 'guide'])('finds nothing where no import of %s leads there', (name) =>
  expect(importChains(root, new Map())(`packages/site/${name}.test.ts`, price)).toBe(false),
);

it('follows what was imported before as well', () => {
  const previous = new Map([
    ['packages/site/page.ts', `import './gone';`],
    ['packages/site/gone.ts', `import { price } from '@acme/shop';`],
  ]);
  expect(importChains(root, previous)('packages/site/plain.test.ts', price)).toBe(true);
});
