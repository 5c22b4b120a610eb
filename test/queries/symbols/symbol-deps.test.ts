import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deps } from '../../../src/queries/deps.ts';
import type { SymbolDepsResult } from '../../../src/queries/registry.ts';
import { walkRows } from '../../../src/queries/symbols/walk-rows.ts';
import { contextOf } from '../../builders/context-of.ts';
import { graphs } from '../../builders/random-graphs.ts';
import { symbolShop } from '../../builders/shop-symbols.ts';
import { naiveReach } from '../../oracles/reach.ts';

const context = contextOf(symbolShop);
const ask = (target: string, params: Partial<Parameters<typeof deps.run>[1]> = {}) => {
  const byDefault = { depth: 'all' as const, reverse: false, kinds: [], level: 'symbol' as const };
  const { result, truncated } = deps.run(context, { target, ...byDefault, ...params });
  return { result: result as SymbolDepsResult, truncated };
};
const ids = ({ nodes }: SymbolDepsResult): string[] =>
  nodes.map(({ id, depth }) => `${depth} ${id.replace(/.*[#/]/, '')}`);

describe('at level symbol', () => {
  it('what a function depends on is what it uses, and what that uses', () => {
    const { result, truncated } = ask('place');
    expect([truncated, result.unresolved]).toEqual([undefined, 9]);
    expect(ids(result)).toEqual(['0 place', '1 Order', '1 Order.save', '2 Store', '2 Store.save']);
    expect(result.nodes[1]).toMatchObject({ kind: 'class', package: '@shop/orders' });
    const [edge] = result.edges.filter(({ to }) => to.endsWith('#Order') && to !== result.root);
    expect(edge?.kinds).toEqual(['new', 'returns']);
    expect(edge?.sites.map(({ kind, location }) => [kind, location.line])).toEqual([
      ['new', 100],
      ['returns', 101],
    ]);
  });

  it('a class or module stands for all that is declared in it', () => {
    expect(ids(ask('Money').result)).toEqual(['0 Money', '0 Money.add', '1 round']);
    expect(ids(ask('money.ts').result)).toEqual(['0 money.ts', '0 Money', '0 Money.add', '0 round']);
  });

  it('who depends on it is found the other way, and depth is kept and told', () => {
    const { result, truncated } = ask('round', { reverse: true, depth: 1 });
    expect(ids(result)).toEqual(['0 round', '1 Money.add']);
    expect([truncated, result.nodes[1]?.more]).toEqual(['depth', 1]);
  });

  it('only the kinds that were asked for are followed; kinds of imports are refused', () => {
    expect(ids(ask('place', { kinds: ['new'] }).result)).toEqual(['0 place', '1 Order']);
    const refusal = { code: 'CONDUIT_BAD_PARAMS', message: expect.stringContaining('there is no `static`') };
    expect(() => ask('place', { kinds: ['static'] })).toThrow(expect.objectContaining(refusal));
    const use = { ...refusal, message: expect.stringContaining('there is no `call`') };
    expect(() => ask('order.ts', { kinds: ['call'], level: 'module' })).toThrow(expect.objectContaining(use));
  });
});

it('walks as the kernel of the module graph does', () => {
  fc.assert(
    fc.property(graphs, fc.array(fc.nat()), fc.nat(6), fc.constantFrom(1, 3, 7), (graph, some, depth, mask) => {
      const count = graph.offsets.length - 1;
      const starts = count === 0 ? [] : some.map((start) => start % count);
      expect(walkRows(graph, starts, { depth, mask })).toEqual(naiveReach(graph, starts, depth, mask));
    }),
  );
});
