import { expect, it, onTestFinished } from 'vitest';
import { listen } from '../../../src/surfaces/http/listen.ts';
import { createServer } from '../../../src/surfaces/http/server.ts';
import { shop } from '../../builders/image-records.ts';
import { sessionOf } from '../../builders/session-of.ts';

const session = sessionOf(shop);

function server() {
  const made = createServer(session);
  onTestFinished(() => made.close());
  return made;
}

it.each(['127.0.0.1', 'localhost'])('listens on %s', async (host) => {
  expect(await listen(server(), host, 0)).toMatch(/^http:\/\/[^/]+:\d+$/);
});

it.each(['0.0.0.0', '::', 'shop.example', '192.168.0.7'])('refuses %s', async (host) => {
  await expect(listen(server(), host, 0)).rejects.toMatchObject({ code: 'CONDUIT_ADDRESS' });
});

it('says that a port is in use', async () => {
  const { port } = new URL(await listen(server(), '127.0.0.1', 0));
  await expect(listen(server(), '127.0.0.1', Number(port))).rejects.toMatchObject({
    code: 'CONDUIT_ADDRESS',
    message: expect.stringContaining('in use'),
  });
});
