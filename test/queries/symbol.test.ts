import { expect, it } from 'vitest';
import { symbol } from '../../src/queries/symbol.ts';
import { contextOf } from '../builders/context-of.ts';
import { symbolShop } from '../builders/shop-symbols.ts';

const context = contextOf(symbolShop);
const ask = (name: string) => symbol.run(context, { symbol: name }).result.symbol;
const ORDER = 'packages/orders/src/order.ts';

it('says all that is known of a class', () => {
  expect(ask('Order')).toEqual({
    id: `${ORDER}#Order`,
    name: 'Order',
    kind: 'class',
    module: ORDER,
    package: '@shop/orders',
    parent: null,
    flags: [],
    signature: 'export class Order implements Store',
    doc: 'What somebody bought.',
    declarations: [
      {
        location: { path: ORDER, line: 3, column: 1, endLine: 3, endColumn: 31 },
        name: { path: ORDER, line: 3, column: 7, endLine: 3, endColumn: 12 },
        signature: 'export class Order implements Store',
      },
    ],
    exportedAs: [
      { module: 'packages/orders/src/index.ts', name: 'Order' },
      { module: ORDER, name: 'Order' },
    ],
    members: [
      { id: `${ORDER}#Order.lines`, kind: 'property', signature: 'private readonly lines: Line[]' },
      { id: `${ORDER}#Order.save`, kind: 'method', signature: 'async save(): Promise<void>' },
      { id: `${ORDER}#Order.total`, kind: 'method', signature: 'total(): Money' },
      { id: `${ORDER}#Order.total~static`, kind: 'method', signature: '' },
    ],
  });
});

it('says of a member what it is one of, how it is declared, and every declaration', () => {
  expect(ask('Order.lines')).toMatchObject({ parent: `${ORDER}#Order`, flags: ['readonly', 'private'], doc: null });
  expect(ask('Order.total').declarations).toHaveLength(2);
});

it('says no more of an external than where it comes from', () => {
  expect(ask('npm:zod#z')).toMatchObject({
    kind: 'external',
    module: 'npm:zod',
    package: 'zod',
    signature: null,
    declarations: [],
    members: [],
  });
});

it('lists what a module declares', () => {
  expect(ask('money.ts').members.map(({ id }) => id.replace(/.*#/, ''))).toEqual(['Money', 'round']);
});
