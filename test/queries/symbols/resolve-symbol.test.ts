import { describe, expect, it } from 'vitest';
import { ConduitError } from '../../../src/base/errors.ts';
import { resolveSymbol } from '../../../src/queries/symbols/resolve-symbol.ts';
import { contextOf } from '../../builders/context-of.ts';
import { recordsOf, shop } from '../../builders/image-records.ts';
import { symbolShop } from '../../builders/shop-symbols.ts';
import { withSymbols } from '../../builders/symbol-records.ts';

const { image } = contextOf(symbolShop);
const idOf = (text: string, of = image): string => of.symbols.idOf(resolveSymbol(of, text));
const refusalOf = (text: string, of = image): ConduitError => {
  try {
    resolveSymbol(of, text);
  } catch (error) {
    if (error instanceof ConduitError) return error;
  }
  throw new Error(`${text} was not refused`);
};
const ORDER = 'packages/orders/src/order.ts';

describe('a symbol', () => {
  it.each([
    [`${ORDER}#Order.save`, `${ORDER}#Order.save`],
    [`./${ORDER}#Order`, `${ORDER}#Order`],
    ['order.ts#Order', `${ORDER}#Order`],
    ['src/order.ts#Order.total', `${ORDER}#Order.total`],
    ['Order', `${ORDER}#Order`],
    ['Order.total', `${ORDER}#Order.total`],
    ['Order.total~static', `${ORDER}#Order.total~static`],
    ['total~static', `${ORDER}#Order.total~static`],
    ['add', 'packages/core/src/money.ts#Money.add'],
    ['order.ts', ORDER],
    [ORDER, ORDER],
  ])('is found as %s', (text, id) => {
    expect(idOf(text)).toBe(id);
  });

  it.each([
    ['packages/orders/src/index.ts#Order', `${ORDER}#Order`],
    ['orders/src/index.ts#Order.save', `${ORDER}#Order.save`],
    ['packages/orders/src/index.ts#Client', 'packages/orders/src/customer.ts#Customer'],
    ['Client', 'packages/orders/src/customer.ts#Customer'],
    ['Client.name', 'packages/orders/src/customer.ts#Customer.name'],
    ['@shop/orders#Client', 'packages/orders/src/customer.ts#Customer'],
    ['checkout.ts#default', 'apps/web/src/routes/checkout.ts#checkout'],
  ])('is found by the name under which it is exported: %s', (text, id) => {
    expect(idOf(text)).toBe(id);
  });

  it.each(['npm:zod#z', 'zod#z', 'z'])('of another package is found as %s', (text) => {
    expect(idOf(text)).toBe('npm:zod#z');
  });

  it('at the top level is meant before a member, and one of the project before an external', () => {
    const records = withSymbols(recordsOf({ modules: ['a.ts', 'b.ts'], edges: [['a.ts', 'npm:zod']] }), {
      symbols: {
        'a.ts#Shelf': 'class',
        'a.ts#Shelf.z': 'property',
        'b.ts#Shelf': { kind: 'class' },
        'b.ts#z': 'constant',
      },
      uses: [['a.ts', 'npm:zod#z', 'import']],
    });
    const { image: other } = contextOf(records);
    expect(idOf('z', other)).toBe('b.ts#z');
    expect(idOf('npm:zod#z', other)).toBe('npm:zod#z');
  });

  it('may have a name with the very characters that stand between names', () => {
    const ids = ['a.ts#Shelf.#width', 'a.ts#Shelf["a.b"]'];
    const records = withSymbols(recordsOf({ modules: ['a.ts'] }), {
      symbols: {
        'a.ts#Shelf': 'class',
        'a.ts#Shelf.#width': { kind: 'property', name: '#width', parent: 'a.ts#Shelf' },
        'a.ts#Shelf["a.b"]': { kind: 'property', name: 'a.b', parent: 'a.ts#Shelf' },
      },
    });
    const { image: other } = contextOf(records);
    expect(['Shelf.#width', '#width', 'a.ts#Shelf["a.b"]', 'Shelf["a.b"]'].map((text) => idOf(text, other))).toEqual([
      ids[0],
      ids[0],
      ids[1],
      ids[1],
    ]);
    expect(refusalOf('Shelf["a.b]', other).code).toBe('CONDUIT_UNKNOWN_TARGET');
    expect(refusalOf('Shelf["\\q"]', other).code).toBe('CONDUIT_UNKNOWN_TARGET');
  });
});

describe('a symbol that is refused', () => {
  it('is ambiguous when several fit as well, and names them', () => {
    const { code, message, candidates } = refusalOf('save');
    expect([code, message]).toEqual(['CONDUIT_AMBIGUOUS_TARGET', '`save` is the name of 4 symbols']);
    expect(candidates).toContain(`${ORDER}#Order.save`);
    expect(refusalOf('index.ts').candidates).toHaveLength(2);
  });

  it('is unknown, with what could have been meant', () => {
    const { code, candidates } = refusalOf('Ordr');
    expect(code).toBe('CONDUIT_UNKNOWN_TARGET');
    expect(candidates).toContain(`${ORDER}#Order`);
    expect(refusalOf('order.ts#plac').candidates).toContain(`${ORDER}#place`);
  });

  it('says which file could not be read, its own or one that it would be re-exported from, and counts what is declared', () => {
    const said = { message: '', line: 0, column: 0 };
    const records = recordsOf({
      modules: ['src/good.ts'],
      edges: [
        ['src/index.ts', 'src/pier.ts', ['export-from']],
        ['src/pier.ts', 'src/index.ts', ['export-from']],
        ['src/pier.ts', 'src/bad.ts', ['export-from']],
        ['src/good.ts', 'src/bad.ts'],
      ],
      diagnostics: [{ ...said, path: 'src/bad.ts', code: 'syntax-error' }],
    });
    const { image: other } = contextOf(withSymbols(records, { symbols: { 'src/good.ts#Mole': 'class' } }));
    const messageOf = (text: string): string => refusalOf(text, other).message;
    expect(messageOf('bad.ts#x')).toBe('nothing is named `bad.ts#x` among 1 symbol (`src/bad.ts`: syntax-error)');
    expect(messageOf('src/index.ts#x')).toBe(
      'nothing is named `src/index.ts#x` among 1 symbol (`src/bad.ts`, which it re-exports: syntax-error)',
    );
    expect(messageOf('good.ts#x')).toBe('nothing is named `good.ts#x` among 1 symbol');
  });

  it('is half a name, or half of what comes before it', () => {
    for (const text of ['rder', 'rder.ts#Order', 'gone.ts#Order', '@shop/core#Client', 'Order.gone']) {
      expect(refusalOf(text).code).toBe('CONDUIT_UNKNOWN_TARGET');
    }
  });

  it('is not known because its file could not be read, and that is said', () => {
    expect(refusalOf('broken-discount.ts#Discount').message).toContain(
      '(`packages/orders/src/broken-discount.ts`: syntax-error)',
    );
  });

  it('is as long as somebody likes, and takes no time', () => {
    for (const part of ['.', '~a', '["', '#a.', '/..'])
      expect(refusalOf(part.repeat(300_000)).code).toBe('CONDUIT_UNKNOWN_TARGET');
  });

  it('is asked of an image without symbols', () => {
    expect(refusalOf('Order', contextOf(shop).image).code).toBe('CONDUIT_IMAGE_MISSING');
  });
});
