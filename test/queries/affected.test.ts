import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_PROJECT } from '../../src/facts/project-records.ts';
import type { ImageRecords } from '../../src/facts/records.ts';
import { affected } from '../../src/queries/affected.ts';
import type { AffectedResult } from '../../src/queries/registry.ts';
import { builtContext } from '../builders/built-context.ts';
import { contextOf as contextOfRecords } from '../builders/context-of.ts';
import { recordsOf, shop } from '../builders/image-records.ts';
import { symbolShop } from '../builders/shop-symbols.ts';
import { withSymbols } from '../builders/symbol-records.ts';

const contextOf = (records: ImageRecords) => contextOfRecords({ project: NO_PROJECT, ...records });
const ask = (changes: string[], context = contextOf(shop)): AffectedResult =>
  affected.run(context, { changes, limit: 1000 }).result;
const hits = ({ modules }: AffectedResult): string[] =>
  modules.map(({ id, depth, by }) => `${depth} ${id.replace(/.*\//, '')}${by === 'symbols' ? ' (symbols)' : ''}`);
const roles = ({ changed }: AffectedResult): string[] => changed.map(({ as }) => as);

describe('files that changed', () => {
  it('a module affects whoever imports it, near and far', () => {
    const result = ask(['modified:packages/core/src/money.ts']);
    expect(hits(result)).toEqual([
      '0 money.ts',
      '1 index.ts',
      '2 order.ts',
      '3 customer.ts',
      '3 index.ts',
      '4 main.ts',
      '4 checkout.ts',
    ]);
    expect(result.modules.at(-2)).toEqual({
      id: 'apps/web/src/main.ts',
      depth: 4,
      by: 'module',
      via: [
        'packages/orders/src/index.ts',
        'packages/orders/src/order.ts',
        'packages/core/src/index.ts',
        'packages/core/src/money.ts',
      ],
    });
    expect(result.verdict).toBe('found');
    expect(result.packages.map(({ name, modules }) => `${name} ${modules}`)).toEqual([
      '@shop/core 2',
      '@shop/orders 3',
      'shop 2',
    ]);
  });

  it('an asset affects its importers and is none of the modules', () => {
    const result = ask(['modified:apps/web/src/logo.svg']);
    expect([roles(result), hits(result)]).toEqual([['asset'], ['1 main.ts']]);
  });

  it('a file that is gone affects those whose imports led there', () => {
    expect(hits(ask(['deleted:packages/orders/src/loyalty.ts']))[0]).toBe('0 customer.ts');
    expect(hits(ask(['deleted:packages/orders/src/loyalty/index.ts']))[0]).toBe('0 customer.ts');
    // Two of nine sources are not understood or have an import that leads nowhere: too many to say that nobody did.
    expect(ask(['deleted:packages/core/src/loyalty.ts'])).toMatchObject({ modules: [], verdict: 'unknown' });
    const clear = contextOf(recordsOf({ modules: ['src/main.ts'] }));
    expect(ask(['deleted:src/loyalty.ts'], clear)).toMatchObject({ modules: [], verdict: 'none' });
  });

  it('also when what they import is another file now', () => {
    const context = contextOf(recordsOf({ edges: [['src/main.ts', 'src/money/index.ts']] }));
    // The builder writes `./index.ts`, which is src/index.ts from src/main.ts.
    expect(hits(ask(['deleted:src/index.tsx'], context))).toEqual([]);
    const other = contextOf(recordsOf({ edges: [['src/main.ts', 'src/money.js']] }));
    expect(hits(ask(['deleted:src/money.ts'], other))).toEqual(['0 main.ts']);
  });

  it('also when a glob matched it', () => {
    const records = recordsOf({ edges: [['src/routes.ts', 'src/pages/cart.ts', ['glob']]] });
    const specifiers = records.graph.specifiers.map(() => './pages/*.ts');
    const context = contextOf({ ...records, graph: { ...records.graph, specifiers } });
    expect(hits(ask(['deleted:src/pages/gone.ts'], context))).toEqual(['0 routes.ts']);
    expect(hits(ask(['deleted:src/pages/deep/gone.ts'], context))).toEqual([]);
  });

  it('a configuration affects all modules below it, a snapshot its test, a submodule what is in it', () => {
    const config = ask(['modified:packages/orders/tsconfig.json']);
    expect([roles(config), hits(config).filter((hit) => hit.startsWith('0'))]).toEqual([
      ['config'],
      ['0 broken-discount.ts', '0 customer.ts', '0 index.ts', '0 order.ts'],
    ]);
    const context = contextOf(recordsOf({ modules: ['src/cart.test.ts', 'src/other.ts'] }));
    const snapshot = ask(['modified:src/__snapshots__/cart.test.ts.snap'], context);
    expect([roles(snapshot), snapshot.tests]).toEqual([['snapshot'], [{ id: 'src/cart.test.ts', depth: 0 }]]);
    expect(hits(ask(['modified:src/'], context))).toEqual(['0 cart.test.ts', '0 other.ts']);
  });

  it('what the configuration of a test runner imports affects the modules below that', () => {
    const edges = [['web/vitest.config.ts', 'tools/alias.ts']] as const;
    const context = contextOf(recordsOf({ edges, modules: ['web/src/cart.test.ts', 'shop/src/cart.test.ts'] }));
    const result = ask(['modified:tools/alias.ts'], context);
    expect(hits(result)).toEqual(['0 alias.ts', '1 vitest.config.ts', '2 cart.test.ts']);
    expect(result.modules[2]?.via).toEqual(['web/vitest.config.ts', 'tools/alias.ts']);
    const lint = contextOf(recordsOf({ edges: [['eslint.config.ts', 'tools/rule.ts']], modules: ['a.test.ts'] }));
    expect(ask(['modified:tools/rule.ts'], lint).tests).toEqual([]);
  });

  it('a lock file or manifest affects importers of the packages that it names', () => {
    const locked = ask(['modified:pnpm-lock.yaml#zod;left-pad']);
    expect(locked.changed).toEqual([{ path: 'pnpm-lock.yaml', status: 'modified', as: 'lockfile', packages: ['zod'] }]);
    expect(hits(locked)[0]).toBe('0 order.ts');
    expect(hits(ask(['modified:pnpm-lock.yaml']))[0]).toBe('0 order.ts');
    expect(ask(['modified:pnpm-lock.yaml#'])).toMatchObject({ modules: [], verdict: 'none' });
    expect(hits(ask(['modified:packages/core/package.json#zod']))).toEqual([]);
    expect(hits(ask(['modified:packages/orders/package.json#@shop/core']))[0]).toBe('0 order.ts');
    expect(hits(ask(['modified:packages/core/package.json'])).slice(0, 3)).toEqual([
      '0 index.ts',
      '0 money.ts',
      '0 unused-currency.ts',
    ]);
  });

  it('nothing and not known never look alike', () => {
    expect(ask(['modified:README.md'])).toMatchObject({ verdict: 'none', changed: [{ as: 'no-input' }] });
    expect(ask(['modified:legacy/cart.ts'])).toMatchObject({ verdict: 'unknown', changed: [{ as: 'not-read' }] });
    expect(ask([])).toMatchObject({ verdict: 'none', changed: [], modules: [] });
  });

  it('refuses what is no change', () => {
    for (const change of ['src/a.ts', 'moved:src/a.ts', 'modified:', 'modified:%E0%A4%A'])
      expect(() => ask([change])).toThrow(expect.objectContaining({ code: 'CONDUIT_BAD_PARAMS' }));
  });
});

