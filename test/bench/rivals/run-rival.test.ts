import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Rival, Task } from '../../../bench/rivals/rival.ts';
import { findAbsent, readFound, runRival } from '../../../bench/rivals/run-rival.ts';

const scratch = mkdtempSync(join(tmpdir(), 'conduit-rivals-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const task: Task = { root: scratch, tsconfig: null, scratch, installed: (path) => join(scratch, path) };

const tool = (code: string, more: Partial<Rival> = {}): Rival => ({
  name: 'tool',
  command: () => [process.execPath, '-e', code],
  goodStatus: [0],
  read: ({ stdout }) => ({ modules: JSON.parse(stdout), edges: null, cycles: null }),
  follows: [],
  ...more,
});

describe('a rival', () => {
  it('is absent until its package is there', () => {
    expect(findAbsent(tool(''), task)).toMatchObject({ state: 'absent' });
    mkdirSync(join(scratch, 'node_modules/tool'), { recursive: true });
    writeFileSync(join(scratch, 'node_modules/tool/package.json'), '{}');
    expect(findAbsent(tool(''), task)).toBeNull();
  });

  it('that ends badly has failed, in its own words', async () => {
    const run = await runRival(tool('console.error("needs   Node 30"); process.exit(2)'), task, 20_000);
    expect(run).toEqual({ state: 'failed', message: 'ended with 2: needs Node 30' });
  });

  it('may end with the number of what it found', async () => {
    const run = await runRival(tool('console.log("[]"); process.exit(36)', { goodStatus: 'any' }), task, 20_000);
    expect(run).toMatchObject({ status: 36, stdout: '[]\n' });
  });

  it('that a signal ends has failed, whatever status is good', async () => {
    const run = await runRival(tool('process.kill(process.pid, "SIGSEGV")', { goodStatus: [0] }), task, 20_000);
    expect(run).toMatchObject({ state: 'failed' });
  });

  it('over the limit is said to be so', async () => {
    const run = await runRival(tool('setTimeout(() => {}, 60000)'), task, 300);
    expect(run).toEqual({ state: 'over limit', message: 'not done after 0.3 s' });
  });

  it('whose output cannot be read is not guessed at', async () => {
    const rival = tool('console.log("{ cut o")');
    const run = await runRival(rival, task, 20_000);
    if ('message' in run) throw new Error(run.message);
    expect(await readFound(rival, task, run, 20_000)).toMatchObject({ state: 'unreadable' });
  });

  it('is read from its second command where it has one', async () => {
    const rival = tool('console.log("[]")', { details: () => [process.execPath, '-e', 'console.log(`["cart.ts"]`)'] });
    const run = await runRival(rival, task, 20_000);
    if ('message' in run) throw new Error(run.message);
    expect(await readFound(rival, task, run, 20_000)).toMatchObject({ modules: ['cart.ts'] });
  });
});
