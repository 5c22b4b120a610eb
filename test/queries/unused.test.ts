import { describe, expect, it } from 'vitest';
import { unused } from '../../src/queries/unused.ts';
import { builtContext } from '../builders/built-context.ts';
import type { ProjectFiles } from '../builders/project.ts';

type Params = Parameters<typeof unused.run>[1];

async function ask(files: ProjectFiles, params: Partial<Params> = {}) {
  const { context } = await builtContext(files);
  const all: Params = {
    include: [],
    production: false,
    confidence: 'low',
    entry: [],
    in: [],
    ignore: [],
    limit: 1000,
    ...params,
  };
  return unused.run(context, all);
}

const MANIFEST = { name: 'shop', private: true, main: 'src/main.ts' };

async function files(project: ProjectFiles, params: Partial<Params> = {}) {
  const { result } = await ask(project, { include: ['files'], ...params });
  return result.files.map(({ id, confidence }) => `${id} ${confidence}`);
}

async function exports(project: ProjectFiles, params: Partial<Params> = {}) {
  const { result } = await ask({ 'package.json': MANIFEST, ...project }, { include: ['exports'], ...params });
  return result.exports.map(
    ({ location, name, confidence, reason }) => `${location.path}#${name} ${confidence}: ${reason}`,
  );
}

async function dependencies(project: ProjectFiles, params: Partial<Params> = {}) {
  const { result } = await ask(project, { include: ['dependencies'], ...params });
  return result.dependencies.map((one) => `${one.package} in ${one.in} ${one.kind} ${one.confidence}`);
}