describe('lines that changed', () => {
  const context = contextOf(symbolShop);
  const lines = (path: string, part: string): AffectedResult => ask([`modified:${path}#${part}`], context);

  it('affect the users of what is declared there, and nobody else', () => {
    const edges = [
      ['order.ts', 'index.ts'],
      ['order.test.ts', 'order.ts'],
      ['index.ts', 'money.ts', ['export-from']],
      ['print.ts', 'money.ts'],
    ] as const;
    const records = withSymbols(recordsOf({ edges }), {
      symbols: {
        'money.ts#round': 'function',
        'money.ts#Money': 'class',
        'money.ts#Money.add': 'method',
        'money.ts#format': 'function',
        'order.ts#Order': 'class',
        'order.ts#Order.total': 'method',
        'print.ts#print': 'function',
      },
      uses: [
        ['money.ts#Money.add', 'money.ts#round', 'call'],
        ['order.ts#Order.total', 'money.ts#Money', 'new'],
        ['order.test.ts', 'order.ts#Order', 'import', 'new'],
        ['print.ts#print', 'money.ts#format', 'call'],
      ],
      exported: [['index.ts', 'Money', 'money.ts#Money']],
    });
    const result = ask(['modified:money.ts#1'], contextOf(records));
    expect(result.changed).toEqual([
      { path: 'money.ts', status: 'modified', as: 'symbols', symbols: ['money.ts#round'] },
    ]);
    expect(hits(result)).toEqual(['0 money.ts (symbols)', '1 order.ts (symbols)', '2 order.test.ts']);
    // Through a barrel: what explains it is who declares it.
    expect(result.modules[2]?.via).toEqual(['order.ts', 'money.ts']);
    expect(result.tests).toEqual([{ id: 'order.test.ts', depth: 2 }]);
  });

  it('outside of declarations are of the module', () => {
    expect(roles(lines('packages/core/src/money.ts', '2;30'))).toEqual(['module']);
    expect(roles(lines('packages/core/src/money.ts', 'x'))).toEqual(['module']);
    expect(lines('packages/core/src/money.ts', '')).toMatchObject({ verdict: 'none' });
  });

  it('reach who has the module as a whole: by import(), as a namespace, or without symbols', () => {
    const edges = [
      ['lazy.ts', 'cart.ts', ['dynamic']],
      ['all.ts', 'index.ts'],
      ['index.ts', 'cart.ts', ['export-from']],
      ['Page.vue', 'index.ts'],
      ['named.ts', 'cart.ts'],
      ['beside.ts', 'cart.ts'],
    ] as const;
    const records = withSymbols(recordsOf({ edges, modules: ['Page.vue'] }), {
      symbols: {
        'cart.ts#total': 'function',
        'cart.ts#empty': 'function',
        'all.ts#show': 'function',
        'named.ts#sum': 'function',
        'named.ts#clear': 'function',
        'beside.ts#reset': 'function',
      },
      uses: [
        ['all.ts#show', 'index.ts', 'read'],
        ['named.ts', 'cart.ts#total', 'import'],
        ['named.ts#sum', 'cart.ts#total', 'call'],
        ['named.ts#clear', 'cart.ts#empty', 'call'],
        ['beside.ts#reset', 'cart.ts#empty', 'call'],
        ['index.ts', 'cart.ts#total', 'export'],
      ],
      exported: [
        ['cart.ts', 'total', 'cart.ts#total'],
        ['cart.ts', 'empty', 'cart.ts#empty'],
        ['index.ts', 'total', 'cart.ts#total'],
        ['index.ts', 'empty', 'cart.ts#empty'],
      ],
    });
    expect(hits(ask(['modified:cart.ts#1'], contextOf(records))).sort()).toEqual([
      '0 cart.ts (symbols)',
      '1 Page.vue',
      '1 all.ts (symbols)',
      '1 lazy.ts',
      '1 named.ts (symbols)',
    ]);
  });

  it('of a value that nobody uses are of the module: making it does something', () => {
    const records = withSymbols(recordsOf({ edges: [['main.ts', 'register.ts']] }), {
      symbols: { 'register.ts#_done': 'constant' },
    });
    expect(hits(ask(['modified:register.ts#1'], contextOf(records)))).toEqual(['0 register.ts', '1 main.ts']);
  });
});

