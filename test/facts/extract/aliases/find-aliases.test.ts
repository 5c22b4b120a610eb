// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are sources, not templates
import { describe, expect, it } from 'vitest';
import { bundlerOf } from '../../../../src/facts/scan/bundler-configs.ts';
import { extractFrom } from '../../../builders/extract-from.ts';

/** The aliases in words: `@ → src`, `=vue → vue/dist` (exact), `^@/ → src/` (start); a specifier has quotes. */
function aliasesOf(source: string, path = 'vite.config.ts'): string[] {
  const { aliases = [], diagnostics } = extractFrom(source, path);
  const sign = { name: '', exact: '=', start: '^' };
  return [
    ...aliases.map(
      ({ find, match, replacement, isPath }) => `${sign[match]}${find} → ${isPath ? replacement : `'${replacement}'`}`,
    ),
    ...diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`),
  ];
}

/** The replacement that an expression gives. */
const valueGiven = (expression: string, before = ''): string[] =>
  aliasesOf(`${before}\nexport default { resolve: { alias: { '@': ${expression} } } };`);

it('knows configurations by their names', () => {
  const names = [
    'vite.config.ts',
    'app/vitest.config.mts',
    'webpack.config.prod.js',
    'electron.vite.config.ts',
    'vite.renderer.config.ts',
  ];
  expect(names.map(bundlerOf)).toEqual(['vite', 'vitest', 'webpack', 'vite', 'vite']);
  expect(['vite.ts', 'src/invite.config.ts', 'rollup.config.js', 'vite.config.json'].map(bundlerOf)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

it('says nothing of any other file', () => {
  expect(extractFrom("export default { resolve: { alias: { a: '/b' } } }", 'src/app.ts')).not.toHaveProperty('aliases');
});

describe('a replacement', () => {
  it.each([
    ["'/src'", '@ → src'],
    ["'/'", '@ → '],
    ["'preact/compat'", "@ → 'preact/compat'"],
    ["path.resolve(__dirname, 'src')", '@ → src'],
    ["path.resolve(__dirname, './src/')", '@ → src'],
    ["path.join(__dirname, '..', 'shared')", '@ → ../shared'],
    ["resolve('src')", '@ → src'],
    ["join(process.cwd(), 'src')", '@ → src'],
    ['__dirname', '@ → '],
    ["__dirname + '/src'", '@ → src'],
    ['`${__dirname}/src`', '@ → src'],
    ["path.resolve(import.meta.dirname, 'src')", '@ → src'],
    ["fileURLToPath(new URL('./src', import.meta.url))", '@ → src'],
    ["new URL('../shared/', import.meta.url).pathname", '@ → ../shared/'],
    ["resolve(dirname(fileURLToPath(import.meta.url)), 'src')", '@ → src'],
    ["(path.resolve(__dirname, 'src') as string)", '@ → src'],
    ["normalizePath(path.resolve(__dirname, 'src'))", '@ → src'],
  ])('%s is %s', (expression, alias) => {
    expect(valueGiven(expression)).toEqual([alias]);
  });

  it.each([
    ['a name', "const root = path.resolve(__dirname, 'src');", 'root'],
    [
      'a name of a name',
      'const here = dirname(fileURLToPath(import.meta.url)); const root = here;',
      "join(root, 'src')",
    ],
    ['a property', "const folders = { src: path.join(__dirname, 'src') };", 'folders.src'],
    ['a function', 'const at = (folder: string) => path.resolve(__dirname, folder);', "at('src')"],
    ['an older function', 'function resolve(dir) { return path.join(__dirname, dir) }', "resolve('src')"],
    ['a renamed import', "import { resolve as r } from 'node:path';", "r(__dirname, 'src')"],
  ])('can be given by %s', (_, before, expression) => {
    expect(valueGiven(expression, before)).toEqual(['@ → src']);
  });

  it.each([
    ['a variable of the environment', 'process.env.SRC', ''],
    ['a name that is assigned again', 'root', "let root = '/src'; root = '/lib';"],
    ['a name that is not there', 'root', ''],
    ['another function', "locate('src')", ''],
    ['a function that does more', "at('src')", 'const at = (a) => { log(a); return resolve(a); };'],
    ["Node's own resolution", "require.resolve('vue')", ''],
    ['a path that depends on the importer', "'./src'", ''],
    ['a place on the machine', "path.resolve('/opt/src')", ''],
    ['a neighbour by mistake', "__dirname + 'src'", ''],
    ['a choice', "dev ? '/src' : '/lib'", ''],
    ['what calls itself', "at('src')", 'const at = (a) => at(at(a));'],
    ['what stands for itself', 'a', 'const a = b; const b = a;'],
  ])('cannot be told when it is %s', (_, expression, before) => {
    expect(valueGiven(expression, before)).toEqual(['alias-not-literal 2:43']);
  });
});

describe('a table', () => {
  it('can be a list, with names or regular expressions', () => {
    expect(
      aliasesOf(String.raw`export default defineConfig({ resolve: { alias: [
        { find: '@', replacement: '/src' },
        { find: /^@\//, replacement: '/src/' },
        { find: /^~/, replacement: '' },
        { find: /^vue$/, replacement: 'vue/dist/vue.js' },
        { find: /^#(?=\/)/, replacement: '/lib' },
        { find: /^@app\/(.*)$/, replacement: path.resolve('app') + '/$1' },
        { find: /\/@\//, replacement: '/src/' },
        { find: /^a|b/, replacement: '/src/' },
        { find: /^c/i, replacement: '/src/' },
        { find: /^d\/(.*)$/, replacement: '/src/$2' },
      ] } });`),
    ).toEqual([
      '@ → src',
      '^@/ → src/',
      "^~ → ''",
      "=vue → 'vue/dist/vue.js'",
      '# → lib',
      '^@app/ → app/',
      'alias-not-literal 8:9',
      'alias-not-literal 9:9',
      'alias-not-literal 10:9',
      'alias-not-literal 11:43',
    ]);
  });

  it('can be made of others, as far as they are written out', () => {
    expect(
      aliasesOf(`import { more } from './more';
        const icons = { '@icons': '/icons' };
        const alias = { ...icons, ...more, lib: '/lib', ['#' + 'types']: '/types', [name]: '/x' };
        export default mergeConfig(base, { resolve: { alias } });`),
    ).toEqual(['@icons → icons', 'lib → lib', '#types → types', 'alias-not-literal 3:38', 'alias-not-literal 3:84']);
  });

  it('is found wherever the configuration is made', () => {
    const alias = "resolve: { alias: { '@': '/src' } }";
    for (const source of [
      `export default defineConfig(({ mode }) => ({ ${alias} }))`,
      `export default async () => { const config = { ${alias} }; return config; }`,
      `module.exports = [{ ${alias} }]`,
      `const resolve = { alias: { '@': '/src' } }; export default { resolve }`,
      `export default { test: { alias: { '@': '/src' } } }`,
    ]) {
      expect(aliasesOf(source, 'vitest.config.ts'), source).toEqual(['@ → src']);
    }
    expect(aliasesOf("export default { plugins: [{ alias: { '@': '/src' } }] }")).toEqual([]);
  });

  it("counts paths with a slash in front from Vite's root, and not at all for webpack", () => {
    expect(aliasesOf("export default { root: 'client', resolve: { alias: { '@/': '/src/' } } }")).toEqual([
      '@ → client/src',
    ]);
    expect(aliasesOf("export default { root: pick(), resolve: { alias: { '@': '/src' } } }")).toEqual([
      'alias-not-literal 1:57',
    ]);
    expect(aliasesOf("module.exports = { resolve: { alias: { '@': '/src' } } }", 'webpack.config.js')).toEqual([
      'alias-not-literal 1:45',
    ]);
  });

  it("has webpack's exact names, lists and nothings", () => {
    const source = `module.exports = { resolve: { alias: {
      vue$: 'vue/dist/vue.esm.js', fs: false, '@': [path.resolve(__dirname, 'a'), path.resolve(__dirname, 'b')],
    } } }`;
    expect(aliasesOf(source, 'webpack.config.js')).toEqual(["=vue → 'vue/dist/vue.esm.js'", '@ → a', '@ → b']);
  });

  it("has SvelteKit's paths and its own library", () => {
    const kit = (settings: string) => aliasesOf(`export default { kit: { ${settings} } };`, 'svelte.config.js');
    expect(kit("alias: { $ui: './src/ui', '$content/*': '.velite/*', bad: pick() }")).toEqual([
      '$ui → src/ui',
      '^$content/ → .velite/',
      '$lib → src/lib',
      'alias-not-literal 1:83',
    ]);
    expect(kit("files: { lib: 'library' }")).toEqual(['$lib → library']);
    expect(aliasesOf('export default { preprocess: [] };', 'svelte.config.js')).toEqual([]);
  });

  it('cannot be told when somebody else makes it, and is never waited for', () => {
    expect(aliasesOf('export default { resolve: { alias: makeAliases() } }')).toEqual(['alias-not-literal 1:36']);
    const names = 'abcdefghijklmnopqrstuvw'.split('');
    const explosion = names
      .map((name, i) => `const ${name} = { ${`...${names[i + 1] ?? 'z'},`.repeat(20)} };`)
      .join('\n');
    const texts = names
      .map(
        (name, i) =>
          `const ${name}1 = ${names[i + 1] ?? "'"}${names[i + 1] ? '1' : "/'"} + ${names[i + 1] ? `${names[i + 1]}1` : "'/'"};`,
      )
      .join('\n');
    const start = performance.now();
    aliasesOf(`${explosion}\nexport default { resolve: { alias: a } }`);
    aliasesOf(`${texts}\nexport default { resolve: { alias: { x: a1 } } }`);
    aliasesOf(`const a = { alias: { '@': '/src' } }; export default [${'{ resolve: a },'.repeat(20_000)}]`);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