describe('unused files', () => {
  it('are those that no entry leads to, whatever the kind of import', async () => {
    const project = {
      'package.json': { ...MANIFEST, scripts: { build: 'node scripts/build.mjs', lint: "eslint 'src/**/*.ts'" } },
      'src/main.ts': "import './cart'; import type { P } from './price'; void import('./late'); export type { P };",
      'src/cart.ts': '',
      'src/price.ts': 'export interface P {}',
      'src/late.ts': '',
      'src/dead.ts': "import './deader';",
      'src/deader.ts': '',
      'src/globals.d.ts': "declare module 'x' { export type T = import('./ambient').A }",
      'src/ambient.ts': 'export interface A {}',
      'src/cart.test.ts': "import './support';",
      'src/support.ts': '',
      'scripts/build.mjs': '',
      'vite.config.ts':
        "export default { build: { rollupOptions: { input: 'src/page.ts' } }, exclude: ['src/dead.ts'] };",
      'src/page.ts': '',
    };
    expect(await files(project)).toEqual(['src/dead.ts high', 'src/deader.ts high']);
    expect(await files(project, { production: true })).toEqual([
      'src/ambient.ts high',
      'src/dead.ts high',
      'src/deader.ts high',
      'src/support.ts high',
    ]);
    expect(await files(project, { entry: ['src/dead.ts'] })).toEqual([]);
    expect(await files(project, { in: ['src/deader.ts'] })).toEqual(['src/deader.ts high']);
    expect(await files(project, { ignore: ['src'] })).toEqual([]);
  });

  it('are less sure where nobody knows what starts a package, or what it loads', async () => {
    const project = {
      'package.json': { name: 'root', private: true },
      'a/package.json': { name: 'a', private: true },
      'a/lib/x.ts': '',
      'b/package.json': { name: 'b', private: true, main: 'b.js' },
      'b/b.js': 'import(process.argv[2]);',
      'b/plugin.js': '',
    };
    expect(await files(project)).toEqual(['a/lib/x.ts low', 'b/plugin.js medium']);
    expect(await files(project, { confidence: 'medium' })).toEqual(['b/plugin.js medium']);
    expect(await files(project, { confidence: 'high' })).toEqual([]);
  });

  it('are low where a way into the package leads to no source that is known, and so are exports that they alone use', async () => {
    const project = (bin: string) => ({
      'package.json': { name: 'tool', private: true, main: 'src/main.ts', bin },
      'src/main.ts': "import './wind';\n",
      'src/wind.ts': 'export const gust = 1;\n',
      'src/command.ts': "import { gust } from './wind';\ngust;\n",
    });
    expect(await files(project('out/bundle.cjs'))).toEqual(['src/command.ts low']);
    expect(await files(project('src/main.ts'))).toEqual(['src/command.ts high']);
    const found = (bin: string) => exports(project(bin));
    expect(await found('out/bundle.cjs')).toEqual([
      'src/wind.ts#gust low: only modules that no entry leads to use it; but `bin` out/bundle.cjs of its package leads to no source that is known',
    ]);
    expect(await found('src/main.ts')).toEqual(['src/wind.ts#gust high: only modules that no entry leads to use it']);
  });

  it('are low where documents may import them', async () => {
    const project = (dependencies: object) => ({
      'package.json': { name: 'docs', private: true, main: 'main.ts', dependencies },
      'main.ts': '',
      'components/Chart.tsx': '',
    });
    expect(await files(project({ vitepress: '1' }))).toEqual(['components/Chart.tsx low']);
    expect(await files(project({}))).toEqual(['components/Chart.tsx high']);
  });

  it('are medium where a package is published without exports, because others may import them by their path', async () => {
    const rest = { main: './src/main.ts' };
    const sources = { 'src/main.ts': '', 'src/deep.ts': '' };
    const said = async (manifest: object) =>
      files({ 'package.json': { name: 'shop', ...rest, ...manifest }, ...sources });
    expect(await said({})).toEqual(['src/deep.ts medium']);
    expect(await said({ private: true })).toEqual(['src/deep.ts high']);
    expect(await said({ exports: { '.': './src/main.ts' } })).toEqual(['src/deep.ts high']);
    // Without a name nobody can install it.
    expect(await said({ name: undefined })).toEqual(['src/deep.ts high']);
  });

  it('are low in folders whose modules are read as files', async () => {
    const names = [
      'testdata',
      'transform-fixtures',
      '__testdata__',
      'templates',
      'test-files',
      'gen',
      'examples',
      'data',
      'prefixtures',
      'tests',
    ];
    const sources = Object.fromEntries(names.map((name) => [`src/${name}/a.ts`, '']));
    sources['src/data/api.gen.ts'] = '';
    expect(await files({ 'package.json': MANIFEST, 'src/main.ts': '', ...sources })).toEqual([
      'src/__testdata__/a.ts low',
      'src/data/a.ts high',
      'src/data/api.gen.ts low',
      'src/examples/a.ts low',
      'src/gen/a.ts low',
      'src/prefixtures/a.ts high',
      'src/templates/a.ts low',
      'src/test-files/a.ts low',
      'src/testdata/a.ts low',
      'src/tests/a.ts medium',
      'src/transform-fixtures/a.ts low',
    ]);
  });

  it('are none by the convention of a framework that the package declares', async () => {
    const pages = { 'src/app/(shop)/cart/page.tsx': '', 'src/app/(shop)/cart/total.tsx': '' };
    expect(await files({ 'package.json': { dependencies: { next: '15' } }, ...pages })).toEqual([
      'src/app/(shop)/cart/total.tsx high',
    ]);
    expect(await files({ 'package.json': {}, ...pages })).toHaveLength(2);
  });
});

describe('what is shipped', () => {
  it('are migrations, but not their tests', async () => {
    const project = {
      'package.json': MANIFEST,
      'src/main.ts': '',
      'src/migrations/1-add-price.ts': '',
      'src/migrations/1-add-price.spec.ts': "import '../stand-in';",
      'src/stand-in.ts': '',
    };
    expect(await files(project)).toEqual([]);
    expect(await files(project, { production: true })).toEqual(['src/stand-in.ts high']);
  });

  it('is nothing of Storybook, whose folder is read all the same', async () => {
    const project = {
      'package.json': MANIFEST,
      'src/main.ts': '',
      '.storybook/preview.tsx': "import '../src/theme';",
      'src/theme.ts': '',
    };
    expect(await files(project)).toEqual([]);
    expect(await files(project, { production: true })).toEqual(['src/theme.ts high']);
  });
});

