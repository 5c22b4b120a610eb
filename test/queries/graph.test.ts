import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDGE_KINDS, type EdgeKind, edgeMask } from '../../src/base/edge-kinds.ts';
import { compareCodeUnits } from '../../src/base/text.ts';
import { graph } from '../../src/queries/graph.ts';
import type { GraphResult } from '../../src/queries/registry.ts';
import { contextOf } from '../builders/context-of.ts';
import { type Project, recordsOf, shop } from '../builders/image-records.ts';

type Params = Partial<Parameters<typeof graph.run>[1]>;

const ask = (params: Params = {}, project?: Project) =>
  graph.run(contextOf(project ? recordsOf(project) : shop), {
    level: 'module',
    kinds: [],
    depth: 1,
    collapse: [],
    include: [],
    exclude: [],
    'do-not-follow': [],
    ...params,
  });
const modules = ({ modules }: GraphResult): string[] => modules.map(({ id }) => id);
const pairs = ({ edges, external }: GraphResult): string[] =>
  [...edges, ...external].map(({ from, to, kinds, count }) => `${from} → ${to} [${kinds}] ${count}`);

describe('the whole graph', () => {
  const { result, truncated } = ask();

  it('has every file by its id, with kind, package and lines', () => {
    expect(truncated).toBeUndefined();
    expect(modules(result)).toEqual([
      'apps/web/src/logo.svg',
      'apps/web/src/main.ts',
      'apps/web/src/routes/checkout.ts',
      'packages/core/currencies.json',
      'packages/core/src/index.ts',
      'packages/core/src/money.ts',
      'packages/core/src/unused-currency.ts',
      'packages/orders/src/broken-discount.ts',
      'packages/orders/src/customer.ts',
      'packages/orders/src/index.ts',
      'packages/orders/src/order.ts',
    ]);
    expect(result.modules[0]).toEqual({ id: 'apps/web/src/logo.svg', kind: 'asset', package: 'shop', lines: 0 });
    expect(result.modules[4]).toEqual({
      id: 'packages/core/src/index.ts',
      kind: 'module',
      package: '@shop/core',
      lines: 40,
    });
  });

  it('has every edge with its places, a module that imports itself included', () => {
    expect(pairs(result)).toContain('packages/core/src/money.ts → packages/core/src/money.ts [type] 1');
    expect(result.edges.find(({ kinds }) => kinds.length === 2)).toEqual({
      from: 'apps/web/src/routes/checkout.ts',
      to: 'packages/orders/src/index.ts',
      kinds: ['static', 'type'],
      count: 2,
      sites: [1, 2].map((line) => ({
        location: { path: 'apps/web/src/routes/checkout.ts', line, column: 20, endLine: line, endColumn: 32 },
        specifier: './index.ts',
      })),
    });
  });

  it('says which range the importer declares, and that Node’s own have neither package nor range', () => {
    expect(result.external.map(({ sites: _, ...rest }) => rest)).toEqual([
      { from: 'apps/web/src/main.ts', to: 'node:process', package: null, range: null, kinds: ['static'], count: 1 },
      {
        from: 'packages/orders/src/order.ts',
        to: 'npm:zod',
        package: 'zod',
        range: '^4.1.0',
        kinds: ['static'],
        count: 1,
      },
    ]);
  });

  it('says where what leads nowhere stands, and why', () => {
    expect(result.unresolved).toEqual([
      {
        from: 'packages/orders/src/customer.ts',
        specifier: './loyalty',
        reason: 'file-not-found',
        location: { path: 'packages/orders/src/customer.ts', line: 2, column: 20, endLine: 2, endColumn: 31 },
      },
    ]);
  });
});

