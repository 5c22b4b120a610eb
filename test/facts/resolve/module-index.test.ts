import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { createModuleIndexes } from '../../../src/facts/resolve/module-index.ts';
import { createProjectPackages } from '../../../src/facts/resolve/project-packages.ts';
import type { ResolveContext } from '../../../src/facts/resolve/resolve-context.ts';
import { resolveRelative } from '../../../src/facts/resolve/resolve-path.ts';

const contextOf = (files: readonly string[]): ResolveContext => ({
  index: createModuleIndexes(files).code,
  folders: new Set(),
  passedOver: new Set(),
  packages: createProjectPackages([]),
  declarationsFirst: false,
  locked: { has: () => false },
  probe: () => null,
  outputsOf: () => [],
  modules: new Map(),
});

/** TypeScript's own answer for an import in a folder that exists in memory only. */
function askTypeScript(files: readonly string[], from: string, specifier: string): string | null {
  const present = new Set(files.map((file) => `/${file}`));
  const folders = new Set(
    [...present].flatMap((file) => file.split('/').map((_, i, parts) => parts.slice(0, i).join('/'))),
  );
  const { resolvedModule } = ts.resolveModuleName(
    specifier,
    `/${from}`,
    { moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext, allowJs: true },
    {
      fileExists: (path) => present.has(path),
      readFile: () => undefined,
      directoryExists: (path) => folders.has(path),
    },
  );
  return resolvedModule?.resolvedFileName.slice(1) ?? null;
}

const names = fc.constantFrom('oven', 'oven.timer', 'index', 'shelf');
const folders = fc.constantFrom('', 'shelf/', 'oven/', 'shelf/oven/');
const typescript = fc.constantFrom('.ts', '.tsx', '.mts', '.cts');
const javascript = fc.constantFrom('.js', '.jsx', '.mjs', '.cjs');
const extensions = fc.oneof(typescript, javascript);
// One language at a time: TypeScript looks everywhere for TypeScript before it looks at JavaScript, so that
// `./oven` means oven/index.ts where every runtime takes oven.js. We side with the runtimes.
const files = fc.constantFrom(typescript, javascript).chain((language) =>
  fc.uniqueArray(
    fc.tuple(folders, names, language).map((parts) => parts.join('')),
    { minLength: 1, maxLength: 10 },
  ),
);
const specifiers = fc
  .tuple(fc.constantFrom('./', '../', './shelf/', '../oven/', './oven/'), names, fc.oneof(fc.constant(''), extensions))
  .map((parts) => parts.join(''));

describe('relative imports', () => {
  it('lead where TypeScript says', () => {
    fc.assert(
      fc.property(
        files,
        fc.constantFrom('shelf/main.ts', 'shelf/oven/main.ts'),
        specifiers,
        (present, from, specifier) => {
          const wanted = askTypeScript(present, from, specifier);
          fc.pre(wanted !== null);
          expect(resolveRelative(contextOf(present), from, specifier, 'import', null)).toMatchObject({ id: wanted });
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('differ from TypeScript on purpose where code has a declaration beside it', () => {
    const { find } = createModuleIndexes(['print.d.ts', 'print.js', 'only.d.mts']).code;
    expect([
      find('print'),
      find('print.js'),
      find('print.d.ts'),
      find('print.d'),
      find('only.mjs'),
      find('gone'),
    ]).toEqual(['print.js', 'print.js', 'print.d.ts', 'print.d.ts', 'only.d.mts', null]);
  });

  it.each([
    ['.', 'shop/index.ts'],
    ['./', 'shop/index.ts'],
    ['..', 'index.ts'],
    ['./cart', 'shop/cart.ts'],
    ['./cart/', 'shop/cart/index.ts'],
  ])('%s means %s', (specifier, path) => {
    const context = contextOf(['index.ts', 'shop.ts', 'shop/index.ts', 'shop/cart.ts', 'shop/cart/index.ts']);
    expect(resolveRelative(context, 'shop/main.ts', specifier, 'import', null)).toMatchObject({
      kind: 'module',
      id: path,
    });
  });

  it('never leave the root', () => {
    const context = contextOf(['passwd.ts']);
    expect(resolveRelative(context, 'main.ts', '../passwd', 'import', null)).toEqual({ reason: 'outside-root' });
    expect(resolveRelative(context, 'a/main.ts', '../b/../../passwd', 'import', null)).toEqual({
      reason: 'outside-root',
    });
  });
});

it('prefers declarations where a declaration file asks', () => {
  const files = ['shelf.js', 'shelf.d.ts', 'oven.ts', 'tray/index.d.mts', 'tray/index.mjs'];
  const index = createModuleIndexes(files).declarations;
  expect(
    ['./shelf.js', 'shelf', 'oven.js', 'tray/index.mjs'].map((path) => index.find(path.replace('./', ''))),
  ).toEqual(['shelf.d.ts', 'shelf.d.ts', 'oven.ts', 'tray/index.d.mts']);
});

it('finds components as they are written, and without extension when nothing else is there', () => {
  const { find } = createModuleIndexes([
    'App.vue',
    'Map.svelte',
    'tide.svelte.ts',
    'Buoy.vue',
    'Buoy.ts',
    'quay/index.vue',
  ]).code;
  expect(
    ['App.vue', 'App', 'Map.svelte', 'tide.svelte', 'tide.svelte.js', 'Buoy', 'Buoy.vue', 'quay'].map(find),
  ).toEqual([
    'App.vue',
    'App.vue',
    'Map.svelte',
    'tide.svelte.ts',
    'tide.svelte.ts',
    'Buoy.ts',
    'Buoy.vue',
    'quay/index.vue',
  ]);
});