describe('unused exports', () => {
  it('are names that no other module that counts uses; an entry exports for others', async () => {
    expect(
      await exports({
        'src/main.ts': "import { used } from './cart'; export { given } from './cart'; export * from './all'; used();",
        'src/cart.ts':
          'export const used = () => 1; export const given = 1; export const inside = 1; export const dead = inside;\nexport interface Shape {}\nexport default used;',
        'src/all.ts': 'export const one = 1;',
        'src/gone.ts': "import { dead } from './cart'; dead;",
      }),
    ).toEqual([
      'src/cart.ts#Shape high: nothing uses it',
      'src/cart.ts#dead high: only modules that no entry leads to use it',
      'src/cart.ts#inside high: only its own module uses it',
    ]);
  });

  it('passed on by a barrel are used when somebody takes them from there, and not before', async () => {
    expect(
      await exports({
        'src/main.ts': "import { a } from './barrel'; a;",
        'src/barrel.ts': "export { a, b } from './parts'; export * from './parts';",
        'src/parts.ts': 'export const a = 1, b = 2;',
      }),
    ).toEqual(['src/parts.ts#b high: nothing uses it']);
  });

  it('of a namespace are used one by one, unless it is handed on', async () => {
    const parts = { 'src/parts.ts': 'export const a = 1; export const b = 2;' };
    expect(await exports({ 'src/main.ts': "import * as p from './parts'; p.a;", ...parts })).toEqual([
      'src/parts.ts#b high: nothing uses it',
    ]);
    expect(await exports({ 'src/main.ts': "import * as p from './parts'; p.a;\nObject.keys(p);", ...parts })).toEqual([
      'src/parts.ts#b low: nothing uses it; but src/main.ts:2 uses a module that gives it as a whole',
    ]);
  });

  it('are less sure where a module is loaded late or a name is used on something unknown', async () => {
    expect(
      await exports({
        'src/main.ts':
          "void import('./late').then((late) => late.a);\nimport './plain';\nexport const f = (x: any) => x.vague;",
        'src/late.ts': 'export const a = 1; export const b = 2;',
        'src/plain.ts': 'export const vague = 1;',
      }),
    ).toEqual(
      expect.arrayContaining([
        'src/late.ts#b medium: nothing uses it; but its module is loaded while the program runs',
        'src/plain.ts#vague medium: nothing uses it; but its name is used once on something of unknown type',
      ]),
    );
  });

  it('of a module that is handed on as it is loaded may be used, also those that it passes on; but no types', async () => {
    expect(
      await exports({
        'src/main.ts': "lazy(() => import('./page')); import './parts'; export * as given from './given';",
        'src/page.ts': "export { Page as Component } from './parts';",
        'src/parts.ts': 'export const Page = 1; export const other = 1; export interface Props {}',
        'src/given.ts': "export const a = 1; export * as deeper from './deeper';",
        'src/deeper.ts': 'export const b = 1;',
      }),
    ).toEqual([
      'src/parts.ts#Page low: nothing uses it; but src/main.ts:1 uses a module that gives it as a whole',
      'src/parts.ts#Props high: nothing uses it',
      'src/parts.ts#other high: nothing uses it',
    ]);
  });

  it('are kept by tags: public always, internal where only what is shipped counts', async () => {
    const project = {
      'src/main.ts': "import './cart';",
      'src/cart.ts':
        '/** @public */\nexport const a = 1;\n/** For tests. @internal */\nexport const b = 1;\n/** introspect:public */\nexport const c = 1;\n/** A @publication. */\nexport const d = 1;',
    };
    expect(await exports(project)).toEqual([
      'src/cart.ts#b high: nothing uses it',
      'src/cart.ts#d high: nothing uses it',
    ]);
    expect(await exports(project, { production: true })).toEqual(['src/cart.ts#d high: nothing uses it']);
  });

  it('of a package that is published without exports are medium, but not what tests alone lead to; those of fixtures low', async () => {
    expect(
      await exports({
        'package.json': { name: 'shop', main: 'src/main.ts' },
        'src/main.ts': "import './cart'; import './testdata/a';",
        'src/cart.ts': 'export const dead = 1;',
        'src/testdata/a.ts': 'export const sample = 1;',
        'src/cart.test.ts': "import './support';",
        'src/support.ts': 'export const helper = 1;',
      }),
    ).toEqual([
      'src/cart.ts#dead medium: nothing uses it; but its package is published without `exports`: others may import it by its path',
      'src/support.ts#helper high: nothing uses it',
      'src/testdata/a.ts#sample low: nothing uses it; but its path says that it is a fixture: tests may read it as a file',
    ]);
  });

  it('that only tests use are used, unless only what is shipped counts', async () => {
    const project = {
      'src/main.ts': "import './cart';",
      'src/cart.ts': 'export const helper = 1;',
      'src/cart.test.ts': "import { helper } from './cart'; helper;",
    };
    expect(await exports(project)).toEqual([]);
    expect(await exports(project, { production: true })).toEqual([
      'src/cart.ts#helper high: only modules that no entry leads to use it',
    ]);
  });
});

