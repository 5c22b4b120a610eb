import { describe, expect, it } from 'vitest';
import { NO_SYMBOL, type SymbolRecords } from '../../src/facts/symbol-records.ts';
import { encodeImage } from '../../src/image/encode.ts';
import type { SymbolsReader } from '../../src/image/reader.ts';
import { recordsOf } from '../builders/image-records.ts';
import { openBytes } from '../builders/open-bytes.ts';
import { symbolShop } from '../builders/shop-symbols.ts';
import { withSymbols } from '../builders/symbol-records.ts';
import { vectorChecks } from '../oracles/vector-checks.ts';

const open = (records = symbolShop) => openBytes(encodeImage(records, vectorChecks).bytes);
const recordsOfShop = symbolShop.symbols as SymbolRecords;
const { symbols, symbolTexts } = open();
const ORDER = 'packages/orders/src/order.ts';

/** The symbol of that id, found the slow way. */
function numberOf(id: string, of: SymbolsReader = symbols): number {
  for (let symbol = 0; symbol < of.count; symbol++) if (of.idOf(symbol) === id) return symbol;
  throw new Error(`there is no ${id}`);
}

describe('symbols that were read', () => {
  it('have the ids that were linked, also those that do not follow from their names', () => {
    expect(Array.from({ length: symbols.count }, (_, symbol) => symbols.idOf(symbol))).toEqual(recordsOfShop.ids);
    expect(recordsOfShop.ids).toContain(`${ORDER}#Order.total~static`);
    expect(symbols.nameOf(numberOf(`${ORDER}#Order.total~static`))).toBe('total');
  });

  it('have ids below one that does not follow: a `#` in a path is escaped', () => {
    const said = { 'src/a.ts#Order': 'class', 'src/a.ts#Order.save': 'method' } as const;
    const plain = withSymbols(recordsOf({ modules: ['src/a.ts'] }), { symbols: said });
    const ids = plain.symbols?.ids.map((id) => id.replace('src/a.ts', 'src/a%23.ts')) ?? [];
    const escaped = { ...plain, symbols: { ...(plain.symbols as SymbolRecords), ids } };
    const reader = open(escaped).symbols;
    expect([0, 1, 2].map(reader.idOf)).toEqual(ids);
  });

  it('have kind, flags, node, parent and members', () => {
    const order = numberOf(`${ORDER}#Order`);
    const members = ['lines', 'save', 'total', 'total~static'].map((name) => numberOf(`${ORDER}#Order.${name}`));
    const [lines = 0] = members;
    expect([symbols.kindOf(order), symbols.kindOf(lines)]).toEqual(['class', 'property']);
    expect(symbols.flagsOf(lines)).toEqual(['readonly', 'private']);
    expect(symbols.membersOf(order)).toEqual(members);
    expect(symbols.allWithin(order)).toEqual([order, ...members]);
    expect(symbols.allWithin(numberOf(ORDER))).toHaveLength(11);
    expect(symbols.allWithin(numberOf('npm:zod#z'))).toEqual([numberOf('npm:zod#z')]);
    expect(members.map(symbols.parentOf)).toEqual(members.map(() => order));
    expect(symbols.parentOf(order)).toBe(numberOf(ORDER));
    expect(symbols.parentOf(numberOf(ORDER))).toBeNull();
    expect(symbolShop.graph.ids[symbols.nodeOf(lines)]).toBe(ORDER);
    expect(symbols.membersOf(numberOf('npm:zod#z'))).toEqual([]);
  });

  it('stand together in their modules, externals last', () => {
    const module = numberOf(ORDER);
    expect(symbols.idOf(symbols.endOfModule(module) - 1)).toBe(`${ORDER}#place`);
    expect(Array.from(symbols.modules, symbols.kindOf)).not.toContain('class');
    expect(symbols.endOfModule(symbols.modules.at(-1) ?? 0)).toBe(symbols.projectEnd);
    expect(symbols.idOf(symbols.projectEnd)).toBe('npm:zod#z');
  });

  it('have declarations with their texts', () => {
    const [first, second, ...more] = symbols.declarationsOf(numberOf(`${ORDER}#Order.total`));
    expect(more).toEqual([]);
    expect(first?.location).toMatchObject({ path: ORDER, column: 1, endColumn: 31 });
    expect(second?.name).toMatchObject({ column: 7, endColumn: 12 });
    expect(symbolTexts.signatureOf(first?.number ?? -1)).toBe('total(): Money');
    const [order] = symbols.declarationsOf(numberOf(`${ORDER}#Order`));
    expect(symbolTexts.docOf(order?.number ?? -1)).toBe('What somebody bought.');
    expect(symbols.declarationsOf(numberOf(ORDER))).toEqual([]);
  });

  it('are found by name, and by the names under which they are exported', () => {
    expect(symbols.named('save').map(symbols.idOf)).toEqual([
      'apps/web/src/routes/checkout.ts#Cart.save',
      `${ORDER}#Store.save`,
      `${ORDER}#Order.save`,
      `${ORDER}#SpecialOrder.save`,
    ]);
    expect(symbols.named('nothing')).toEqual([]);
    const [client] = symbols.exportsNamed('Client');
    expect(symbols.idOf(client?.symbol ?? 0)).toBe('packages/orders/src/customer.ts#Customer');
    const exported = symbols.exportedAs(numberOf(`${ORDER}#Order`));
    expect(exported.map(({ module, name }) => `${symbols.idOf(module)} ${name}`)).toEqual([
      'packages/orders/src/index.ts Order',
      `${ORDER} Order`,
    ]);
  });

  it('have edges with places, forward and back', () => {
    for (let edge = 0; edge < symbols.edgeCount; edge++) {
      const from = symbols.sourceOf(edge);
      expect(recordsOfShop.offsets[from]).toBeLessThanOrEqual(edge);
      expect(recordsOfShop.offsets[from + 1]).toBeGreaterThan(edge);
    }
    symbols.reverseEdges.forEach((edge, entry) => {
      expect(symbols.reverse.targets[entry]).toBe(symbols.sourceOf(edge));
      expect(symbols.reverse.masks[entry]).toBe(symbols.forward.masks[edge]);
    });
    const place = numberOf(`${ORDER}#place`);
    const edge = recordsOfShop.offsets[place] ?? 0;
    expect(symbols.sitesOf(edge)).toEqual([
      { kind: 'new', location: { path: ORDER, line: 100, column: 5, endLine: 100, endColumn: 10 } },
      { kind: 'returns', location: { path: ORDER, line: 101, column: 5, endLine: 101, endColumn: 10 } },
    ]);
  });

  it('know how often their name is used on something unknown', () => {
    expect(['save', 'total', 'lines', 'gone'].map(symbols.unknownUses)).toEqual([7, 2, 0, 0]);
    expect(symbols.allUnknownUses).toBe(9);
  });
});

it('cuts names that are longer than a line of code ever is, and keeps where they begin', () => {
  const sites = Uint32Array.from(recordsOfShop.sites);
  sites[3] = 70_000;
  const { symbols: cut } = open({ ...symbolShop, symbols: { ...recordsOfShop, sites } });
  expect(cut.sitesOf(0)[0]?.location).toMatchObject({ line: 100, column: 5, endColumn: 5 + 65_535 });
});

it('encodes a project without any symbol', () => {
  const empty = withSymbols(recordsOf({}), {});
  expect(open(empty).symbols).toMatchObject({ count: 0, projectEnd: 0, edgeCount: 0 });
  expect(empty.symbols?.parents).not.toContain(NO_SYMBOL);
});
