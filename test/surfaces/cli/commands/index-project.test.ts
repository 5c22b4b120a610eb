import { describe, expect, it } from 'vitest';
import { ConduitError } from '../../../../src/base/errors.ts';
import type { BuildOptions } from '../../../../src/session/node/build/build-image.ts';
import type { BuildSummary } from '../../../../src/session/node/build/messages.ts';
import { type CommandLineOptions, commandLine } from '../../../builders/command-line.ts';

const summary: BuildSummary = {
  image: '/shop/.introspect/image.bin',
  fingerprint: '0123456789abcdef0123456789abcdef',
  files: 7376,
  lines: 1234567,
  packages: 3,
  nodes: 8000,
  edges: 41000,
  symbols: 90_000,
  cycles: 2,
  parsed: 7374,
  failed: 2,
  reused: 7000,
  resolved: 412,
  bytes: 2_500_000,
  milliseconds: 1240,
  peakMemoryBytes: 300 * 2 ** 20,
  failures: [
    { path: 'src/broken.ts', reason: 'syntax-error: Expected a semicolon' },
    { path: 'src/maze.js', reason: 'parser-crashed' },
  ],
  skipped: { 'skipped-minified': 12 },
  unresolved: { 'file-not-found': 4, excluded: 1 },
  warnings: ['the parser is slow today'],
  restarts: 1,
};

async function index(
  argv: readonly string[] = [],
  options: CommandLineOptions = {},
  result: Partial<BuildSummary> = {},
) {
  const builds: [string, BuildOptions][] = [];
  const buildImage = async (root: string, build: BuildOptions) => {
    builds.push([root, build]);
    return { ...summary, ...result };
  };
  return { ...(await commandLine({ buildImage }, ['index', ...argv], { cwd: '/home/clerk', ...options })), builds };
}

it('says what it found, what it cost and what it could not read', async () => {
  const { exit, stdout, stderr } = await index(['shop']);
  expect([exit, stderr]).toEqual([0, '']);
  expect(stdout).toBe(`files        7,376 (7,374 parsed; 7,000 known from before)
lines        1,234,567
packages     3
edges        41,000 between 8,000 nodes
cycles       2
symbols      90,000
not parsed   2
passed over  12 (skipped-minified 12)
unresolved   5 (file-not-found 4, excluded 1)
time         1.2 s
memory       300 MiB at most
image        /shop/.introspect/image.bin (2442 KiB)
Warning: the parser is slow today.
The parser took its process down; 1 new start without the files named below.

Not parsed:
  src/broken.ts: syntax-error: Expected a semicolon
  src/maze.js: parser-crashed
`);
});

it('names at most twenty failures and counts the rest', async () => {
  const failures = Array.from({ length: 25 }, (_, number) => ({ path: `src/${number}.ts`, reason: 'not-utf8' }));
  const { stdout } = await index(['shop'], {}, { failures });
  expect(stdout).toContain('src/19.ts: not-utf8\n  … 5 more: introspect doctor\n');
  expect(stdout).not.toContain('src/20.ts');
});

it('prints an envelope for machines', async () => {
  const { stdout } = await index(['shop', '--json']);
  expect(JSON.parse(stdout)).toEqual({
    schema: 1,
    query: 'index',
    params: { root: 'shop' },
    asOf: { fingerprint: summary.fingerprint, stale: false },
    coverage: {
      status: 'partial',
      files: 7376,
      parsed: 7374,
      failed: 2,
      unresolved: summary.unresolved,
      skipped: summary.skipped,
    },
    result: summary,
  });
});

describe('the project', () => {
  it('is the argument, or --root', async () => {
    expect((await index(['shop'])).builds[0]?.[0]).toBe('/home/clerk/shop');
    expect((await index(['--root', 'shop'])).builds[0]?.[0]).toBe('/home/clerk/shop');
  });

  it('is built as asked', async () => {
    const { builds } = await index(['shop', '--cold', '--no-symbols', '--image-dir', 'images']);
    expect(builds[0]?.[1]).toMatchObject({ cold: true, symbols: false, imageDirectory: '/home/clerk/images' });
    expect((await index(['shop'])).builds[0]?.[1]).toMatchObject({
      cold: false,
      symbols: true,
      imageDirectory: undefined,
    });
  });
});

it('reports what stopped it, with its exit code', async () => {
  const buildImage = async () => {
    throw new ConduitError('CONDUIT_NO_SPACE', 'no space left for /shop/.introspect');
  };
  const { exit, stdout, stderr } = await commandLine({ buildImage }, ['index', '/shop', '--json']);
  expect(exit).toBe(3);
  expect(stderr).toContain('error: no space left for /shop/.introspect');
  expect(JSON.parse(stdout)).toMatchObject({ query: 'index', error: { code: 'CONDUIT_NO_SPACE' } });
});

it('ends quietly when interrupted', async () => {
  const controller = new AbortController();
  const buildImage = async () => {
    controller.abort('SIGINT');
    throw new ConduitError('CONDUIT_BUILD_FAILED', 'the build was interrupted');
  };
  const { exit, stderr } = await commandLine({ buildImage }, ['index', '/shop'], { signal: controller.signal });
  expect([exit, stderr]).toEqual([130, 'interrupted; the previous image is unharmed\n']);
});
