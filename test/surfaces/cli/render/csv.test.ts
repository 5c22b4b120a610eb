import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Envelope } from '../../../../src/base/envelope.ts';
import { QUERIES } from '../../../../src/queries/registry.ts';
import { csvOf } from '../../../../src/surfaces/cli/render/csv.ts';
import { type Project, recordsOf, shop } from '../../../builders/image-records.ts';
import { sessionOf } from '../../../builders/session-of.ts';
import { symbolShop } from '../../../builders/shop-symbols.ts';

interface ListSchema {
  /** Of what may be null. */
  readonly anyOf?: readonly ListSchema[];
  readonly properties?: object;
  readonly items?: ListSchema;
}

/** The keys of what a row stands for; in a list of lists also the number of that. */
function columnsOf({ properties, items, anyOf }: ListSchema): string[] {
  if (anyOf) return anyOf.flatMap(columnsOf);
  if (items?.items) return ['path', ...columnsOf(items)];
  return Object.keys(items?.properties ?? properties ?? {});
}

async function rowsOf(query: string, params: Record<string, unknown>, project?: Project): Promise<string[][]> {
  const session = sessionOf(project ? recordsOf(project) : shop);
  return parse([...csvOf((await session.query(query, params)) as Envelope)].join(''));
}

/** A reader of RFC 4180 in the plainest form. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  for (let at = 0; at < text.length; ) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(text.slice(at));
    const plain = /^[^,\r\n"]*/.exec(text.slice(at))?.[0] ?? '';
    rows.at(-1)?.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : plain);
    at += quoted ? quoted[0].length : plain.length;
    if (text[at] === ',') at++;
    else {
      expect(text.slice(at, at + 2)).toBe('\r\n');
      at += 2;
      if (at < text.length) rows.push([]);
    }
  }
  return rows;
}

it('has a row for every entry of every list, under one header', async () => {
  const [header = [], ...rows] = await rowsOf('graph', { level: 'package' });
  for (const row of rows) expect(row).toHaveLength(header.length);
  const records = rows.map((row) => Object.fromEntries(row.map((text, column) => [header[column], text])));
  expect(records.map(({ list }) => list)).toEqual([
    ...['modules', 'modules', 'modules'],
    ...['edges', 'edges', 'external', 'external', 'unresolved'],
  ]);
  expect(records[4]).toMatchObject({ from: 'shop', to: '@shop/orders', kinds: 'static type', count: '3' });
  expect(records[5]).toMatchObject({
    to: 'npm:zod',
    package: 'zod',
    range: '^4.1.0',
    sites: expect.stringMatching(/:3:20$/),
  });
  expect(records[7]).toMatchObject({ reason: 'file-not-found', location: 'packages/orders/src/customer.ts:2:20' });
});

it.each(QUERIES.map((query) => [query.name, query] as const))('has a column for all that %s can say', (name, query) => {
  const { anyOf, ...only } = z.toJSONSchema(query.result) as { anyOf?: object[] };
  const lists = (anyOf ?? [only]).flatMap((one) =>
    Object.values((one as { properties: Record<string, ListSchema> }).properties),
  );
  const keys = lists.flatMap(columnsOf);
  const [header = ''] = csvOf({ query: name, result: {} } as Envelope);
  expect(header.trimEnd().split(',').sort()).toEqual(['list', ...new Set(keys)].sort());
});

it('has a row for every step of every chain, with the number of that', async () => {
  const [, ...rows] = await rowsOf('why', { from: 'apps/web/src/main.ts', to: '@shop/core', paths: 2 });
  expect(rows.map(([list, path, from]) => [list, path, from?.replace(/.*\//, '')])).toEqual([
    ['paths', '1', 'main.ts'],
    ['paths', '1', 'index.ts'],
    ['paths', '1', 'order.ts'],
    ['paths', '2', 'main.ts'],
    ['paths', '2', 'checkout.ts'],
    ['paths', '2', 'index.ts'],
    ['paths', '2', 'order.ts'],
  ]);
});

it('has one row for the one thing that an answer is about, and one for its source', async () => {
  const envelope = (await sessionOf(symbolShop).query('symbol', { symbol: 'Order.lines' })) as Envelope;
  const [header = [], row = [], excerpt = [], ...more] = parse([...csvOf(envelope)].join(''));
  expect([more, row[header.indexOf('name')], row[header.indexOf('flags')]]).toEqual([[], 'lines', 'readonly private']);
  expect([excerpt[0], excerpt[header.indexOf('text')]]).toEqual(['excerpt', 'private readonly lines: Line[] = [];']);
});

it('has the same header for an empty graph', async () => {
  const [header] = await rowsOf('graph', {}, { modules: ['main.ts'] });
  expect(header).toEqual((await rowsOf('graph', {}))[0]);
});

it('keeps what would end a field or a line', async () => {
  const path = 'src/"a",\r\nb .ts';
  const rows = await rowsOf('graph', {}, { modules: [path, ' c.ts'] });
  expect(rows.slice(1).map((row) => row[1])).toEqual([' c.ts', path]);
});
