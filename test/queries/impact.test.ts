import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_PROJECT } from '../../src/facts/project-records.ts';
import { impact } from '../../src/queries/impact.ts';
import type { ImpactResult } from '../../src/queries/registry.ts';
import { contextOf } from '../builders/context-of.ts';
import { recordsOf, shop } from '../builders/image-records.ts';
import { shopProject } from '../builders/shop-project.ts';
import { symbolShop } from '../builders/shop-symbols.ts';

const project = { ...shop, project: shopProject };

type Params = Parameters<typeof impact.run>[1];
const ask = (targets: string[], params: Partial<Params> = {}, context = contextOf(project)) =>
  impact.run(context, { targets, depth: 'all', kinds: [], limit: 1000, ...params });
const hits = ({ modules }: ImpactResult): string[] => modules.map(({ id, depth }) => `${depth} ${id}`);

describe('what hangs on a module', () => {
  it('lists who depends on it by depth, then by id, and packages and score', () => {
    const { result, truncated, page } = ask(['money.ts']);
    expect(result.targets).toEqual(['packages/core/src/money.ts']);
    expect(hits(result)).toEqual([
      '1 packages/core/src/index.ts',
      '2 packages/orders/src/order.ts',
      '3 packages/orders/src/customer.ts',
      '3 packages/orders/src/index.ts',
      '4 apps/web/src/main.ts',
      '4 apps/web/src/routes/checkout.ts',
    ]);
    expect(result.packages).toEqual([
      { name: '@shop/core', directory: 'packages/core', modules: 1, depth: 1 },
      { name: '@shop/orders', directory: 'packages/orders', modules: 3, depth: 2 },
      { name: 'shop', directory: '', modules: 2, depth: 4 },
    ]);
    // 1 + 1/2 + 2/3 + 2/4 of 8 modules beside the target.
    expect(result.score).toBe(Math.round((1000 * Math.log(1 + 8 / 3)) / Math.log(1 + 8)) / 10);
    expect(truncated).toBeUndefined();
    expect(page).toEqual({ total: 6, returned: 6, cursor: null });
  });

  it('explains each hit by the shortest way, the nearest first', () => {
    const { modules } = ask(['money.ts']).result;
    expect(modules.find(({ id }) => id.endsWith('main.ts'))?.via).toEqual([
      'packages/orders/src/index.ts',
      'packages/orders/src/order.ts',
      'packages/core/src/index.ts',
      'packages/core/src/money.ts',
    ]);
  });

  it('takes several targets, packages and externals, and follows only the kinds that were asked for', () => {
    expect(hits(ask(['npm:zod', 'currencies.json'], { depth: 1 }).result)).toEqual([
      '1 packages/core/src/money.ts',
      '1 packages/orders/src/order.ts',
    ]);
    expect(hits(ask(['@shop/core'], { kinds: ['static'] }).result)).toEqual([
      '1 packages/orders/src/order.ts',
      '2 packages/orders/src/customer.ts',
    ]);
  });

  it('says what it does not know instead of naming none', () => {
    const { owners, routes, tests } = ask(['money.ts'], {}, contextOf({ ...shop, project: NO_PROJECT })).result;
    expect([owners, routes, tests]).toEqual(['not-analysed', 'not-analysed', []]);
  });

  it('counts the modules of each owner, and those of nobody', () => {
    const rules = [
      { pattern: '/packages/', owners: ['@shop/packages', '@shop/all'], line: 1 },
      { pattern: 'customer.ts', owners: [], line: 2 },
    ];
    const owned = { ...shop, project: { ...shopProject, owners: { path: 'CODEOWNERS', rules } } };
    expect(ask(['money.ts'], {}, contextOf(owned)).result.owners).toEqual([
      { owner: null, modules: 3 },
      { owner: '@shop/all', modules: 3 },
      { owner: '@shop/packages', modules: 3 },
    ]);
  });

  it('says when there is more', () => {
    expect(ask(['money.ts'], { depth: 2 }).truncated).toBe('depth');
    expect(ask(['money.ts'], { depth: 4 }).truncated).toBeUndefined();
    const first = ask(['money.ts'], { limit: 4 });
    expect([first.truncated, first.result.modules.length]).toEqual(['size', 4]);
    const second = ask(['money.ts'], { limit: 4, cursor: first.page?.cursor ?? '' });
    expect([...hits(first.result), ...hits(second.result)]).toEqual(hits(ask(['money.ts']).result));
  });

  it('refuses what names nothing', () => {
    expect(() => ask([])).toThrow(expect.objectContaining({ code: 'CONDUIT_BAD_PARAMS' }));
    expect(() => ask(['monye.ts'])).toThrow(expect.objectContaining({ code: 'CONDUIT_UNKNOWN_TARGET' }));
    expect(() => ask(['money.ts'], { kinds: ['call'] })).toThrow(
      expect.objectContaining({ code: 'CONDUIT_BAD_PARAMS' }),
    );
  });

  it('a chain of thousands has a short explanation', () => {
    const name = (at: number): string => `src/${String(at).padStart(4, '0')}.ts`;
    const edges = Array.from({ length: 3000 }, (_, at) => [name(at), name(at + 1)] as const);
    const { modules } = ask(
      [name(3000)],
      { limit: 10_000 },
      contextOf({ ...recordsOf({ edges }), project: NO_PROJECT }),
    ).result;
    expect(modules).toHaveLength(3000);
    const [last] = modules.filter(({ id }) => id === name(0));
    expect(last?.via.map((id) => id.slice(4, 8))).toEqual([
      ...Array.from({ length: 10 }, (_, at) => String(at + 1).padStart(4, '0')),
      ...Array.from({ length: 10 }, (_, at) => String(at + 2991)),
    ]);
  });
});