describe('by package', () => {
  it('counts what it puts together, and gives the first place as an example', () => {
    const { result } = ask({ level: 'package' });
    expect(result.modules).toEqual([
      {
        id: '@shop/core',
        kind: 'package',
        package: '@shop/core',
        lines: 120,
        directory: 'packages/core',
        files: 4,
        inside: 3,
      },
      {
        id: '@shop/orders',
        kind: 'package',
        package: '@shop/orders',
        lines: 160,
        directory: 'packages/orders',
        files: 4,
        inside: 4,
      },
      { id: 'shop', kind: 'package', package: 'shop', lines: 80, directory: '', files: 3, inside: 2 },
    ]);
    expect(pairs(result)).toEqual([
      '@shop/orders → @shop/core [static] 1',
      'shop → @shop/orders [static,type] 3',
      '@shop/orders → npm:zod [static] 1',
      'shop → node:process [static] 1',
    ]);
    expect(result.edges[1]?.sites.map(({ location }) => `${location.path}:${location.line}`)).toEqual([
      'apps/web/src/main.ts:2',
    ]);
    expect(result.unresolved[0]).toMatchObject({
      from: '@shop/orders',
      location: { path: 'packages/orders/src/customer.ts' },
    });
  });

  it('keeps packages of one name apart, and a project’s own from a published one', () => {
    const { result } = ask(
      { level: 'package' },
      {
        packages: [
          { name: 'types', directory: 'www/types' },
          { name: 'types', directory: 'packages/types' },
          { name: 'express', directory: 'packages/express' },
        ],
        edges: [
          ['www/types/a.ts', 'packages/types/b.ts'],
          ['packages/express/index.ts', 'npm:express'],
          ['main.ts', 'packages/express/index.ts'],
        ],
      },
    );
    expect(modules(result)).toEqual(['(no package)', 'express', 'types (packages/types)', 'types (www/types)']);
    expect(pairs(result)).toEqual([
      '(no package) → express [static] 1',
      'types (www/types) → types (packages/types) [static] 1',
      'express → npm:express [static] 1',
    ]);
    expect(result.modules.map((one) => one.package)).toEqual([null, 'express', 'types', 'types']);
  });
});

describe('collapse', () => {
  it('makes a node of every folder that matches, outermost first, and leaves the rest', () => {
    const { result } = ask({ collapse: ['packages/*', 'packages/*/src', 'apps/web/src/routes/**'] });
    expect(modules(result)).toEqual([
      'apps/web/src/logo.svg',
      'apps/web/src/main.ts',
      'apps/web/src/routes/',
      'packages/core/',
      'packages/orders/',
    ]);
    expect(result.modules[3]).toEqual({
      id: 'packages/core/',
      kind: 'folder',
      package: '@shop/core',
      lines: 120,
      files: 4,
      inside: 3,
    });
    expect(pairs(result)).toContain('apps/web/src/routes/ → packages/orders/ [static,type] 2');
  });

  it('gives no package to a folder of several', () => {
    const { result } = ask({ collapse: ['packages', 'apps'] });
    expect(result.modules.map((one) => [one.id, one.package, one.files])).toEqual([
      ['apps/', 'shop', 3],
      ['packages/', null, 8],
    ]);
  });

  it('names all ranges where the manifests of a folder differ', () => {
    const records = recordsOf({
      edges: [
        ['packages/a/index.ts', 'npm:zod'],
        ['packages/b/index.ts', 'npm:zod'],
        ['packages/c/index.ts', 'npm:zod'],
      ],
      ranges: { 'npm:zod': '^4.1.0' },
    });
    const rangeNumbers = Uint32Array.of(0, 1, 0);
    const differing = { ...records, graph: { ...records.graph, rangeNumbers, ranges: ['^4.1.0', '^3.0.0'] } };
    const rest = { kinds: [], include: [], exclude: [], 'do-not-follow': [] };
    const run = (collapse: string[]) =>
      graph.run(contextOf(differing), { level: 'module', depth: 1, ...rest, collapse });
    expect(run(['packages']).result.external).toMatchObject([{ range: null, ranges: ['^3.0.0', '^4.1.0'], count: 3 }]);
    expect(run([]).result.external.map(({ range, ranges }) => [range, ranges])).toEqual([
      ['^4.1.0', undefined],
      ['^3.0.0', undefined],
      ['^4.1.0', undefined],
    ]);
  });
});

describe('filters', () => {
  it('include chooses among files, with what they import from outside the project', () => {
    const { result } = ask({ include: ['packages/orders'] });
    expect(modules(result).every((id) => id.startsWith('packages/orders/'))).toBe(true);
    expect(result.external.map(({ to }) => to)).toEqual(['npm:zod']);
    expect(result.unresolved).toHaveLength(1);
  });

  it('exclude wins, and takes out packages and builtins too', () => {
    const { result } = ask({ include: ['packages'], exclude: ['packages/core/src', 'npm:*', 'node:*'] });
    expect(modules(result)).toContain('packages/core/currencies.json');
    expect(modules(result).some((id) => id.startsWith('packages/core/src'))).toBe(false);
    expect(result.external).toEqual([]);
  });

  it('do-not-follow shows a module without what it imports', () => {
    const { result } = ask({ 'do-not-follow': ['packages/orders'] });
    expect(modules(result)).toContain('packages/orders/src/order.ts');
    expect(result.edges.filter(({ from }) => from.startsWith('packages/orders'))).toEqual([]);
    expect(pairs(result)).toContain('apps/web/src/main.ts → packages/orders/src/index.ts [static] 1');
    expect(result.unresolved).toEqual([]);
  });

  it('kinds keep only edges and places of these kinds', () => {
    const { result } = ask({ kinds: ['type'] });
    expect(result.edges.every(({ kinds }) => kinds.join() === 'type')).toBe(true);
    const checkout = result.edges.find(({ from }) => from.endsWith('checkout.ts'));
    expect([checkout?.count, checkout?.sites.map(({ location }) => location.line)]).toEqual([1, [2]]);
    expect(result.unresolved).toEqual([]);
  });
});

