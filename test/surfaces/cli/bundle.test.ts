import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cliBundle } from '../../../scripts/cli-bundle.mjs';
import { projectOf, SHOP } from '../../builders/project.ts';

const root = join(import.meta.dirname, '../../..');

async function bundle(): Promise<{ inputs: string[]; imports: { path: string; kind: string }[] }> {
  const { metafile } = await build({ ...cliBundle(root), write: false });
  const [output] = Object.values(metafile.outputs);
  return { inputs: Object.keys(metafile.inputs), imports: output?.imports ?? [] };
}

describe('the bundled command line', () => {
  it('holds what a warm answer loads, and none of what it does not', async () => {
    const { inputs } = await bundle();
    const packages = inputs.flatMap((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []);
    // Each costs start time. zod alone would double it: see scripts/zod-stand-in.mjs.
    expect([...new Set(packages)].sort()).toEqual([
      'commander',
      'fastest-levenshtein',
      'flatbuffers',
      'ignore',
      'jsonc-parser',
      'picocolors',
      'picomatch',
    ]);
    expect(inputs).toContain('src/queries/deps.ts');
    const heavy = inputs.filter((input) => /^src\/(syntax|facts\/(extract|resolve|link)|surfaces\/http)\//.test(input));
    expect(heavy.filter((input) => !input.endsWith('content-hash.ts'))).toEqual([]);
    expect(inputs.filter((input) => /^src\/queries\/.*\/answer-/.test(input))).toEqual([]);
    // Validation by the stand-in would accept anything.
    expect(inputs).not.toContain('src/session/core/config.ts');
  });

  it('leads out only to what is imported when it is used', async () => {
    const { imports } = await bundle();
    const required = imports
      .filter(({ kind }) => kind !== 'dynamic-import')
      .map(({ path }) => path.replace(/^node:/, ''));
    // The answers of the larger queries, when one of them is asked.
    expect([...new Set(required.filter((path) => path.startsWith('.') || path.includes('fastify')))]).toEqual([
      './answers.cjs',
    ]);
    const dynamic = imports.filter(({ kind }) => kind === 'dynamic-import').map(({ path }) => path);
    for (const path of dynamic) expect(path).toMatch(/^\.\/src\/.*\.js$/);
  });

  it('answers from a warm image with nothing beside it but the kernels', async () => {
    const project = projectOf(SHOP);
    const cli = join(root, 'dist/cli.cjs');
    execFileSync(process.execPath, [cli, 'index', project], { stdio: 'ignore' });
    const alone = mkdtempSync(join(tmpdir(), 'conduit-bundle-'));
    onTestFinished(() => rmSync(alone, { recursive: true, force: true }));
    mkdirSync(join(alone, 'dist'));
    for (const part of ['package.json', 'dist/cli.cjs', 'dist/cli-bundle.cjs', 'dist/wasm']) {
      cpSync(join(root, part), join(alone, part), { recursive: true });
    }
    const ask = (program: string): string =>
      execFileSync(process.execPath, [program, 'deps', 'cart/src/index.ts', '--root', project], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    expect(ask(join(alone, 'dist/cli.cjs'))).toBe(ask(cli));
  });
});