describe('what hangs on a symbol', () => {
  const context = contextOf({ ...symbolShop, project: shopProject });

  it('lists the symbols that use it, and the modules that they stand in', () => {
    const { result } = ask(['money.ts#round'], {}, context);
    expect(result.symbols?.map(({ id, depth }) => `${depth} ${id.replace(/.*\//, '')}`)).toEqual([
      '1 money.ts#Money.add',
      '2 order.ts#Order.total',
    ]);
    expect(result.modules).toEqual([
      {
        id: 'packages/core/src/money.ts',
        depth: 1,
        via: ['packages/core/src/money.ts#Money.add', 'packages/core/src/money.ts#round'],
      },
      {
        id: 'packages/orders/src/order.ts',
        depth: 2,
        via: [
          'packages/orders/src/order.ts#Order.total',
          'packages/core/src/money.ts#Money.add',
          'packages/core/src/money.ts#round',
        ],
      },
    ]);
    expect(result.unresolved).toBe(9);
  });

  it('a bare name is one at level symbol; a member stands for those that override it or that it overrides', () => {
    const { result } = ask(['SpecialOrder.save'], { level: 'symbol', depth: 1 }, context);
    expect(result.symbols?.map(({ id }) => id.replace(/.*#/, ''))).toEqual(['checkout', 'place']);
  });
});

/** Modules that reach a target, by trying all of them. */
function naive(edges: readonly (readonly [string, string])[], target: string): string[] {
  const depth = new Map([[target, 0]]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [from, to] of edges) {
      const there = depth.get(to);
      if (there === undefined || (depth.get(from) ?? Number.POSITIVE_INFINITY) <= there + 1) continue;
      depth.set(from, there + 1);
      changed = true;
    }
  }
  return [...depth].filter(([, at]) => at > 0).map(([id, at]) => `${at} ${id}`);
}

it('agrees with a naive search, whatever the modules are called', () => {
  const node = fc.integer({ min: 0, max: 7 });
  const graphs = fc.uniqueArray(fc.tuple(node, node), { selector: ([a, b]) => a * 8 + b, maxLength: 20 });
  const names = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], { minLength: 8 });
  fc.assert(
    fc.property(graphs, node, names, (pairs, target, called) => {
      const nameOf = (at: number): string => `src/${called[at]}.ts`;
      const edges = pairs.map(([a, b]) => [nameOf(a), nameOf(b)] as const);
      const modules = called.map((name) => `src/${name}.ts`);
      const { result } = ask(
        [nameOf(target)],
        {},
        contextOf({ ...recordsOf({ modules, edges }), project: NO_PROJECT }),
      );
      expect(hits(result).sort()).toEqual(naive(edges, nameOf(target)).sort());
      const has = new Set(edges.map(([from, to]) => `${from} ${to}`));
      for (const { id, via, depth } of result.modules) {
        expect(via).toHaveLength(depth);
        [id, ...via].slice(1).forEach((to, at) => {
          expect(has).toContain(`${[id, ...via][at]} ${to}`);
        });
        expect(via.at(-1)).toBe(nameOf(target));
      }
    }),
    { numRuns: 60 },
  );
});
