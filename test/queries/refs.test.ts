import { describe, expect, it } from 'vitest';
import { refs } from '../../src/queries/refs.ts';
import { contextOf } from '../builders/context-of.ts';
import { symbolShop } from '../builders/shop-symbols.ts';

const context = contextOf(symbolShop);
const ask = (symbol: string, params: Partial<Parameters<typeof refs.run>[1]> = {}) =>
  refs.run(context, { symbol, kinds: [], module: [], limit: 1000, ...params });
const said = (symbol: string, params: Partial<Parameters<typeof refs.run>[1]> = {}) =>
  ask(symbol, params).result.sites.map(
    ({ symbol: user, of, kind, location: { path, line } }) =>
      `${path}:${line} ${kind} ${user.replace(/.*#/, '')}${of === ask(symbol).result.symbol ? '' : ` of ${of.replace(/.*#/, '')}`}`,
  );
const ORDER = 'packages/orders/src/order.ts';

describe('references', () => {
  it('are every place, by path and place, with who refers and how', () => {
    expect(said('Order')).toEqual([
      'packages/orders/src/index.ts:100 export packages/orders/src/index.ts',
      `${ORDER}:100 new place`,
      `${ORDER}:100 extends SpecialOrder`,
      `${ORDER}:101 returns place`,
    ]);
    expect(ask('Order').result).toMatchObject({ symbol: `${ORDER}#Order`, unresolved: 0 });
    expect(ask('Order').result.sites[0]?.location).toMatchObject({ column: 5, endLine: 100, endColumn: 10 });
  });

  it('of a member include those of members that stand for it, labelled, and say what may be missing', () => {
    expect(said('Order.save')).toEqual([
      'apps/web/src/routes/checkout.ts:100 call checkout of Store.save',
      `${ORDER}:102 call place`,
      `${ORDER}:103 read place`,
    ]);
    expect(ask('Order.save').result.unresolved).toBe(7);
    expect(said('Cart.save')).toEqual([]);
    expect(ask('Cart.save').result.unresolved).toBe(7);
  });

  it('of an external are known too', () => {
    expect(said('npm:zod#z')).toEqual(['apps/web/src/routes/checkout.ts:102 read checkout']);
    expect(ask('npm:zod#z').result.unresolved).toBeNull();
  });

  it('are only of the kinds and in the files that were asked for', () => {
    expect(said('Order', { kinds: ['extends', 'export'] })).toHaveLength(2);
    expect(said('Order.save', { module: ['apps'] })).toEqual([
      'apps/web/src/routes/checkout.ts:100 call checkout of Store.save',
    ]);
    expect(() => ask('Order', { module: ['[a'] })).toThrow(expect.objectContaining({ code: 'CONDUIT_BAD_PARAMS' }));
  });
});

describe('a long list', () => {
  it('comes in pages, and says that there is more', () => {
    const first = ask('Order', { limit: 3 });
    expect(first).toMatchObject({ truncated: 'size', page: { total: 4, returned: 3 } });
    const cursor = first.page?.cursor ?? '';
    const second = ask('Order', { limit: 3, cursor });
    expect(second).toMatchObject({ page: { total: 4, returned: 1, cursor: null } });
    expect(second.truncated).toBeUndefined();
    expect([...first.result.sites, ...second.result.sites]).toEqual(ask('Order').result.sites);
  });

  it('is not gone on with in another image, or from nowhere', () => {
    for (const cursor of ['00000000.3', '3', 'x', `${context.image.fingerprint.slice(0, 8)}.-1`]) {
      expect(() => ask('Order', { cursor })).toThrow(expect.objectContaining({ code: 'CONDUIT_BAD_PARAMS' }));
    }
  });
});