it('by modules it finds all that a naive search does, by symbols never more, whatever files are called', () => {
  const node = fc.integer({ min: 0, max: 6 });
  const pairs = fc.uniqueArray(fc.tuple(node, node), { selector: ([a, b]) => a * 8 + b, maxLength: 16 });
  const uses = fc.uniqueArray(fc.tuple(node, node), { selector: ([a, b]) => a * 8 + b, maxLength: 16 });
  const names = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g'], { minLength: 7 });
  fc.assert(
    fc.property(pairs, uses, node, names, (imports, used, start, called) => {
      const file = (at: number): string => `${called[at]}.ts`;
      // Nobody uses what he does not import.
      const all = [...imports, ...used.filter(([a, b]) => !imports.some(([c, d]) => a === c && b === d))];
      const records = withSymbols(
        recordsOf({
          modules: called.map((name) => `${name}.ts`),
          edges: all.map(([a, b]) => [file(a), file(b)] as const),
        }),
        {
          symbols: Object.fromEntries(called.map((name) => [`${name}.ts#run`, 'function' as const])),
          uses: used.map(([a, b]) => [`${file(a)}#run`, `${file(b)}#run`, 'call'] as const),
        },
      );
      const context = contextOf(records);
      const named = (result: AffectedResult): string[] => result.modules.map(({ id }) => id).sort();
      const reach = (edges: readonly (readonly [number, number])[]): string[] => {
        const found = new Set([start]);
        for (const at of found) for (const [a, b] of edges) if (b === at) found.add(a);
        return [...found].map(file).sort();
      };
      const whole = named(ask([`modified:${file(start)}`], context));
      expect(whole).toEqual(reach(all));
      const narrow = named(ask([`modified:${file(start)}#1`], context));
      for (const id of narrow) expect(whole).toContain(id);
      for (const id of reach(used)) expect(narrow).toContain(id);
    }),
    { numRuns: 60 },
  );
});

