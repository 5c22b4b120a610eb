import { describe, expect, it } from 'vitest';
import { NO_PROJECT } from '../../../../src/facts/project-records.ts';
import { commandLine } from '../../../builders/command-line.ts';
import { recordsOf } from '../../../builders/image-records.ts';
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

describe('unused --fix of more findings than an answer may have', () => {
  const modules = Array.from({ length: 10_050 }, (_, at) => `old/m${String(at).padStart(5, '0')}.ts`);
  const records = { ...recordsOf({ modules }), project: NO_PROJECT };
  const fix = (...argv: string[]) =>
    commandLine({ open: async () => sessionOf(records) }, [
      ...['unused', '--fix', '--dry-run', '--include', 'files', '--confidence', 'low', '--root', '/'],
      ...argv,
    ]);

  it('goes through all pages', async () => {
    const { exit, stderr } = await fix();
    expect(exit).toBe(0);
    expect(stderr.match(/^note: old\/m\d+\.ts is left/gm)).toHaveLength(10_050);
    expect(stderr).not.toContain('of 10050 findings');
  });

  it('takes one page where that is asked for, and says so', async () => {
    const { stderr } = await fix('--limit', '10');
    expect(stderr.match(/is left/g)).toHaveLength(10);
    expect(stderr).toContain('note: the patch is of 10 of 10050 findings');
  });

  it('is no reason to fail', async () => {
    expect((await fix('--fail-on', 'files')).exit).toBe(2);
  });
});

describe('unused --fail-on', () => {
  it('makes findings of these issues the exit code, on whatever page they are', async () => {
    const { exit, stderr, stdout } = await run(
      '--json',
      '--limit',
      '1',
      '--fail-on',
      'members,duplicates,dependencies',
    );
    expect([exit, stderr]).toEqual([1, 'unused: 1 dependencies\n']);
    expect(stdout).toBe((await run('--json', '--limit', '1')).stdout);
  });

  it('is refused where what it asks for is not looked for, and for what there is not', async () => {
    const left = await run('--include', 'files', '--fail-on', 'exports,files');
    expect([left.exit, left.stdout]).toEqual([2, '']);
    expect(left.stderr).toContain('--include');
    expect((await run('--fail-on', 'low')).stderr).toContain('--confidence');
    expect((await run('--fail-on', 'low', '--confidence', 'low')).exit).toBe(1);
    expect((await run('--fail-on', 'resources')).exit).toBe(2);
  });

  it('counts what is sure enough alone', async () => {
    const records = { ...recordsOf({ modules: ['old.ts'] }), project: NO_PROJECT };
    const ask = async (...argv: string[]) => {
      const services = { open: async () => sessionOf(records) };
      return (await commandLine(services, ['unused', '--include', 'files', '--confidence', 'low', ...argv])).exit;
    };
    expect(await ask('--fail-on', 'files')).toBe(1);
    expect(await ask('--fail-on', 'files', '--fail-on', 'medium')).toBe(0);
  });

  it('fails where too little could be read', async () => {
    const diagnostics = [{ path: 'torn.ts', code: 'syntax-error' as const, message: 'torn', line: 1, column: 1 }];
    const records = { ...recordsOf({ modules: ['torn.ts', 'whole.test.ts'], diagnostics }), project: NO_PROJECT };
    const torn = (...argv: string[]) => commandLine({ open: async () => sessionOf(records) }, ['unused', ...argv]);
    const { exit, stderr } = await torn('--include', 'dependencies', '--fail-on', 'dependencies');
    expect([exit, stderr]).toEqual([1, expect.stringContaining('only 50.00 %')]);
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
