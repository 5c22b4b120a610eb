import type { ImageRecords } from '../../src/facts/records.ts';
import { shop } from './image-records.ts';
import { shopProject } from './shop-project.ts';
import { withSymbols } from './symbol-records.ts';

const ORDER = 'packages/orders/src/order.ts';
const CUSTOMER = 'packages/orders/src/customer.ts';
const INDEX = 'packages/orders/src/index.ts';
const MONEY = 'packages/core/src/money.ts';
const MAIN = 'apps/web/src/main.ts';
const CHECKOUT = 'apps/web/src/routes/checkout.ts';

/** The shop with symbols: a store interface with two implementations, a barrel, a rename, overloads, and what nobody knows the type of. */
export const symbolShop: ImageRecords = withSymbols(
  { ...shop, project: shopProject },
  {
    symbols: {
      [`${CUSTOMER}#Customer`]: 'interface',
      [`${CUSTOMER}#Customer.name`]: { kind: 'property', flags: ['readonly'] },
      [`${ORDER}#Store`]: 'interface',
      [`${ORDER}#Store.save`]: 'method',
      [`${ORDER}#Order`]: {
        kind: 'class',
        signature: 'export class Order implements Store',
        doc: 'What somebody bought.',
      },
      [`${ORDER}#Order.lines`]: {
        kind: 'property',
        flags: ['private', 'readonly'],
        signature: 'private readonly lines: Line[]',
      },
      [`${ORDER}#Order.save`]: { kind: 'method', flags: ['async'], signature: 'async save(): Promise<void>' },
      [`${ORDER}#Order.total`]: { kind: 'method', declarations: 2, signature: 'total(): Money' },
      [`${ORDER}#Order.total~static`]: { kind: 'method', flags: ['static'] },
      [`${ORDER}#SpecialOrder`]: 'class',
      [`${ORDER}#SpecialOrder.save`]: 'method',
      [`${ORDER}#place`]: 'function',
      [`${MONEY}#Money`]: 'class',
      [`${MONEY}#Money.add`]: 'method',
      [`${MONEY}#round`]: 'function',
      [`${CHECKOUT}#checkout`]: 'function',
      [`${CHECKOUT}#Cart`]: 'class',
      [`${CHECKOUT}#Cart.save`]: 'method',
    },
    uses: [
      [MAIN, `${CHECKOUT}#checkout`, 'import', 'call'],
      [`${CHECKOUT}#checkout`, `${ORDER}#place`, 'call'],
      [`${CHECKOUT}#checkout`, `${ORDER}#Store.save`, 'call'],
      [`${CHECKOUT}#checkout`, 'npm:zod#z', 'read'],
      [`${ORDER}#place`, `${ORDER}#Order`, 'new', 'returns'],
      [`${ORDER}#place`, `${ORDER}#Order.save`, 'call', 'read'],
      [`${ORDER}#place`, `${ORDER}#place`, 'call'],
      [`${ORDER}#Order`, `${ORDER}#Store`, 'implements'],
      [`${ORDER}#Order.save`, `${ORDER}#Store.save`, 'override'],
      [`${ORDER}#Order.total`, `${MONEY}#Money`, 'returns', 'new'],
      [`${ORDER}#Order.total`, `${MONEY}#Money.add`, 'call'],
      [`${ORDER}#SpecialOrder`, `${ORDER}#Order`, 'extends'],
      [`${ORDER}#SpecialOrder.save`, `${ORDER}#Order.save`, 'override'],
      [`${MONEY}#Money.add`, `${MONEY}#round`, 'call'],
      [INDEX, `${ORDER}#Order`, 'export'],
    ],
    exported: [
      [INDEX, 'Order', `${ORDER}#Order`],
      [INDEX, 'Client', `${CUSTOMER}#Customer`],
      [ORDER, 'Order', `${ORDER}#Order`],
      [ORDER, 'place', `${ORDER}#place`],
      [CUSTOMER, 'Customer', `${CUSTOMER}#Customer`],
      [MONEY, 'Money', `${MONEY}#Money`],
      [CHECKOUT, 'default', `${CHECKOUT}#checkout`],
    ],
    unknown: { save: 7, total: 2 },
    sources: {
      [ORDER]: [
        'interface Store {',
        '  save(): Promise<void>;',
        'export class Order implements Store {',
        '  private readonly lines: Line[] = [];',
        '  async save(): Promise<void> {}',
        '  total(): Money {',
      ].join('\n'),
    },
  },
);
