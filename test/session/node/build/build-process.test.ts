import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { startBuildProcess, startEarly } from '../../../../src/session/node/build/build-process.ts';

function take(): ReturnType<typeof startBuildProcess> {
  const child = startBuildProcess();
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

it('gives away the process that was started early once, and then others', () => {
  const early = startEarly();
  const [first, second] = [take(), take()];
  expect(first).toBe(early);
  expect(second.pid).not.toBe(early.pid);
});

it('starts another in the place of one that has died', async () => {
  const early = startEarly();
  early.kill('SIGKILL');
  await once(early, 'exit');
  const next = take();
  expect(next.connected).toBe(true);
  expect(next.pid).not.toBe(early.pid);
});

it('ends by itself when whoever started it lets go of it', async () => {
  const child = take();
  child.disconnect();
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
});
