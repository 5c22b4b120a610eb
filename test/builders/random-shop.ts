import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { type ProjectFiles, writeFiles } from './project.ts';

/** Room for every path: a few folders in two packages, so that edits meet and relative imports change their meaning. */
const FOLDERS = [
  'packages/cart/src',
  'packages/cart/src/rules',
  'packages/prices/src',
  'packages/prices/test',
  'tools',
];
const NAMES = ['total', 'tax', 'discount', 'index', 'gift', 'refund', 'basket'];
const EXTENSIONS = ['.ts', '.tsx', '.js', '.d.ts', '.mjs'];

const modulePath = fc
  .tuple(fc.constantFrom(...FOLDERS), fc.constantFrom(...NAMES), fc.constantFrom(...EXTENSIONS))
  .map(([folder, name, extension]) => `${folder}/${name}${extension}`);

const specifier = fc.oneof(
  fc.constantFrom(...NAMES).map((name) => `./${name}`),
  fc.constantFrom(...NAMES).map((name) => `../src/${name}.js`),
  fc.constantFrom(
    '@shop/cart',
    '@shop/prices',
    '@shop/prices/src/tax',
    '#rules/tax',
    '~/total',
    'zod',
    'node:fs',
    './rates.json',
    '~/tax',
    './rules',
    '../../../tools/gift',
  ),
);

const statement = fc
  .tuple(fc.nat(6), specifier)
  .map(
    ([form, name]) =>
      [
        `import { value } from '${name}';\nvalue();`,
        `export * from '${name}';`,
        `const later = () => import('${name}');`,
        `import type { Value } from '${name}';\nexport type Own = Value;`,
        `const now = require('${name}');`,
        `const all = import.meta.glob('./**/*.ts');`,
        `const some = (name) => import(\`../src/\${name}.ts\`);`,
      ][form] ?? '',
  );

export const MINIFIED = `${'import("./tax");a(b,[1],{c:d});'.repeat(200)}\n`;

/** Mostly sound code; now and then what no parser takes, what is no text, and what a machine squeezed. */
const content = fc.oneof(
  { weight: 7, arbitrary: fc.array(statement, { maxLength: 4 }).map((statements) => `${statements.join('\n')}\n`) },
  { weight: 1, arbitrary: fc.constantFrom('export const = 1;\n', Buffer.from([0x2f, 0x2f, 0xff]), MINIFIED) },
);

const MANIFESTS: ProjectFiles = {
  'package.json': { name: 'shop', workspaces: ['packages/*'] },
  'packages/cart/package.json': {
    name: '@shop/cart',
    imports: { '#rules/*': './src/rules/*.ts' },
    dependencies: { zod: '^4.0.0' },
  },
  'packages/prices/package.json': { name: '@shop/prices', main: 'src/index.ts' },
};

/** What can be written over a project to change how it is read. */
const CONFIGURATIONS: readonly ProjectFiles[] = [
  { 'tsconfig.json': { compilerOptions: { paths: { '~/*': ['./packages/cart/src/*'] } } } },
  {
    'tsconfig.json': { compilerOptions: { paths: { '~/*': ['./packages/prices/src/*'] }, verbatimModuleSyntax: true } },
  },
  { 'tsconfig.json': { compilerOptions: { paths: { '~/*': ['./tools/*', './packages/cart/src/*'] } } } },
  {
    'packages/cart/tsconfig.json': { extends: '../base.json' },
    'packages/base.json': { compilerOptions: { baseUrl: 'cart/src' } },
  },
  { 'packages/base.json': { compilerOptions: { paths: { '~/*': ['./prices/src/*'] } } } },
  { 'packages/tax/package.json': { name: 'zod', main: '../cart/src/tax' } },
  { '.gitignore': 'tools\n' },
  { 'packages/prices/package.json': { name: '@shop/prices', exports: { '.': './src/total.ts' } } },
  { 'packages/prices/package.json': '{ broken' },
  { 'introspect.config.json': { index: { minified: true } } },
  { 'introspect.config.json': { exclude: ['tools'] } },
  { 'introspect.config.json': {} },
  { 'packages/cart/.gitignore': 'rules/\n' },
  { 'packages/cart/src/rates.json': { standard: 19 } },
];

/** A project of 20 to 40 files. */
export const randomShop: fc.Arbitrary<ProjectFiles> = fc
  .uniqueArray(fc.tuple(modulePath, content), { minLength: 20, maxLength: 40, selector: ([path]) => path })
  .map((files) => ({ ...MANIFESTS, ...Object.fromEntries(files) }));

/** Picks among the project's files by number, so that it fits any project. */
type PickingChange =
  | { readonly type: 'edit'; readonly pick: number }
  | { readonly type: 'remove'; readonly pick: number }
  | { readonly type: 'move'; readonly pick: number; readonly path: string };

/** Something that a person or a tool does to a project. */
export type Change =
  | PickingChange
  | { readonly type: 'write'; readonly path: string; readonly content: string | Uint8Array }
  | { readonly type: 'configure'; readonly files: ProjectFiles };

export const randomChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ type: fc.constant('write' as const), path: modulePath, content }),
  fc.record({ type: fc.constant('edit' as const), pick: fc.nat() }),
  fc.record({ type: fc.constant('remove' as const), pick: fc.nat() }),
  fc.record({ type: fc.constant('move' as const), pick: fc.nat(), path: modulePath }),
  fc.record({ type: fc.constant('configure' as const), files: fc.constantFrom(...CONFIGURATIONS) }),
);

/** Makes a change. `sources` are the module paths that the project has; it is kept up to date. */
export function applyChange(root: string, sources: Set<string>, change: Change): void {
  if (change.type === 'configure') {
    writeFiles(root, change.files);
  } else if (change.type === 'write') {
    writeFiles(root, { [change.path]: change.content });
    sources.add(change.path);
  } else {
    const picked = [...sources].sort()[change.pick % sources.size];
    if (picked !== undefined) changePicked(root, sources, picked, change);
  }
}

function changePicked(root: string, sources: Set<string>, picked: string, change: PickingChange): void {
  const absolute = join(root, picked);
  if (change.type === 'edit') {
    writeFiles(root, { [picked]: Buffer.concat([Buffer.from("import './gift';\n"), readFileSync(absolute)]) });
    return;
  }
  sources.delete(picked);
  if (change.type === 'remove') {
    rmSync(absolute);
    return;
  }
  mkdirSync(dirname(join(root, change.path)), { recursive: true });
  renameSync(absolute, join(root, change.path));
  sources.add(change.path);
}

/** The module paths among a project's files. */
export function sourcesOf(files: ProjectFiles): Set<string> {
  return new Set(Object.keys(files).filter((path) => !path.endsWith('package.json')));
}