describe('what a test runner names', () => {
  const project = {
    'package.json': { name: 'bakery', jest: { globalSetup: './start.js' } },
    'vitest.config.ts':
      "export default { test: { setupFiles: ['./setup.ts'], include: ['checks/*.ts'] }, build: { lib: { entry: './page.ts' } } };",
    'setup.ts': "import './src/oven';",
    'start.js': '',
    'page.ts': '',
    'src/oven.ts': 'globalThis.oven = 1;',
    'checks/bread.ts': '',
    'checks/rye.ts': '',
  };
  const tests = async (path: string): Promise<string[]> => {
    const { context } = await builtContext(project);
    return ask([`modified:${path}`], context).tests.map(({ id }) => id);
  };

  it('runs with every test of its package, and so does what it imports', async () => {
    for (const path of ['setup.ts', 'src/oven.ts', 'start.js']) {
      expect(await tests(path), path).toEqual(['checks/bread.ts', 'checks/rye.ts']);
    }
  });

  it('may be named by a script of another package, and so may its configuration', async () => {
    const { context } = await builtContext({
      'package.json': '{ "name": "bakery" }',
      'tools/jest.shared.config.js': `require('./oven');`,
      'tools/oven.js': '',
      'packages/bread/package.json': {
        name: 'bread',
        scripts: { test: 'jest --config ../../tools/jest.shared.config.js', lint: 'node ../../tools/lint.js' },
      },
      'packages/bread/rye.test.js': '',
      'packages/cake/package.json': '{ "name": "cake" }',
      'packages/cake/plum.test.js': '',
      'tools/lint.js': '',
    });
    for (const path of ['tools/jest.shared.config.js', 'tools/oven.js']) {
      const { tests } = ask([`modified:${path}`], context);
      expect(
        tests.map(({ id }) => id),
        path,
      ).toEqual(['packages/bread/rye.test.js']);
    }
    expect(ask(['modified:tools/lint.js'], context).tests).toEqual([]);
  });

  it('and a test, or what is bundled, is run with none but itself', async () => {
    expect(await tests('checks/rye.ts')).toEqual(['checks/rye.ts']);
    expect(await tests('page.ts')).toEqual([]);
  });
});

