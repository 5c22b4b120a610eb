import { describe, expect, it } from 'vitest';
import { why } from '../../src/queries/why.ts';
import { contextOf } from '../builders/context-of.ts';
import { symbolShop } from '../builders/shop-symbols.ts';

const context = contextOf(symbolShop);
const ask = (from: string, to: string, params: Partial<Parameters<typeof why.run>[1]> = {}) =>
  why.run(context, { from, to, level: 'module', kinds: [], paths: 3, ...params }).result;
const said = (...asked: Parameters<typeof ask>) =>
  ask(...asked).paths.map((path) =>
    path.map(({ from, to, kinds }) => `${last(from)} ${kinds.join('+')} ${last(to)}`).join(', '),
  );
const last = (id: string): string => id.replace(/.*[#/]/, '');

describe('between modules', () => {
  it('the shortest chain comes first, each step with kinds and place', () => {
    expect(said('main.ts', 'money.ts')).toEqual([
      'main.ts static index.ts, index.ts export-from order.ts, order.ts static index.ts, index.ts export-from money.ts',
      'main.ts dynamic checkout.ts, checkout.ts static+type index.ts, index.ts export-from order.ts, order.ts static index.ts, index.ts export-from money.ts',
      'main.ts static index.ts, index.ts export-from+type customer.ts, customer.ts static order.ts, order.ts static index.ts, index.ts export-from money.ts',
    ]);
    expect(ask('main.ts', 'money.ts', { paths: 1 }).paths[0]?.[0]).toEqual({
      from: 'apps/web/src/main.ts',
      to: 'packages/orders/src/index.ts',
      kinds: ['static'],
      location: { path: 'apps/web/src/main.ts', line: 2, column: 20, endLine: 2, endColumn: 32 },
    });
  });

  it('a package stands for all of its modules', () => {
    expect(said('@shop/orders', '@shop/core')).toEqual(['order.ts static index.ts']);
    expect(said('main.ts', 'zod', { paths: 1 })).toEqual(
      ['main.ts static index.ts, index.ts export-from order.ts, order.ts static zod'].map((text) =>
        text.replace('static zod', 'static npm:zod'),
      ),
    );
  });

  it('only the kinds that were asked for are followed and shown', () => {
    expect(said('checkout.ts', 'customer.ts', { kinds: ['type'] })).toEqual([
      'checkout.ts type index.ts, index.ts type customer.ts',
    ]);
    expect(() => ask('checkout.ts', 'customer.ts', { kinds: ['call'] })).toThrow(
      expect.objectContaining({ code: 'CONDUIT_BAD_PARAMS' }),
    );
  });

  it('there is a reason where there is no chain', () => {
    expect(ask('money.ts', 'money.ts')).toMatchObject({ paths: [], reason: 'same' });
    expect(ask('money.ts', 'main.ts')).toMatchObject({ paths: [], reason: 'other-way' });
    expect(ask('main.ts', 'money.ts', { kinds: ['mock'] })).toMatchObject({ paths: [], reason: 'other-kinds' });
    expect(ask('unused-currency.ts', 'main.ts')).toMatchObject({ paths: [], reason: 'no-path' });
    expect(ask('main.ts', 'money.ts').reason).toBeUndefined();
  });

  it('and how many imports lead nowhere in what the first depends on: any may be a step', () => {
    expect(ask('main.ts', 'unused-currency.ts').unresolved).toBe(1);
    expect(ask('money.ts', 'main.ts').unresolved).toBe(0);
    // The one that there is is static.
    expect(ask('main.ts', 'unused-currency.ts', { kinds: ['type'] }).unresolved).toBe(0);
    expect(ask('main.ts', 'money.ts').unresolved).toBeUndefined();
  });
});

describe('between symbols', () => {
  const level = 'symbol' as const;

  it('a symbol stands for all that is declared in it', () => {
    expect(said('Order', 'round', { level })).toEqual(['Order.total call Money.add, Money.add call round']);
    expect(said('checkout', 'Order', { level, paths: 2 })).toEqual([
      'checkout call place, place new+returns Order',
      'checkout call place, place read+call Order.save',
    ]);
  });

  it('a member that overrides another does so where it is declared', () => {
    const [path] = ask('SpecialOrder.save', 'Store.save', { level }).paths;
    expect(path?.map(({ kinds, location: { line, column } }) => [kinds, line, column])).toEqual([
      [['override'], 10, 7],
      [['override'], 5, 7],
    ]);
  });
});
