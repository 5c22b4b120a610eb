import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgeKindBit } from '../../src/base/edge-kinds.ts';
import { moduleMetrics } from '../../src/queries/metrics/module-metrics.ts';
import { metrics } from '../../src/queries/metrics.ts';
import { contextOf } from '../builders/context-of.ts';
import { type Project, recordsOf } from '../builders/image-records.ts';

const bakery: Project = {
  packages: [
    { name: '@bakery/flour', directory: 'flour' },
    { name: '@bakery/bread', directory: 'bread' },
    { name: '@bakery/oven', directory: 'oven' },
  ],
  modules: ['oven/cold.ts'],
  edges: [
    ['bread/loaf.ts', 'bread/crust.ts'],
    ['bread/loaf.ts', 'flour/rye.ts', ['type']],
    ['bread/crust.ts', 'flour/rye.ts'],
    ['flour/rye.ts', 'flour/mill.ts'],
    ['flour/mill.ts', 'flour/rye.ts', ['dynamic']],
    ['flour/mill.ts', 'flour/mill.ts', ['type']],
    ['oven/bake.ts', 'bread/loaf.ts'],
    ['oven/bake.ts', 'bread/crust.ts', ['mock']],
    ['oven/bake.ts', 'npm:zod'],
  ],
};

const ask = (params: Partial<Parameters<typeof metrics.run>[1]> = {}, project = bakery) =>
  metrics.run(contextOf(recordsOf(project)), { by: 'name', kinds: [], limit: 100, ...params });

describe('metrics', () => {
  it('count who imports and is imported, and how deep it goes, a cycle being one step', () => {
    const { modules } = ask().result;
    expect(modules.map(({ id, fanIn, fanOut, instability, depth }) => [id, fanIn, fanOut, instability, depth])).toEqual(
      [
        ['bread/crust.ts', 1, 1, 0.5, 1],
        ['bread/loaf.ts', 1, 2, 0.6667, 2],
        ['flour/mill.ts', 1, 1, 0.5, 0],
        ['flour/rye.ts', 3, 1, 0.25, 0],
        ['oven/bake.ts', 0, 1, 1, 3],
        ['oven/cold.ts', 0, 0, null, 0],
      ],
    );
  });

  it('count packages as Martin does: modules that import across the border', () => {
    const { packages } = ask().result;
    expect(packages.map(({ centrality, ...rest }) => Object.values(rest))).toEqual([
      ['@bakery/bread', 2, 1, 1, 1, 2, 0.6667, 2],
      ['@bakery/flour', 2, 1, 0, 2, 0, 0, 0],
      ['@bakery/oven', 2, 0, 1, 0, 1, 1, 3],
    ]);
    const sum = packages.reduce((total, { centrality }) => total + centrality, 0);
    expect(sum).toBeCloseTo(6, 2);
  });

  it('follow only the kinds that were asked for', () => {
    const { modules } = ask({ kinds: ['mock'] }).result;
    expect(modules.filter(({ fanIn, fanOut }) => fanIn + fanOut > 0).map(({ id }) => id)).toEqual([
      'bread/crust.ts',
      'oven/bake.ts',
    ]);
  });

  it('come sorted and in pages; packages all of them each time', () => {
    const { result, page } = ask({ by: 'fan-in', limit: 2 });
    expect(result.modules.map(({ id }) => id)).toEqual(['flour/rye.ts', 'bread/crust.ts']);
    expect(result.packages.map(({ name }) => name)).toEqual(['@bakery/bread', '@bakery/flour', '@bakery/oven']);
    expect(page).toMatchObject({ total: 6, returned: 2 });
    const next = ask({ by: 'fan-in', limit: 2, cursor: page?.cursor ?? '' }).result;
    expect(next.modules.map(({ id }) => id)).toEqual(['bread/loaf.ts', 'flour/mill.ts']);
    expect(next.packages).toEqual(result.packages);
    expect(ask({ by: 'instability' }).result.modules.at(-1)?.id).toBe('oven/cold.ts');
    expect(ask({ by: 'centrality' }).result.modules[0]?.id).toBe('flour/rye.ts');
  });

  it('of nothing are nothing', () => {
    expect(ask({}, {}).result).toEqual({ modules: [], packages: [] });
  });
});

it('depth is the longest chain of components, in any small graph', () => {
  const graphs = fc.integer({ min: 1, max: 8 }).chain((count) => {
    const node = fc.nat(count - 1);
    const pairs = fc.uniqueArray(fc.tuple(node, node), { maxLength: 16, selector: String });
    return pairs.map((edges) => ({ count, edges }));
  });
  fc.assert(
    fc.property(graphs, ({ count, edges }) => {
      const name = (node: number): string => `loaf-${node}.ts`;
      const { image, kernels } = contextOf(
        recordsOf({
          modules: Array.from({ length: count }, (_, node) => name(node)),
          edges: edges.map(([from, to]) => [name(from), name(to)]),
        }),
      );
      const { depth } = moduleMetrics(image.graph, kernels, edgeKindBit('static'));
      expect([...depth]).toEqual(longestChains(count, edges));
    }),
    { numRuns: 200 },
  );
});

/** The longest walk that enters a component at each step, by trying all. */
function longestChains(count: number, edges: readonly (readonly [number, number])[]): number[] {
  const nodes = [...Array(count).keys()];
  const reached = nodes.map((start) => {
    const seen = new Set([start]);
    for (const node of seen) for (const [from, to] of edges) if (from === node) seen.add(to);
    return seen;
  });
  const isSame = (a: number, b: number): boolean => Boolean(reached[a]?.has(b) && reached[b]?.has(a));
  const below = (node: number): number =>
    Math.max(
      0,
      ...edges.filter(([from, to]) => isSame(from, node) && !isSame(to, node)).map(([, to]) => 1 + below(to)),
    );
  return nodes.map(below);
}
