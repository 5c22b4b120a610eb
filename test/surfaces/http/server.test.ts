import { request } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUERIES } from '../../../src/queries/registry.ts';
import { listen } from '../../../src/surfaces/http/listen.ts';
import { createServer } from '../../../src/surfaces/http/server.ts';
import { commandLine } from '../../builders/command-line.ts';
import { sessionOf } from '../../builders/session-of.ts';
import { shopProject } from '../../builders/shop-project.ts';
import { symbolShop } from '../../builders/shop-symbols.ts';

const session = sessionOf({ ...symbolShop, project: shopProject });
let server: FastifyInstance;
let address: string;

beforeAll(async () => {
  server = createServer(session);
  address = await listen(server, '127.0.0.1', 0);
});
afterAll(() => server.close());

async function get(path: string, init: RequestInit = {}) {
  const response = await fetch(`${address}${path}`, init);
  const text = await response.text();
  return { status: response.status, type: response.headers.get('content-type'), text };
}

describe('an answer', () => {
  it('is the bytes of the envelope that every surface gives', async () => {
    const { status, type, text } = await get('/v1/deps?target=order.ts&depth=2&reverse=true');
    expect([status, type]).toEqual([200, 'application/json; charset=utf-8']);
    expect(text).toBe(JSON.stringify(await session.query('deps', { target: 'order.ts', depth: 2, reverse: true })));
    const cli = await commandLine({ open: async () => session }, [
      ...['deps', 'order.ts', '--depth', '2', '--reverse', '--json'],
    ]);
    expect(cli.stdout).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  });

  it.each(['kinds=type,static', 'kinds=type&kinds=static', 'kinds=type%2Cstatic'])(
    'takes lists as %s',
    async (kinds) => {
      const { text } = await get(`/v1/deps?target=order.ts&${kinds}`);
      expect(JSON.parse(text).params.kinds).toEqual(['type', 'static']);
    },
  );

  it('of the graph takes globs, with commas of their own', async () => {
    const { status, text } = await get('/v1/graph?collapse=packages/{core,orders},apps&do-not-follow=apps&depth=all');
    expect(status).toBe(200);
    const { params, result } = JSON.parse(text);
    expect(params.collapse).toEqual(['packages/{core,orders}', 'apps']);
    expect(result.modules.map(({ id }: { id: string }) => id)).toEqual(['apps/', 'packages/core/', 'packages/orders/']);
    expect((await get('/v1/graph?exclude=[a')).status).toBe(400);
  });

  it('takes a flag without a value', async () => {
    expect(JSON.parse((await get('/v1/deps?target=zod&reverse')).text).params.reverse).toBe(true);
  });

  it('about symbols takes names with `#` and `.`, and cursors', async () => {
    const symbols = sessionOf(symbolShop);
    const server = createServer(symbols);
    const url = '/v1/refs?symbol=src/order.ts%23Order&limit=3';
    const first = JSON.parse((await server.inject({ url, headers: { host: 'localhost' } })).body);
    expect(first.page).toMatchObject({ total: 4, returned: 3 });
    const next = { url: `${url}&cursor=${first.page.cursor}`, headers: { host: 'localhost' } };
    expect(JSON.parse((await server.inject(next)).body).result.sites).toHaveLength(1);
    await server.close();
  });

  it('exists for every query of the registry', async () => {
    for (const { name } of QUERIES) {
      const { status, text } = await get(`/v1/${name}`);
      // This project has no rules to check.
      expect(name === 'check' ? [404] : [200, 400]).toContain(status);
      expect(JSON.parse(text).query).toBe(name);
    }
  });
});

it('says that it is well, and of which image it speaks', async () => {
  const { status, text } = await get('/healthz');
  expect([status, JSON.parse(text)]).toEqual([200, { status: 'ok', fingerprint: session.fingerprint }]);
});

describe('a refusal', () => {
  it.each([
    ['/v1/deps', 400, 'CONDUIT_BAD_PARAMS'],
    ['/v1/deps?target=zod&depth=deep', 400, 'CONDUIT_BAD_PARAMS'],
    ['/v1/deps?target=zod&depth=1&depth=2', 400, 'CONDUIT_BAD_PARAMS'],
    ['/v1/deps?target=zod&__proto__=x', 400, 'CONDUIT_BAD_PARAMS'],
    ['/v1/deps?target=oder.ts', 404, 'CONDUIT_UNKNOWN_TARGET'],
    ['/v1/deps?target=src/index.ts', 409, 'CONDUIT_AMBIGUOUS_TARGET'],
    ['/v1/dpes', 404, 'CONDUIT_UNKNOWN_QUERY'],
    ['/', 404, 'CONDUIT_UNKNOWN_QUERY'],
    ['/v1/%zz', 400, 'CONDUIT_BAD_PARAMS'],
  ])('%s: %i', async (path, status, code) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.type).toBe('application/json; charset=utf-8');
    const { error } = JSON.parse(answer.text);
    expect(error).toMatchObject({ code, docs: `docs/errors.md#${code.toLowerCase()}` });
    expect(answer.text).not.toContain('.ts:');
  });

  it('suggests what is near, and what there is when nothing is', async () => {
    expect(JSON.parse((await get('/v1/dpes')).text).error.candidates).toEqual(['/v1/deps']);
    expect(JSON.parse((await get('/shelf')).text).error.candidates).toContain('/v1/deps');
  });

  it('meets every method that could write', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const { status, text } = await get('/v1/deps?target=zod', { method });
      expect([status, JSON.parse(text).error.message]).toEqual([404, `/v1/deps answers GET, not ${method}`]);
    }
  });

  it('meets a request that was made to another name', async () => {
    // fetch sets this header by itself.
    const status = await new Promise((resolve, reject) => {
      const { port } = new URL(address);
      const headers = { host: 'shop.example' };
      request({ port, host: '127.0.0.1', path: '/healthz', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });

  it('of a defect has no stack', async () => {
    const broken = createServer({
      fingerprint: '',
      query: () => Promise.reject(new TypeError('the till is stuck')),
    });
    const at = await listen(broken, 'localhost', 0);
    const response = await fetch(`${at}/v1/deps?target=zod`);
    const text = await response.text();
    await broken.close();
    expect(response.status).toBe(500);
    expect(JSON.parse(text).error).toMatchObject({ code: 'CONDUIT_QUERY_FAILED', message: 'the till is stuck' });
    expect(text).not.toContain(' at ');
  });
});
