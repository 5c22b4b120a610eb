import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { measureProcess, parseTimes } from '../../bench/measure-process.ts';

const limits = { cwd: tmpdir(), milliseconds: 20_000 };
const script = (code: string): string[] => [process.execPath, '-e', code];

describe('measureProcess', () => {
  it('gives back status and output', async () => {
    const run = await measureProcess(script('console.log("a b"); console.error("c"); process.exit(3)'), limits);
    expect(run).toMatchObject({ status: 3, stdout: 'a b\n', stderr: 'c\n', overLimit: false });
  });

  it('counts the processor time and the memory of a child of the child', async () => {
    const greedy = 'const b = Buffer.alloc(3e8, 1); for (const end = Date.now() + 400; Date.now() < end; ) b[1]++';
    const spawner = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(greedy)}])`;
    const [idle, busy] = [await measureProcess(script('0'), limits), await measureProcess(script(spawner), limits)];
    expect(Number(busy.cpuMilliseconds) - Number(idle.cpuMilliseconds)).toBeGreaterThan(200);
    if (process.platform === 'linux') expect(Number(busy.peakBytes) - Number(idle.peakBytes)).toBeGreaterThan(2.9e8);
  });

  it('ends what is over the limit, children included, and says so', async () => {
    const spawner = `require('node:child_process').spawnSync(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])`;
    const run = await measureProcess(script(spawner), { ...limits, milliseconds: 300 });
    expect(run).toMatchObject({ status: null, overLimit: true, cpuMilliseconds: null });
    expect(run.milliseconds).toBeLessThan(10_000);
  });
});

it('listens to no signal once the program has ended', async () => {
  const before = process.listenerCount('SIGINT');
  await measureProcess(script('0'), limits);
  expect(process.listenerCount('SIGINT')).toBe(before);
});

it('reads what the shell prints of its children', () => {
  expect(parseTimes('0m0.001s 0m0.002s\n1m2.500s 0m0.250s\n')).toBe(62_750);
  expect(parseTimes('')).toBeNull();
});