describe('members and duplicates', () => {
  it('are found in enums and classes that are used, and in exports', async () => {
    const { result } = await ask(
      {
        'package.json': MANIFEST,
        'src/main.ts':
          "import { Colour, Size, Cart } from './shop'; Colour.Red; Object.values(Size); new Cart().total();",
        'src/shop.ts': [
          'export enum Colour { Red, Green }',
          'export enum Size { Small }',
          'interface Priced { price(): number }',
          'export class Cart implements Priced {',
          '  private hidden = 1;',
          '  total() { return this.kept(); }',
          '  kept() {}',
          '  price() { return 1; }',
          '  idle() {}',
          '}',
          'export default Cart;',
        ].join('\n'),
      },
      { include: ['members', 'duplicates'] },
    );
    expect(result.members.map(({ id, confidence }) => `${id} ${confidence}`)).toEqual([
      'src/shop.ts#Colour.Green high',
      'src/shop.ts#Size.Small low',
      'src/shop.ts#Cart.idle low',
    ]);
    expect(result.duplicates).toMatchObject([{ id: 'src/shop.ts#Cart', names: ['Cart', 'default'] }]);
  });
});

describe('members of what is used as a type or handed on', () => {
  it('are less sure: values may come from elsewhere, and nobody knows what is taken of them', async () => {
    const { result } = await ask(
      {
        'package.json': MANIFEST,
        'src/main.ts':
          "import { Colour, Till } from './shop'; import { Cart } from './fixtures/cart'; const c = JSON.parse('1') as Colour; Colour.Red; c; hand(Till as unknown); new Cart();",
        'src/shop.ts': 'export enum Colour { Red, Green }\nexport class Till { static open = 1; shut() {} }',
        'src/fixtures/cart.ts': 'export class Cart { total() {} }\nnew Cart();',
      },
      { include: ['members'] },
    );
    expect(result.members.map(({ id, confidence, reason }) => `${id} ${confidence}: ${reason}`)).toEqual([
      'src/shop.ts#Colour.Green medium: nothing uses it; but its enum is used as a type, and values of it may come from elsewhere',
      'src/shop.ts#Till.open low: nothing uses it; but src/main.ts:1 uses the class as a whole',
      'src/shop.ts#Till.shut medium: nothing uses it by a type that is known',
    ]);
  });
});

