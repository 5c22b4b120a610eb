import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../../../builders/command-line.ts';
import { recordsOf, shop } from '../../../builders/image-records.ts';
import { projectOf } from '../../../builders/project.ts';
import { sessionOf } from '../../../builders/session-of.ts';

const ask = (argv: readonly string[], records = shop, cwd = '/') =>
  commandLine({ open: async () => sessionOf(records) }, argv, { cwd });

const many = recordsOf({ modules: Array.from({ length: 80 }, (_, index) => `src/aisle-${index}.ts`) });

describe('introspect graph', () => {
  it('has every parameter as an option, those with hyphens too', async () => {
    const { stdout } = await ask([
      ...['graph', '--json', '--level', 'package', '--kinds', 'static,type', '--focus', '@shop/core', '--depth', 'all'],
      ...['--collapse', 'apps/{web,api}', '--collapse', 'libs/*', '--include', 'apps,packages', '--exclude', 'npm:*'],
      ...['--do-not-follow', 'packages/legacy'],
    ]);
    expect(JSON.parse(stdout).params).toEqual({
      level: 'package',
      kinds: ['static', 'type'],
      focus: '@shop/core',
      depth: 'all',
      collapse: ['apps/{web,api}', 'libs/*'],
      include: ['apps', 'packages'],
      exclude: ['npm:*'],
      'do-not-follow': ['packages/legacy'],
    });
  });

  it('is a short list for people, with a word on what it rests on', async () => {
    const { exit, stdout, stderr } = await ask(['graph', '--level', 'package']);
    expect(exit).toBe(0);
    expect(stdout).toBe(`@shop/core (4 files)
@shop/orders (4 files)
├─ @shop/core
├─ npm:zod (^4.1.0)
└─ ?:./loyalty (file-not-found)
shop (3 files)
├─ @shop/orders [static, type]
└─ node:process
`);
    expect(stderr).toMatch(/^3 modules, 2 edges, 2 external, 1 unresolved; from 9 files/);
  });

  it('takes a focus from the folder that the user is in', async () => {
    const root = projectOf({ 'package.json': {}, 'packages/orders/src/order.ts': '' });
    const { stdout } = await ask(
      ['graph', '--focus', 'order.ts', '--json', '--root', root],
      shop,
      join(root, 'packages/orders/src'),
    );
    expect(JSON.parse(stdout).params.focus).toBe('packages/orders/src/order.ts');
  });

  it.each([
    [['--focus', 'oder.ts'], 'CONDUIT_UNKNOWN_TARGET', 'packages/orders/src/order.ts'],
    [['--focus', 'index.ts'], 'CONDUIT_AMBIGUOUS_TARGET', 'packages/core/src/index.ts'],
    [['--exclude', 'src/[a'], 'CONDUIT_BAD_PARAMS', 'is not a glob'],
    [['--collapse', '(a+)+'], 'CONDUIT_BAD_PARAMS', 'has too many wildcards'],
    [['--level', 'modul'], 'CONDUIT_BAD_PARAMS', 'did you mean module?'],
    [['--max-nodes', '2'], 'CONDUIT_BAD_USAGE', 'at least 5'],
    [['--format', 'png'], 'CONDUIT_BAD_USAGE', 'mermaid'],
  ])('%j is refused with a way on', async (argv, code, hint) => {
    const { exit, stdout, stderr } = await ask(['graph', ...argv]);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(code);
    expect(stderr).toContain(hint);
  });
});

describe('a drawing', () => {
  it('of too many nodes is collapsed with a note on standard error', async () => {
    const { stdout, stderr } = await ask(['graph', '--format', 'dot'], many);
    expect(stdout).toContain('"src/*" [label="src/*\\n21 files"');
    expect(stderr).toMatch(/^note: 80 nodes are drawn as 60: .*\n80 modules, /);
  });

  it('is as large as was asked for', async () => {
    const boxes = async (...argv: string[]) =>
      (await ask(['graph', '--format', 'mermaid', ...argv], many)).stdout.match(/^ +n\d+\["/gm)?.length;
    expect(await boxes('--no-collapse')).toBe(80);
    expect(await boxes('--max-nodes', '70')).toBe(70);
    expect(await boxes('--max-nodes', '90')).toBe(80);
    // A folder that somebody asked for stays one, whatever is said of the rest.
    expect(await boxes('--collapse', 'src', '--no-collapse')).toBe(1);
    expect(await boxes('--no-collapse', '--collapse', 'src')).toBe(1);
  });

  it('can be made of deps too', async () => {
    const { exit, stdout } = await ask(['deps', 'order.ts', '--format', 'dot']);
    expect(exit).toBe(0);
    expect(stdout).toContain('digraph "introspect deps packages/orders/src/order.ts" {\n');
  });

  it.each(['dot', 'mermaid', 'csv'])('there is none of what is no query: %s', async (format) => {
    const { exit, stderr } = await commandLine({}, ['doctor', '--format', format]);
    expect(exit).toBe(2);
    expect(stderr).toContain(`only queries have the format \`${format}\``);
  });
});

it('csv says nothing beside the answer', async () => {
  const { stdout, stderr } = await ask(['graph', '--format', 'csv']);
  expect(stderr).toBe('');
  expect(stdout.split('\r\n')[0]).toMatch(/^list,id,kind,package,lines,/);
});
