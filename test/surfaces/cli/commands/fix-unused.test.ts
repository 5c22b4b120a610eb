import { describe, expect, it } from 'vitest';
import { commandLine } from '../../../builders/command-line.ts';
import { sessionOf } from '../../../builders/session-of.ts';
import { symbolShop } from '../../../builders/shop-symbols.ts';

const run = (...argv: string[]) => commandLine({ open: async () => sessionOf(symbolShop) }, ['unused', ...argv]);

describe('unused --fix', () => {
  it('is refused without --dry-run, because nothing is written', async () => {
    const { exit, stdout, stderr } = await run('--fix');
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain('introspect unused --fix --dry-run');
  });

  it('prints no other format than a patch', async () => {
    expect((await run('--fix', '--dry-run', '--json')).exit).toBe(2);
  });

  it('says what is left to people', async () => {
    const { exit, stdout, stderr } = await run('--fix', '--dry-run', '--include', 'files', '--root', '/');
    expect([exit, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/note: .* is left: it cannot be read/);
    expect(stderr).toContain('the patch takes out 0 files');
  });
});

it('without --fix is a query like any other', async () => {
  const { exit, stdout } = await run('--json', '--include', 'dependencies');
  expect(exit).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    query: 'unused',
    result: { files: [], dependencies: [{ package: 'zod' }] },
  });
});