describe('dependencies', () => {
  it('are needed where another package of the project wants them as peers, or Nx runs them in every package', async () => {
    const project = {
      'package.json': { name: 'root', private: true, workspaces: ['packages/*'] },
      'nx.json': { targetDefaults: { lint: { command: 'lintery --all' } } },
      'packages/till/package.json': { name: 'till', private: true, main: 'a.js', peerDependencies: { coins: '1' } },
      'packages/till/a.js': '',
      'packages/shop/package.json': {
        name: 'shop',
        private: true,
        main: 'a.js',
        dependencies: { till: '1', coins: '1', idle: '1', lintery: '1' },
      },
      'packages/shop/a.js': "import 'till';",
    };
    expect(await dependencies(project)).toEqual(['idle in packages/shop/package.json unused high']);
  });

  it('are unused, unlisted or in the wrong place, by the manifest that decides', async () => {
    const project = {
      'package.json': {
        name: 'root',
        private: true,
        workspaces: ['packages/*'],
        devDependencies: { vitest: '3', shared: '1', 'left-over': '1' },
        scripts: { test: 'vitest' },
      },
      'packages/cart/package.json': {
        name: '@shop/cart',
        main: 'src/main.ts',
        dependencies: { zod: '4', lodash: '4', tested: '1', typed: '1', '@types/zod': '1' },
        devDependencies: { late: '1', '@types/untyped': '1' },
        peerDependencies: { react: '19' },
      },
      'packages/cart/src/main.ts':
        "import 'zod'; import 'late'; import type { T } from 'typed'; import type { U } from 'untyped'; import 'missing'; import 'shared'; import { x } from '@shop/price'; import 'node:fs'; x; export type { T, U };",
      'packages/cart/src/main.test.ts': "import 'tested';",
      'packages/price/package.json': { name: '@shop/price', main: 'index.ts' },
      'packages/price/index.ts': 'export const x = 1;',
    };
    expect(await dependencies(project)).toEqual([
      'left-over in package.json unused medium',
      'shared in package.json to-production low',
      '@shop/price in packages/cart/package.json unlisted medium',
      'late in packages/cart/package.json to-production high',
      'lodash in packages/cart/package.json unused high',
      'missing in packages/cart/package.json unlisted medium',
      'tested in packages/cart/package.json to-development medium',
      'typed in packages/cart/package.json types-only medium',
    ]);
    expect(await dependencies(project, { production: true, confidence: 'high' })).toEqual([
      'lodash in packages/cart/package.json unused high',
      'tested in packages/cart/package.json unused high',
    ]);
  });

  it('point at their line, and say what nothing that is reached imports', async () => {
    const { result } = await ask(
      {
        'package.json': { name: 'shop', main: 'a.js', dependencies: { dead: '1' } },
        'a.js': '',
        'b.js': "import 'dead';",
      },
      { include: ['dependencies'] },
    );
    expect(result.dependencies).toMatchObject([
      {
        package: 'dead',
        kind: 'unused',
        location: { path: 'package.json', line: 5 },
        reason: 'only modules that no entry leads to import it, first b.js:1',
      },
    ]);
  });

  it('that fixtures alone import are unlisted with little confidence', async () => {
    const project = {
      'package.json': { name: 'shop', private: true, main: 'a.js' },
      'a.js': "import 'both';",
      'fixtures/one.js': "import 'made-up'; import 'both';",
    };
    expect(await dependencies(project)).toEqual([
      'both in package.json unlisted medium',
      'made-up in package.json unlisted low',
    ]);
  });

  it('of pnpm are not shared by a root that lists no workspaces itself', async () => {
    expect(
      await dependencies({
        'package.json': { name: 'root', dependencies: { zod: '4' } },
        'pnpm-workspace.yaml': 'packages: ["packages/*"]',
        'index.js': "import 'zod';",
        'packages/a/package.json': { name: 'a', main: 'a.js' },
        'packages/a/a.js': "import 'zod';",
      }),
    ).toEqual(['zod in packages/a/package.json unlisted high']);
  });
});

