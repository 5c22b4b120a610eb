import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDGE_KINDS, type EdgeKind, edgeMask } from '../../src/base/edge-kinds.ts';
import { compareCodeUnits } from '../../src/base/text.ts';
import { deps } from '../../src/queries/deps.ts';
import type { DepsResult } from '../../src/queries/registry.ts';
import { contextOf } from '../builders/context-of.ts';
import { recordsOf, shop } from '../builders/image-records.ts';

const ask = (params: Partial<Parameters<typeof deps.run>[1]>, context = contextOf(shop)) => {
  const byDefault = { target: 'packages/orders/src/order.ts', depth: 'all' as const, reverse: false, kinds: [] };
  const { result, truncated } = deps.run(context, { ...byDefault, ...params });
  return { result: result as DepsResult, truncated };
};
const ids = ({ nodes }: DepsResult): string[] => nodes.map(({ id, depth }) => `${depth} ${id}`);
const pairs = ({ edges }: DepsResult): string[] => edges.map(({ from, to, kinds }) => `${from} → ${to} [${kinds}]`);

describe('what a module depends on', () => {
  it('lists nodes by depth, then by id, with kind and package', () => {
    const { result, truncated } = ask({});
    expect(truncated).toBeUndefined();
    expect(result.root).toBe('packages/orders/src/order.ts');
    expect(ids(result)).toEqual([
      '0 packages/orders/src/order.ts',
      '1 npm:zod',
      '1 packages/core/src/index.ts',
      '1 packages/orders/src/customer.ts',
      '2 ?:./loyalty',
      '2 packages/core/src/money.ts',
      '3 packages/core/currencies.json',
    ]);
    expect(result.nodes[1]).toEqual({
      id: 'npm:zod',
      kind: 'external',
      depth: 1,
      package: 'zod',
      ranges: ['^4.1.0'],
    });
    expect(result.nodes[4]).toEqual({ id: '?:./loyalty', kind: 'unresolved', depth: 2, package: null });
  });

  it('lists every edge among them, with the places that make it up', () => {
    const { result } = ask({});
    expect(pairs(result)).toContain('packages/orders/src/customer.ts → packages/orders/src/order.ts [static]');
    expect(pairs(result)).toContain('packages/core/src/money.ts → packages/core/src/money.ts [type]');
    const edge = result.edges.find(({ to }) => to === 'npm:zod');
    expect(edge?.sites).toEqual([
      {
        location: { path: 'packages/orders/src/order.ts', line: 3, column: 20, endLine: 3, endColumn: 25 },
        specifier: 'zod',
      },
    ]);
  });

  it('follows and shows only the kinds that were asked for', () => {
    const { result } = ask({ target: 'apps/web/src/routes/checkout.ts', kinds: ['type'] });
    expect(ids(result)).toEqual([
      '0 apps/web/src/routes/checkout.ts',
      '1 packages/orders/src/index.ts',
      '2 packages/orders/src/customer.ts',
    ]);
    expect(result.edges.map(({ kinds, sites }) => [kinds, sites.length])).toEqual([
      [['type'], 1],
      [['type'], 1],
    ]);
  });
});

describe('who depends on it', () => {
  it('goes from imported to importer, and leaves the edges as they are', () => {
    const { result } = ask({ target: 'npm:zod', reverse: true, depth: 2 });
    expect(ids(result)).toEqual([
      '0 npm:zod',
      '1 packages/orders/src/order.ts',
      '2 packages/orders/src/customer.ts',
      '2 packages/orders/src/index.ts',
    ]);
    expect(pairs(result)).toContain('packages/orders/src/order.ts → npm:zod [static]');
  });
});

describe('the depth limit', () => {
  it('says so, and where, when something lies beyond', () => {
    const { result, truncated } = ask({ depth: 1 });
    expect(truncated).toBe('depth');
    expect(result.nodes.map(({ id, more }) => [id, more])).toEqual([
      ['packages/orders/src/order.ts', undefined],
      ['npm:zod', undefined],
      ['packages/core/src/index.ts', 1],
      ['packages/orders/src/customer.ts', 1],
    ]);
  });

  it('says nothing when the last node happens to be the limit away', () => {
    expect(ask({ depth: 3 }).truncated).toBeUndefined();
    expect(ask({ depth: 2 }).truncated).toBe('depth');
  });

  it('of zero leaves the target and its import of itself', () => {
    const { result } = ask({ target: 'packages/core/src/money.ts', depth: 0 });
    expect(ids(result)).toEqual(['0 packages/core/src/money.ts']);
    expect(pairs(result)).toEqual(['packages/core/src/money.ts → packages/core/src/money.ts [type]']);
  });
});

it('takes all modules of a package as starts', () => {
  const { result } = ask({ target: '@shop/core', depth: 0 });
  expect(result.root).toBe('@shop/core');
  expect(ids(result)).toEqual([
    '0 packages/core/src/index.ts',
    '0 packages/core/src/money.ts',
    '0 packages/core/src/unused-currency.ts',
  ]);
});

it('agrees with a walk over the edges as they were said, on any graph', () => {
  const modules = Array.from({ length: 9 }, (_, index) => `src/aisle-${index}.ts`);
  const module = fc.constantFrom(...modules);
  const kind = fc.constantFrom<EdgeKind[]>('static', 'type', 'dynamic');
  const edge = fc.tuple(module, module, fc.uniqueArray(kind, { minLength: 1 }));
  const edges = fc.uniqueArray(edge, { maxLength: 25, selector: ([from, to]) => `${from} ${to}` });
  const depth = fc.oneof(fc.constant('all' as const), fc.nat(4));
  fc.assert(
    fc.property(edges, module, depth, fc.boolean(), fc.uniqueArray(kind), (said, target, limit, reverse, kinds) => {
      const context = contextOf(recordsOf({ modules, edges: said }));
      const { result, truncated } = ask({ target, depth: limit, reverse, kinds }, context);
      const wanted = kinds.length === 0 ? [...EDGE_KINDS] : kinds;
      const kept = said.filter(([, , has]) => has?.some((one) => wanted.includes(one)));
      const depths = walk(kept, target, limit, reverse);
      expect(new Map(result.nodes.map((node) => [node.id, node.depth]))).toEqual(depths);
      const among = kept.filter(([from, to]) => depths.has(from) && depths.has(to));
      expect(result.edges.map(({ from, to }) => `${from} ${to}`)).toEqual(
        among.map(([from, to]) => `${from} ${to}`).sort(compareCodeUnits),
      );
      for (const { from, to, kinds: shown } of result.edges) {
        const has = said.find(([importer, imported]) => importer === from && imported === to)?.[2] ?? [];
        expect(edgeMask(shown)).toBe(edgeMask(has) & edgeMask(kinds));
      }
      expect(truncated === 'depth').toBe(depths.size < walk(kept, target, 'all', reverse).size);
    }),
    { numRuns: 200 },
  );
});

type SaidEdge = readonly [from: string, to: string, kinds?: readonly EdgeKind[]];

function walk(edges: readonly SaidEdge[], start: string, limit: number | 'all', reverse: boolean): Map<string, number> {
  const depths = new Map([[start, 0]]);
  for (const [node, depth] of depths) {
    if (depth === limit) continue;
    for (const [from, to] of edges) {
      const [here, there] = reverse ? [to, from] : [from, to];
      if (here === node && !depths.has(there)) depths.set(there, depth + 1);
    }
  }
  return depths;
}
