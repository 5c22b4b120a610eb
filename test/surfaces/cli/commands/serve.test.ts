import { expect, it } from 'vitest';
import type { OpenOptions } from '../../../../src/session/node/open.ts';
import { commandLine } from '../../../builders/command-line.ts';
import { shop } from '../../../builders/image-records.ts';
import { sessionOf } from '../../../builders/session-of.ts';

it('answers until a signal comes, then closes everything and ends well', async () => {
  const session = sessionOf(shop);
  const controller = new AbortController();
  let opened: OpenOptions | undefined;
  let health: Promise<unknown> | undefined;
  const open = async (options: OpenOptions) => {
    opened = options;
    return session;
  };
  const outcome = await commandLine({ open }, ['serve', '--port', '0'], {
    signal: controller.signal,
    onError(text) {
      const address = /listening on (\S+)/.exec(text)?.[1];
      health = fetch(`${address}/healthz`)
        .then((response) => response.json())
        .finally(() => controller.abort('SIGINT'));
    },
  });
  expect(outcome).toMatchObject({ exit: 0, stdout: '' });
  expect(await health).toMatchObject({ status: 'ok' });
  expect(opened?.pool).toEqual({});
  expect(session.closed).toBe(true);
});

it('serves nobody but this machine', async () => {
  const session = sessionOf(shop);
  const { exit, stderr } = await commandLine({ open: async () => session }, ['serve', '--host', '0.0.0.0']);
  expect(exit).toBe(2);
  expect(stderr).toContain('CONDUIT_ADDRESS');
  expect(session.closed).toBe(true);
});
