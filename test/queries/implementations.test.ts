import { expect, it } from 'vitest';
import { implementations } from '../../src/queries/implementations.ts';
import { contextOf } from '../builders/context-of.ts';
import { symbolShop } from '../builders/shop-symbols.ts';

const context = contextOf(symbolShop);
const said = (symbol: string) =>
  implementations
    .run(context, { symbol, limit: 1000 })
    .result.sites.map(
      ({ symbol: one, of, kind, location: { line, column }, depth }) =>
        `${depth} ${one.replace(/.*#/, '')} ${kind} ${of.replace(/.*#/, '')} ${line}:${column}`,
    );

it('of a type are what extends or implements it, directly or not, by place', () => {
  expect(said('Store')).toEqual(['2 SpecialOrder extends Order 100:5', '1 Order implements Store 100:5']);
});

it('of a member are what overrides it, where that is declared', () => {
  expect(said('Store.save')).toEqual([
    '1 Order.save override Store.save 5:7',
    '2 SpecialOrder.save override Order.save 10:7',
  ]);
  expect(said('Money.add')).toEqual([]);
});
