import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { QUERIES } from '../../../src/queries/registry.ts';
import { commandLine } from '../../builders/command-line.ts';

const run = (...argv: string[]) => commandLine({}, argv);

describe('help', () => {
  it('lists every query of the registry and the other commands', async () => {
    const { exit, stdout, stderr } = await run('--help');
    expect(exit).toBe(0);
    expect(stderr).toBe('');
    const commands = [...QUERIES.map(({ name }) => name), 'index', 'query', 'serve', 'doctor', 'init'];
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
  });

  it('is what no command at all gives', async () => {
    expect(await run()).toEqual(await run('--help'));
  });

  it.each([...QUERIES.map(({ name }) => name), 'index', 'query', 'serve', 'doctor', 'init'])(
    'of %s has examples of it',
    async (command) => {
      const { exit, stdout } = await run('help', command);
      expect(exit).toBe(0);
      expect(stdout.slice(stdout.indexOf('Examples:'))).toContain(`introspect ${command}`);
    },
  );

  it('of a query has every parameter, its words and its default', async () => {
    const { stdout } = await run('deps', '--help');
    for (const part of [
      '--depth <n|all>',
      'Default: 10',
      '--reverse',
      '--kinds <list>',
      'export-from',
      '--image-dir',
    ]) {
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain(part);
    }
  });
});

it('prints the version', async () => {
  expect(await run('--version')).toEqual({ exit: 0, stdout: `${manifest.version}\n`, stderr: '' });
});

describe('a slip', () => {
  it.each([
    [['dpes', 'cart.ts'], "unknown command 'dpes'", 'deps'],
    [['doktor'], "unknown command 'doktor'", 'doctor'],
    [['deps', 'cart.ts', '--revers'], "unknown option '--revers'", '--reverse'],
    [['index', '--colt'], "unknown option '--colt'", '--cold'],
    [['help', 'doktor'], "unknown command 'doktor'", 'doctor'],
  ])('%j: did you mean', async (argv, message, meant) => {
    const { exit, stdout, stderr } = await run(...argv);
    expect(exit).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`error: ${message}\ndid you mean ${meant}?\n`);
    expect(stderr).toContain('docs/errors.md#conduit_bad_usage');
  });

  it.each([
    [['deps']],
    [['deps', 'cart.ts', 'order.ts']],
    [['deps', 'cart.ts', '--format', 'xml']],
    [['query']],
    [['serve', '--port', '70000']],
    [['index', 'shop', '--root', 'shop']],
    [['index', '']],
    [['deps', 'cart.ts', '--root=']],
    [['deps', 'cart.ts', '--image-dir', '']],
  ])('%j: exit code 2, one error, no stack', async (argv) => {
    const { exit, stderr } = await run(...argv);
    expect(exit).toBe(2);
    expect(stderr.match(/^error: /gm)).toHaveLength(1);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each([[['--json']], [['--format', 'json']], [['--format=json']]])('with %j is an envelope too', async (form) => {
    const { exit, stdout } = await run('dpes', ...form);
    expect(exit).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'CONDUIT_BAD_USAGE', candidates: ['deps'] } });
  });

  it.each([[['--format', 'ndjson']], [['--format=ndjson']]])('with %j is one line', async (form) => {
    const { stdout } = await run('dpes', ...form);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'CONDUIT_BAD_USAGE' } });
  });

  it('is red on a terminal, unless colours are not wanted', async () => {
    const red = '\u001b[31m';
    expect((await commandLine({}, ['dpes'], { terminal: true })).stderr).toContain(red);
    expect((await commandLine({}, ['dpes'])).stderr).not.toContain(red);
    expect((await commandLine({}, ['dpes', '--no-color'], { terminal: true })).stderr).not.toContain(red);
    expect((await commandLine({}, ['dpes'], { terminal: true, env: { NO_COLOR: '1' } })).stderr).not.toContain(red);
    expect((await commandLine({}, ['dpes'], { env: { FORCE_COLOR: '1' } })).stderr).toContain(red);
  });
});