describe('focus', () => {
  it('keeps what is near in both directions, and says when there is more', () => {
    const { result, truncated } = ask({ focus: 'packages/orders/src/index.ts' });
    expect(modules(result)).toEqual([
      'apps/web/src/main.ts',
      'apps/web/src/routes/checkout.ts',
      'packages/orders/src/customer.ts',
      'packages/orders/src/index.ts',
      'packages/orders/src/order.ts',
    ]);
    expect(truncated).toBe('depth');
    expect(result.external).toEqual([]);
    expect(ask({ focus: 'packages/orders/src/index.ts', depth: 'all' }).truncated).toBeUndefined();
  });

  it('of a package at its level has packages as neighbours', () => {
    const { result } = ask({ focus: '@shop/core', level: 'package' });
    expect(modules(result)).toEqual(['@shop/core', '@shop/orders']);
  });

  it('of an external package shows who imports it', () => {
    const { result } = ask({ focus: 'zod', depth: 1 });
    expect(pairs(result)).toEqual(['packages/orders/src/order.ts → npm:zod [static] 1']);
  });

  it('of what is not there has candidates', () => {
    expect(() => ask({ focus: 'packages/orders/src/oder.ts' })).toThrow(
      expect.objectContaining({
        code: 'CONDUIT_UNKNOWN_TARGET',
        candidates: expect.arrayContaining(['packages/orders/src/order.ts']),
      }),
    );
    expect(() => ask({ focus: '@shop/core', exclude: ['packages/core'] })).toThrow(
      expect.objectContaining({ code: 'CONDUIT_UNKNOWN_TARGET', message: expect.stringContaining('left out') }),
    );
  });
});

it.each<Params>([{}, { level: 'package' }, { collapse: ['packages/*'] }, { focus: 'zod' }])(
  'keeps to its schema: %j',
  (params) => {
    const { result } = ask(params);
    expect(graph.result.parse(result)).toEqual(result);
  },
);

it('agrees with the edges as they were said, however they are put together', () => {
  const paths = ['a/x/1.ts', 'a/x/2.ts', 'a/y/1.ts', 'b/1.ts', 'b/x/1.ts', 'npm:a', 'node:fs'];
  const importer = fc.constantFrom(...paths.slice(0, 5));
  const kind = fc.constantFrom<EdgeKind[]>('static', 'type', 'dynamic');
  const edge = fc.tuple(importer, fc.constantFrom(...paths), fc.uniqueArray(kind, { minLength: 1 }));
  const edges = fc.uniqueArray(edge, { maxLength: 25, selector: ([from, to]) => `${from} ${to}` });
  const collapse = fc.constantFrom<string[]>([], ['a'], ['a/*'], ['*/x'], ['b/x', 'a']);
  fc.assert(
    fc.property(edges, collapse, fc.uniqueArray(kind), (said, folders, kinds) => {
      const { result } = ask({ collapse: folders, kinds }, { modules: paths.slice(0, 5), edges: said });
      const wanted = kinds.length === 0 ? [...EDGE_KINDS] : kinds;
      const nodeOf = (path: string): string => {
        const parts = path.split('/');
        const fits = (end: number) =>
          folders.some((glob) => new RegExp(`^${glob.replace('*', '[^/]+')}$`).test(parts.slice(0, end).join('/')));
        const end = parts.findIndex((_, index) => index > 0 && fits(index));
        return end < 0 || path.includes(':') ? path : `${parts.slice(0, end).join('/')}/`;
      };
      const naive = new Map<string, { mask: number; count: number }>();
      for (const [from, to, has] of said) {
        const kept = has.filter((one) => wanted.includes(one));
        const [start, end] = [nodeOf(from), nodeOf(to)];
        if (kept.length === 0 || (start === end && start.endsWith('/'))) continue;
        const { mask, count } = naive.get(`${start} ${end}`) ?? { mask: 0, count: 0 };
        naive.set(`${start} ${end}`, { mask: mask | edgeMask(kept), count: count + kept.length });
      }
      const found = [...result.edges, ...result.external].map(
        ({ from, to, kinds: has, count }) => [`${from} ${to}`, { mask: edgeMask(has), count }] as const,
      );
      expect(new Map(found)).toEqual(naive);
      expect(found).toHaveLength(naive.size);
      expect(modules(result)).toEqual([...new Set(paths.slice(0, 5).map(nodeOf))].sort(compareCodeUnits));
    }),
    { numRuns: 300 },
  );
});