describe('configurations that are data', () => {
  it('of Nx may stand in manifests, with command lines; a path may be put together with the folder', async () => {
    const project = {
      'package.json': { name: 'shop', private: true, workspaces: ['packages/*'] },
      'vitest.config.ts': "export default { test: { setupFiles: [__dirname + '/packages/till/before.ts'] } };",
      'packages/till/package.json': {
        name: 'till',
        private: true,
        exports: './index.ts',
        nx: {
          targets: { build: { command: 'tsx build.mts' }, seed: { options: { command: 'tsx packages/till/seed.ts' } } },
        },
      },
      'packages/till/index.ts': '',
      'packages/till/build.mts': '',
      'packages/till/seed.ts': '',
      'packages/till/before.ts': '',
      'packages/till/dead.ts': '',
    };
    expect(await files(project)).toEqual(['packages/till/dead.ts high']);
  });

  it('start files, and name packages in the words of their tools', async () => {
    const project = {
      'package.json': {
        name: 'shop',
        private: true,
        workspaces: ['apps/*'],
        devDependencies: {
          ...{
            'eslint-plugin-till': '1',
            '@shop/eslint-config': '1',
            '@types/bakery': '1',
            'jest-environment-oven': '1',
          },
          ...{
            changesets: '1',
            '@nx/esbuild': '1',
            'lint-staged-helper': '1',
            unnamed: '1',
            'eslint-plugin-idle': '1',
          },
        },
        eslintConfig: { plugins: ['till'] },
      },
      '.eslintrc.json': {
        extends: ['@shop'],
        rules: { restricted: ['error', 'unnamed'] },
        overrides: [{ files: ['src/dead.ts'] }],
      },
      'tsconfig.json': { compilerOptions: { types: ['bakery'] } },
      'jest.config.json': { testEnvironment: 'oven', setupFiles: ['<rootDir>/src/before.ts'] },
      '.lintstagedrc': '"*.ts": lint-staged-helper --fix',
      '.github/workflows/ship.yml':
        'jobs:\n  a:\n    steps:\n      - run: |\n          node scripts/ship.mjs\n          npx changesets\n',
      'scripts/ship.mjs': '',
      'src/before.ts': '',
      'src/dead.ts': '',
      'apps/shop/project.json': {
        targets: { build: { executor: '@nx/esbuild:esbuild', options: { main: 'apps/shop/source/begin.ts' } } },
      },
      'apps/shop/package.json': { name: 'shop-app', private: true },
      'apps/shop/source/begin.ts': "import './price';",
      'apps/shop/source/price.ts': '',
    };
    expect(await files(project)).toEqual(['src/dead.ts high']);
    expect(await files(project, { production: true })).toEqual(['src/dead.ts high']);
    expect(await dependencies(project)).toEqual([
      'eslint-plugin-idle in package.json unused low',
      'unnamed in package.json unused medium',
    ]);
  });
});

describe('the answer', () => {
  it('comes in pages over all lists, and says what it knows', async () => {
    const project = {
      'package.json': { ...MANIFEST, dependencies: { zod: '4' } },
      'src/main.ts': "import './cart';",
      'src/cart.ts': 'export const a = 1; export const b = 1;',
      'src/dead.ts': '',
    };
    const whole = await ask(project);
    expect(whole.result).toMatchObject({ verdict: 'found', entries: { production: 1, development: 0 } });
    const none = { high: 0, medium: 0, low: 0 };
    const counts = { files: { ...none, high: 1 }, exports: { ...none, high: 2 }, members: none, duplicates: none };
    expect(whole.result).toMatchObject({ known: 1, counts: { ...counts, dependencies: { ...none, high: 1 } } });
    expect(whole.page).toEqual({ total: 4, returned: 4, cursor: null });
    const first = await ask(project, { limit: 2 });
    expect(first).toMatchObject({
      truncated: 'size',
      result: { files: [{}], exports: [{ name: 'a' }], dependencies: [] },
    });
    const second = await ask(project, { limit: 2, cursor: first.page?.cursor ?? '' });
    expect(second.result.counts).toEqual(whole.result.counts);
    expect(second.result).toMatchObject({ files: [], exports: [{ name: 'b' }], dependencies: [{ package: 'zod' }] });
  });

  it('is none only if the project could be read', async () => {
    expect((await ask({ 'package.json': MANIFEST, 'src/main.ts': '' })).result.verdict).toBe('none');
    expect((await ask({ 'package.json': MANIFEST, 'src/main.ts': '(' })).result.verdict).toBe('unknown');
  });

  it('says the same whatever files are called and in which order they come', async () => {
    const named = (z: string) => ({
      'package.json': MANIFEST,
      'src/main.ts': `import { a } from './${z}'; a;`,
      [`src/${z}.ts`]: 'export const a = 1; export const b = 1;',
      [`src/${z}-dead.ts`]: '',
    });
    const said = async (z: string) => JSON.stringify((await ask(named(z))).result).replaceAll(z, 'name');
    expect(await said('aaaa')).toBe(await said('zzzz'));
  });
});
