import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Envelope } from '../../../../src/base/envelope.ts';
import { QUERIES } from '../../../../src/queries/registry.ts';
import { csvOf } from '../../../../src/surfaces/cli/render/csv.ts';
import { type Project, recordsOf, shop } from '../../../builders/image-records.ts';
import { sessionOf } from '../../../builders/session-of.ts';

interface ListSchema {
  readonly items?: { readonly properties?: object };
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
  const { properties = {} } = z.toJSONSchema(query.result) as { properties?: Record<string, ListSchema> };
  const keys = Object.values(properties).flatMap(({ items }) => Object.keys(items?.properties ?? {}));
  const [header = ''] = csvOf({ query: name, result: {} } as Envelope);
  expect(header.trimEnd().split(',').sort()).toEqual(['list', ...new Set(keys)].sort());
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
