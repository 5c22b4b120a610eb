import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Path from the root → content. Text is written as it stands, bytes too, anything else as JSON. */
export type ProjectFiles = Readonly<Record<string, string | Uint8Array | object>>;

/** Tens of thousands of files take a busy machine longer than a hook usually may. */
const REMOVAL_MS = 60_000;

/** A project in a folder of its own, which goes away with the test. Returns the folder's real path. */
export function projectOf(files: ProjectFiles): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'conduit-shop-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }), REMOVAL_MS);
  writeFiles(root, files);
  return root;
}

/** Writes further files into a project, over what is there. */
export function writeFiles(root: string, files: ProjectFiles): void {
  for (const [path, content] of Object.entries(files)) {
    const absolute = join(root, path);
    mkdirSync(dirname(absolute), { recursive: true });
    const raw = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(absolute, raw ? content : JSON.stringify(content, null, 2));
  }
}

/** A small shop of two packages, with an edge between them. */
export const SHOP: ProjectFiles = {
  'package.json': { name: 'shop', private: true, workspaces: ['packages/*'] },
  'packages/cart/package.json': { name: '@shop/cart', main: 'src/index.ts', dependencies: { '@shop/prices': '*' } },
  'packages/cart/src/index.ts': "export { total } from './total.ts';\n",
  'packages/cart/src/total.ts':
    "import { priceOf } from '@shop/prices';\n\nexport const total = (names: string[]) => names.map(priceOf);\n",
  'packages/prices/package.json': { name: '@shop/prices', main: 'src/index.ts' },
  'packages/prices/src/index.ts': 'export const priceOf = (name: string): number => name.length;\n',
};

/** Makes everything in a project an hour old, so that nothing is too young to be judged by its time. */
export function settle(root: string): void {
  const then = Date.now() / 1000 - 3600;
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) utimesSync(join(root, name), then, then);
  utimesSync(root, then, then);
}
