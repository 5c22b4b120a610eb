import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConduitError } from '../../../../src/base/errors.ts';
import type { OpenOptions } from '../../../../src/session/node/open.ts';
import { type CommandLineOptions, commandLine } from '../../../builders/command-line.ts';
import { shop } from '../../../builders/image-records.ts';
import { projectOf } from '../../../builders/project.ts';
import { sessionOf } from '../../../builders/session-of.ts';

const session = sessionOf(shop);
const ORDER = 'packages/orders/src/order.ts';

async function deps(argv: readonly string[], options: CommandLineOptions = {}) {
  const opened: OpenOptions[] = [];
  const open = async (given: OpenOptions) => {
    opened.push(given);
    return session;
  };
  return { ...(await commandLine({ open }, ['deps', ...argv], options)), opened };
}

describe('the answer', () => {
  it('is a tree, with what it rests on beside it', async () => {
    const { exit, stdout, stderr } = await deps([ORDER, '--depth', '1']);
    expect(exit).toBe(0);
    expect(stdout).toBe(`${ORDER}
├─ packages/core/src/index.ts
│  └─ … 1 more below depth 1
├─ packages/orders/src/customer.ts [type]
│  ├─ packages/orders/src/order.ts (↑ shown above)
│  └─ … 1 more below depth 1
└─ npm:zod (external)
`);
    expect(stderr).toBe(
      '4 nodes, 4 edges, cut off at the depth asked for; from 9 files, 1 file not parsed, 1 import unresolved (see introspect doctor)\n',
    );
  });

  it('is the same envelope in every machine format', async () => {
    const { envelope } = await session.run('deps', { target: ORDER });
    const json = await deps([ORDER, '--json']);
    expect(JSON.parse(json.stdout)).toEqual(envelope);
    expect(json.stderr).toBe('');
    expect(json.stdout).toBe((await deps([ORDER, '--format', 'json'])).stdout);
    const [head, ...lines] = (await deps([ORDER, '--format', 'ndjson'])).stdout.trimEnd().split('\n');
    const values = lines.map((line) => JSON.parse(line));
    const listed = (name: string) => values.flatMap((value) => (name in value ? [value[name]] : []));
    const result = { ...JSON.parse(head ?? '').result, nodes: listed('nodes'), edges: listed('edges') };
    expect({ ...JSON.parse(head ?? ''), result }).toEqual(envelope);
  });

  it('is a table without lines or colours in a pipe', async () => {
    const { stdout } = await deps([ORDER, '--depth', '1', '--format', 'table'], { env: { FORCE_COLOR: '0' } });
    expect(stdout).toBe(`root  ${ORDER}

nodes (4)
id                               kind      depth  package       ranges  more
packages/orders/src/order.ts     module    0      @shop/orders
npm:zod                          external  1      zod           ^4.1.0
packages/core/src/index.ts       module    1      @shop/core            1
packages/orders/src/customer.ts  module    1      @shop/orders          1

edges (4)
from                             to                               kinds   sites
packages/orders/src/customer.ts  packages/orders/src/order.ts     static  packages/orders/src/customer.ts:1:20
packages/orders/src/order.ts     npm:zod                          static  packages/orders/src/order.ts:3:20
packages/orders/src/order.ts     packages/core/src/index.ts       static  packages/orders/src/order.ts:1:20
packages/orders/src/order.ts     packages/orders/src/customer.ts  type    packages/orders/src/order.ts:2:20
`);
  });

  it('comes with an account of itself when asked', async () => {
    const { stdout, stderr } = await deps([ORDER, '--json', '--stats']);
    expect(stderr).toMatch(/^stats: answer [\d.]+ ms, .*; 1 kernel call on thread 0; image [0-9a-f]{32}\n$/);
    expect(stdout).toBe((await deps([ORDER, '--json'])).stdout);
  });
});

describe('the options', () => {
  it('reach the query', async () => {
    const { stdout } = await deps(['zod', '--reverse', '--kinds', 'static,type', '--kinds', 'asset', '--json']);
    expect(JSON.parse(stdout).params).toEqual({
      target: 'zod',
      depth: 10,
      reverse: true,
      kinds: ['static', 'type', 'asset'],
    });
  });

  it('say where the project and its image are, and whether to look at the sources', async () => {
    const { opened } = await deps(['zod', '--root', 'shop', '--image-dir', '../images', '--no-refresh'], {
      cwd: '/home/clerk',
    });
    expect(opened[0]).toMatchObject({ root: '/home/clerk/shop', imageDirectory: '/home/images', refresh: 'never' });
    const plain = await deps(['zod', '--root', '.'], { cwd: '/home/clerk' });
    expect(plain.opened[0]).toMatchObject({ root: '/home/clerk', imageDirectory: undefined, refresh: 'lazy' });
  });

  it('may stand before the command', async () => {
    const { exit, stdout } = await commandLine({ open: async () => session }, ['--json', 'deps', 'zod']);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout).result.root).toBe('npm:zod');
  });
});

