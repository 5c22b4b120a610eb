import { describe, expect, it } from 'vitest';
import { callees } from '../../src/queries/callees.ts';
import { callers } from '../../src/queries/callers.ts';
import { refs } from '../../src/queries/refs.ts';
import { contextOf } from '../builders/context-of.ts';
import { recordsOf } from '../builders/image-records.ts';
import { symbolShop } from '../builders/shop-symbols.ts';
import { withSymbols } from '../builders/symbol-records.ts';

const context = contextOf(symbolShop);
const ask = (query: typeof callers, symbol: string, depth: number | 'all' = 1, of = context) =>
  query.run(of, { symbol, depth, limit: 1000 });
const said = (...asked: Parameters<typeof ask>) =>
  ask(...asked)
    .result.sites.map(({ symbol, of, kind, depth }) => `${depth} ${last(of)} ${kind} ${last(symbol)}`)
    .sort();
const last = (id: string): string => id.replace(/.*[#/]/, '');

describe('callers', () => {
  it('are those who call, make or render; calls of what it stands for are labelled', () => {
    expect(said(callers, 'Order.save')).toEqual(['1 Order.save call place', '1 Store.save call checkout']);
    expect(ask(callers, 'Order.save').result.unresolved).toBe(7);
    expect(said(callers, 'Order')).toEqual(['1 Order new place']);
  });

  it('are followed as far as was asked for, and a circle ends', () => {
    const near = ask(callers, 'place');
    expect(said(callers, 'place')).toEqual(['1 place call checkout', '1 place call place']);
    expect(near.truncated).toBe('depth');
    expect(said(callers, 'place', 2)).toContain('2 checkout call main.ts');
    expect(ask(callers, 'place', 2).truncated).toBeUndefined();
    expect(said(callers, 'round', 'all')).toEqual(['1 round call Money.add', '2 Money.add call Order.total']);
  });

  it('of a constructor are those who make its class', () => {
    const records = withSymbols(recordsOf({ modules: ['a.ts'] }), {
      symbols: { 'a.ts#Till': 'class', 'a.ts#Till.constructor': 'constructor', 'a.ts#open': 'function' },
      uses: [['a.ts#open', 'a.ts#Till', 'new', 'type']],
    });
    const { result } = refs.run(contextOf(records), { symbol: 'Till.constructor', kinds: [], module: [], limit: 9 });
    expect(result.sites.map(({ kind, of }) => `${kind} ${of}`)).toEqual(['new a.ts#Till']);
    expect(said(callers, 'Till.constructor', 1, contextOf(records))).toEqual(['1 Till new open']);
  });
});

describe('callees', () => {
  it('are what it calls; of a class what its members call', () => {
    expect(said(callees, 'checkout')).toEqual(['1 checkout call Store.save', '1 checkout call place']);
    expect(said(callees, 'Order')).toEqual(['1 Order.total call Money.add', '1 Order.total new Money']);
    expect(ask(callees, 'checkout').result.unresolved).toBeNull();
  });

  it('are followed as far as was asked for', () => {
    expect(said(callees, 'Order', 'all')).toContain('2 Money.add call round');
    expect(ask(callees, 'Order').truncated).toBe('depth');
    expect(said(callees, 'apps/web/src/main.ts', 3)).toEqual([
      '1 main.ts call checkout',
      '2 checkout call Store.save',
      '2 checkout call place',
      '3 place call Order.save',
      '3 place call place',
      '3 place new Order',
    ]);
  });

  it('of a module are what its top level calls, and no more', () => {
    expect(said(callees, 'packages/orders/src/order.ts')).toEqual([]);
  });
});
