import { expect, it } from 'vitest';
import { closest } from '../../src/base/closest.ts';

const paths = [
  'packages/shop/src/cart.ts',
  'packages/shop/src/index.ts',
  'packages/depot/src/index.ts',
  'src/order/history.ts',
];

it('finds a mistyped end of a path', () => {
  expect(closest('src/indx.ts', paths)).toEqual(['packages/shop/src/index.ts', 'packages/depot/src/index.ts']);
  expect(closest('crat.ts', paths)).toEqual(['packages/shop/src/cart.ts']);
});

it('finds a part of a path', () => {
  expect(closest('history', paths)).toEqual(['src/order/history.ts']);
});

it('guesses nothing where nothing is near', () => {
  expect(closest('quaternion', paths)).toEqual([]);
});

it('orders by distance, then length, then code unit, and keeps to the limit', () => {
  expect(closest('deps', ['deqs', 'deps2', 'dep'], 2)).toEqual(['deps2', 'dep']);
});

it('takes swapped letters for one slip', () => {
  expect(closest('dpes', ['deps', 'help', 'index'])).toEqual(['deps']);
});