describe('what the configuration of Vitest leaves out', () => {
  const project = {
    'package.json': '{ "name": "bakery" }',
    'vitest.config.ts': `export default { test: { exclude: ['**/*.case.test.*'] } };`,
    'oven.ts': 'export const heat = 1;',
    'common.case.test.ts': `import { heat } from './oven'; export const run = () => heat;`,
    'bread.test.ts': `import { run } from './common.case.test'; run();`,
  };
  const tests = async (files: Record<string, string>) =>
    ask(['modified:oven.ts'], (await builtContext(files)).context).tests.map(({ id }) => id);

  it('is no test, and still leads to tests', async () => expect(await tests(project)).toEqual(['bread.test.ts']));

  it('may be one of another runner that is configured there', async () => {
    const both = { ...project, 'playwright.config.ts': `export default { testDir: '.' };` };
    expect(await tests(both)).toEqual(['common.case.test.ts', 'bread.test.ts']);
  });
});

describe('a program that a test starts', () => {
  it('is named by its path from the folder of the test', async () => {
    const { context } = await builtContext({
      'src/cli.ts': `import './run';`,
      'src/run.ts': 'console.log(1);',
      'src/index.ts': '',
      'test/cli.test.ts': `spawn('node', [path.resolve(__dirname, '../src/cli.js')]); path.join(__dirname, '../out/log.txt'); path.join(__dirname, '../src');`,
      'test/other.test.ts': '',
    });
    expect(ask(['modified:src/run.ts'], context).tests).toEqual([{ id: 'test/cli.test.ts', depth: 2 }]);
    expect(ask(['modified:src/index.ts'], context).tests).toEqual([]);
    expect(context.image.diagnostics.coverage.unresolved).toEqual({});
  });
});

it('the configuration of Storybook affects the stories beside it, and tests that render them', async () => {
  const { context } = await builtContext({
    'ui/.storybook/preview.ts': `import '../theme';`,
    'ui/theme.ts': '',
    'ui/src/button.stories.ts': 'export const plain = {};',
    'ui/src/button.test.ts': `import { plain } from './button.stories'; plain;`,
    'ui/src/theme.test.ts': '',
    'web/src/page.stories.ts': '',
  });
  expect(hits(ask(['modified:ui/theme.ts'], context))).toEqual([
    '0 theme.ts',
    '1 preview.ts',
    '2 button.stories.ts',
    '3 button.test.ts',
  ]);
});

it('a path in a configuration, or in what only it imports, affects nothing; what it imports does', async () => {
  const { context } = await builtContext({
    'vite.config.ts': `import { entry } from './plugin'; import './tested'; const alias = new URL('./src/shop.ts', import.meta.url);`,
    'plugin.ts': `import './paths'; export const entry = path.resolve(__dirname, 'src/main.ts');`,
    'paths.ts': '',
    'tested.ts': `path.resolve(__dirname, 'page.txt');`,
    'tested.test.ts': `import './tested';`,
    'page.txt': '',
    'src/main.ts': '',
    'src/shop.ts': '',
    'src/price.test.ts': '',
    'src/main.test.ts': `fork(path.join(__dirname, 'main.ts'));`,
  });
  const tests = (path: string) => ask([`modified:${path}`], context).tests.map(({ id }) => id);
  expect(tests('src/main.ts')).toEqual(['src/main.test.ts']);
  expect(tests('src/shop.ts')).toEqual([]);
  expect(tests('paths.ts')).toEqual(['src/main.test.ts', 'src/price.test.ts', 'tested.test.ts']);
  expect(tests('page.txt')).toContain('tested.test.ts');
});
