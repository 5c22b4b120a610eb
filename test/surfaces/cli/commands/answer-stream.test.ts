import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import type { OpenOptions } from '../../../../src/session/node/open.ts';
import { runCli } from '../../../../src/surfaces/cli/run-cli.ts';
import { sessionServices } from '../../../../src/surfaces/cli/services.ts';
import { commandLine } from '../../../builders/command-line.ts';
import { shop } from '../../../builders/image-records.ts';
import { sessionOf } from '../../../builders/session-of.ts';

it('answers lines by a pool, and closes it', async () => {
  const session = sessionOf(shop);
  let opened: OpenOptions | undefined;
  const open = async (options: OpenOptions) => {
    opened = options;
    return session;
  };
  const stdin = '{"id":1,"query":"deps","params":{"target":"zod"}}\nbread\n';
  const { exit, stdout, stderr } = await commandLine({ open }, ['query', '--stdin', '--ordered'], { stdin });
  expect([exit, stderr]).toEqual([0, '']);
  const [answer, refusal] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answer).toEqual({ id: 1, ...(await session.query('deps', { target: 'zod' })) });
  expect(refusal.error.message).toBe('line 2 is not JSON');
  expect(opened?.pool).toEqual({});
  expect(session.closed).toBe(true);
});

it('ends on a signal while it waits for input', async () => {
  const session = sessionOf(shop);
  const controller = new AbortController();
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const terminal = { stdout: false, stderr: false };
  const io = { stdin, stdout, stderr, env: {}, cwd: '/', terminal, signal: controller.signal };
  const exit = runCli(['query', '--stdin'], io, { ...sessionServices, open: async () => session });
  stdin.write('{"query":"deps","params":{"target":"zod"}}\n');
  await new Promise((resolve) => stdout.once('data', resolve));
  controller.abort('SIGINT');
  expect(await exit).toBe(130);
  expect(session.closed).toBe(true);
});
