import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportTargets } from '../../../src/facts/resolve/export-targets.ts';
import { projectOf } from '../../builders/project.ts';

/** What Node's own `require.resolve` makes of a package with these exports; every target exists. */
function askNode(exports: unknown, key: string): string | null {
  const targets = [...JSON.stringify(exports).matchAll(/"(\.\/[^"*]*\.\w+)"/g)].map((match) => match[1] ?? '');
  const patterned = ['rye', 'wheat/dark'].flatMap((name) => [`out/${name}.js`, `out/cakes/${name}.cjs`]);
  const root = projectOf({
    ...Object.fromEntries([...targets, ...patterned].map((target) => [join('node_modules/bread', target), ''])),
    'node_modules/bread/package.json': { name: 'bread', exports },
  });
  try {
    const found = createRequire(join(root, 'main.js')).resolve(`bread${key.slice(1)}`);
    return `./${relative(join(root, 'node_modules/bread'), found)}`;
  } catch {
    return null;
  }
}

const EXPORTS: readonly unknown[] = [
  './main.js',
  { default: './main.js', require: './late.cjs' },
  { import: './main.mjs', require: './main.cjs' },
  { import: './main.mjs', default: './main.js' },
  { node: { import: './n.mjs', require: './n.cjs' }, default: './d.js' },
  { browser: './b.js', worker: { require: './w.js' }, default: './d.js' },
  { types: './t.d.ts', require: { types: './t.d.cts', default: './r.cjs' } },
  [{ import: './only.mjs' }, './second.js'],
  { '.': './main.js', './rye': './rye.js' },
  { './*': './out/*.js' },
  { './*': './out/*.js', './cakes/*': './out/cakes/*.cjs', './cakes/wheat/*': null },
  { './*.js': './out/*.js', './rye': null },
  { '.': { require: null, default: './d.js' } },
];

describe('exportTargets', () => {
  const keys = ['.', './rye', './wheat/dark', './cakes/rye', './cakes/wheat/dark', './rye.js', './gone'];
  const cases = EXPORTS.flatMap((exports) => keys.map((key) => [JSON.stringify(exports), key, exports] as const));

  it.each(cases)('%s, %s: prefers what Node takes', (_, key, exports) => {
    const answer = askNode(exports, key);
    const targets = exportTargets(exports, key, 'require', []);
    // Node also refuses where only conditions for others exist; those we keep, for the source behind them.
    if (answer !== null) expect(targets?.[0]).toBe(answer);
    else if (targets) expect(JSON.stringify(exports)).toMatch(/import|null|out/);
  });

  it('puts sources first, the other module system and declarations after what Node takes', () => {
    const exports = {
      types: './dist/index.d.ts',
      browser: './dist/browser.js',
      require: './dist/index.cjs',
      import: './dist/index.mjs',
      source: './src/index.ts',
      '@acme/dev': './src/dev.ts',
    };
    expect(exportTargets(exports, '.', 'import', ['@acme/dev'])).toEqual([
      './src/index.ts',
      './src/dev.ts',
      './dist/index.mjs',
      './dist/index.cjs',
      './dist/browser.js',
      './dist/index.d.ts',
    ]);
  });

  it('reads `imports` by the same rules', () => {
    const imports = { '#scale': { node: './scale.js', default: 'scales' }, '#parts/*': './src/parts/*.ts' };
    expect(exportTargets(imports, '#scale', 'import', [])).toEqual(['./scale.js', 'scales']);
    expect(exportTargets(imports, '#parts/a/b', 'import', [])).toEqual(['./src/parts/a/b.ts']);
    expect(exportTargets(imports, '#gone', 'import', [])).toBeNull();
  });

  it('takes a key as text: neither prototypes nor dollars nor depth are a way in', () => {
    expect(exportTargets({ './*': './$&/*.js' }, './$&', 'import', [])).toEqual(['./$&/$&.js']);
    expect(exportTargets({ './a': './a.js' }, './__proto__', 'import', [])).toBeNull();
    let deep: unknown = './deep.js';
    for (let i = 0; i < 50_000; i++) deep = { node: deep };
    expect(exportTargets(deep, '.', 'import', [])).toBeNull();
  });
});