describe('a target that is a path', () => {
  const root = () => projectOf({ 'package.json': {}, [ORDER]: '', 'packages/orders/zod': 'a file of that name' });

  it('is meant from the folder that the user is in', async () => {
    const cwd = join(root(), 'packages/orders/src');
    expect((await deps(['order.ts', '--json', '--root', '../../..'], { cwd })).stdout).toContain(`"root": "${ORDER}"`);
    expect((await deps(['./order.ts', '--json', '--root', '../../..'], { cwd })).stdout).toContain(
      `"target": "${ORDER}"`,
    );
  });

  it('is left as it is when there is no such file, or none in the project', async () => {
    const project = root();
    const cwd = join(project, 'packages/core');
    expect((await deps(['customer.ts', '--json', '--root', '../..'], { cwd })).stdout).toContain(
      '"target": "customer.ts"',
    );
    const outside = join(project, ORDER);
    expect((await deps([outside, '--root', '.'], { cwd })).exit).toBe(2);
  });
});

describe('a refusal', () => {
  it('of the query has its candidates, its exit code and nothing on standard output', async () => {
    const { exit, stdout, stderr } = await deps(['src/index.ts']);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`error: \`src/index.ts\` is the end of 2 ids
did you mean one of these?
  packages/core/src/index.ts
  packages/orders/src/index.ts
Give more of the path, so that one remains.
CONDUIT_AMBIGUOUS_TARGET, see docs/errors.md#conduit_ambiguous_target
`);
  });

  it('is an envelope on standard output when that is the format', async () => {
    const { exit, stdout } = await deps(['src/oder.ts', '--json']);
    expect(exit).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ query: 'deps', error: { code: 'CONDUIT_UNKNOWN_TARGET' } });
    const lines = (await deps(['src/oder.ts', '--format', 'ndjson'])).stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([JSON.parse(stdout)]);
  });

  it('of parameters comes before any build', async () => {
    const { exit, stderr, opened } = await deps(['zod', '--depth', 'deep']);
    expect([exit, opened]).toEqual([2, []]);
    expect(stderr).toContain('parameter `depth` takes a whole number of at least 0 or `all`, not `deep`');
  });

  it.each([
    ['CONDUIT_BAD_CONFIG', 5],
    ['CONDUIT_DISABLED', 5],
    ['CONDUIT_BUILD_FAILED', 3],
    ['CONDUIT_IMAGE_MISSING', 3],
    ['CONDUIT_NO_ROOT', 2],
  ] as const)('to open with %s exits with %i', async (code, exit) => {
    const open = async () => {
      throw new ConduitError(code, 'the shop is closed');
    };
    const outcome = await commandLine({ open }, ['deps', 'zod', '--json']);
    expect(outcome.exit).toBe(exit);
    expect(JSON.parse(outcome.stdout)).toMatchObject({ query: 'deps', params: { target: 'zod' }, error: { code } });
  });

  it('nobody expected has no stack, but on request', async () => {
    const open = async () => {
      throw new TypeError('the till is stuck');
    };
    const quiet = await commandLine({ open }, ['deps', 'zod']);
    expect(quiet.exit).toBe(4);
    expect(quiet.stderr).toContain('error: the till is stuck');
    expect(quiet.stderr).not.toMatch(/^\s+at /m);
    const loud = await commandLine({ open }, ['deps', 'zod'], { env: { INTROSPECT_DEBUG: '1' } });
    expect(loud.stderr).toMatch(/^\s+at /m);
  });
});

describe('a build on the way', () => {
  it('is told on standard error', async () => {
    const open = async ({ onNotice, onProgress }: OpenOptions) => {
      onNotice?.('no image yet: building it');
      onProgress?.({ phase: 'parse', done: 3, total: 9 });
      return session;
    };
    const { stdout, stderr } = await commandLine({ open }, ['deps', 'zod', '--json']);
    expect(stderr).toBe('no image yet: building it\nparse: 3 of 9\n');
    expect(JSON.parse(stdout).result.root).toBe('npm:zod');
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])('that %s ends is no error', async (signal, exit) => {
    const controller = new AbortController();
    const open = async (options: OpenOptions) => {
      controller.abort(signal);
      expect(options.signal?.aborted).toBe(true);
      throw new ConduitError('CONDUIT_BUILD_FAILED', 'the build was interrupted');
    };
    const outcome = await commandLine({ open }, ['deps', 'zod'], { signal: controller.signal });
    expect(outcome).toEqual({ exit, stdout: '', stderr: 'interrupted; the previous image is unharmed\n' });
  });
});

it('closes what it opened', async () => {
  const own = sessionOf(shop);
  await commandLine({ open: async () => own }, ['deps', 'nowhere.ts']);
  expect(own.closed).toBe(true);
});
