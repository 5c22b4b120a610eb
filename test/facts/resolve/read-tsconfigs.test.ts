// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${configDir} is a variable of tsconfig, not of ours
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readTsconfigs } from '../../../src/facts/resolve/tsconfig/read-tsconfigs.ts';
import { createTsconfigOwners } from '../../../src/facts/resolve/tsconfig/tsconfig-owners.ts';
import { projectOf } from '../../builders/project.ts';

const noPackages = () => null;

function read(files: Parameters<typeof projectOf>[0], packageDirectory: (name: string) => string | null = noPackages) {
  const root = projectOf(files);
  const paths = Object.keys(files).filter((path) => /[tj]sconfig[^/]*\.json$/.test(path));
  return { root, ...readTsconfigs(root, paths, packageDirectory) };
}

describe('merged settings', () => {
  const files = {
    'config/strict.json': {
      compilerOptions: { rootDirs: ['../src', '../gen'], customConditions: ['acme'] },
      include: ['../src'],
    },
    'config/paths.json': {
      compilerOptions: { paths: { '@/*': ['../src/*', '${configDir}/gen/*'] } },
      exclude: ['${configDir}/old'],
    },
    'config/output.json': {
      extends: './paths.json',
      compilerOptions: { outDir: '${configDir}/dist', rootDir: '../src' },
    },
    'tsconfig.json': '{ "extends": ["./config/strict.json", "./config/output"], /* ours */ "compilerOptions": {}, }',
    'based/tsconfig.json': { extends: '../tsconfig.json', compilerOptions: { baseUrl: './lib' } },
    'src/main.ts': '',
  };

  it.each(['tsconfig.json', 'based/tsconfig.json'])('of %s are those that TypeScript sees', (path) => {
    const { root, tsconfigs, diagnostics } = read(files);
    const { options } = ts.getParsedCommandLineOfConfigFile(join(root, path), undefined, {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: () => {},
    }) ?? { options: {} as ts.CompilerOptions };
    const own = tsconfigs.get(path);
    const absolute = (place: string | null | undefined) => (typeof place === 'string' ? join(root, place) : undefined);
    expect(diagnostics).toEqual([]);
    expect(absolute(own?.outDir)).toBe(options.outDir);
    expect(absolute(own?.rootDir)).toBe(options.rootDir);
    expect(absolute(own?.baseUrl)).toBe(options.baseUrl);
    expect(own?.rootDirs.map(absolute)).toEqual(options.rootDirs);
    expect(own?.customConditions).toEqual(options.customConditions);
    const base = options.baseUrl ?? String(options.pathsBasePath);
    const targets = options.paths?.['@/*']?.map((target) => join(target.startsWith(root) ? '' : base, target));
    expect(own?.paths.get('@/*')?.map(absolute)).toEqual(targets);
  });

  it('come from packages of the project, and published ones are not missed', () => {
    const { tsconfigs, diagnostics } = read(
      {
        'tools/ts/base.json': { compilerOptions: { outDir: 'made' } },
        'a/tsconfig.json': { extends: '@acme/ts/base.json' },
        'b/tsconfig.json': { extends: '@tsconfig/node20/tsconfig.json' },
      },
      (name) => (name === '@acme/ts' ? 'tools/ts' : null),
    );
    expect(tsconfigs.get('a/tsconfig.json')?.outDir).toBe('tools/ts/made');
    expect([tsconfigs.get('b/tsconfig.json')?.broken, diagnostics]).toEqual([false, []]);
  });
});

describe('faults', () => {
  it('are reported where they are and reach only what rests on them', () => {
    const { tsconfigs, diagnostics } = read({
      'torn/base.json': '{\n "compilerOptions": {\n  "baseUrl": "."\n  "outDir": "dist" }}',
      'torn/tsconfig.json': { extends: './base.json' },
      'lost/tsconfig.json': { extends: './gone.json', compilerOptions: { outDir: 'dist' } },
      'outside/tsconfig.json': { extends: '../../elsewhere.json' },
      'circle/tsconfig.json': { extends: './tsconfig.back.json' },
      'circle/tsconfig.back.json': { extends: './tsconfig.json' },
      'odd/tsconfig.json': {
        extends: [7],
        compilerOptions: { paths: { '*': 'x' }, outDir: 1 },
        include: 'src',
        references: {},
      },
      'fine/tsconfig.json': '',
    });
    expect(diagnostics.map(({ path, code, line }) => [path, code, line])).toEqual([
      ['circle/tsconfig.back.json', 'broken-tsconfig', 0],
      ['circle/tsconfig.json', 'broken-tsconfig', 0],
      ['lost/tsconfig.json', 'broken-tsconfig', 0],
      ['outside/tsconfig.json', 'broken-tsconfig', 0],
      ['torn/base.json', 'broken-tsconfig', 4],
    ]);
    const broken = [...tsconfigs.values()].filter((tsconfig) => tsconfig.broken).map(({ directory }) => directory);
    expect(new Set(broken)).toEqual(new Set(['torn', 'lost', 'outside', 'circle']));
    // What can be read of a broken one counts.
    expect(tsconfigs.get('lost/tsconfig.json')?.outDir).toBe('lost/dist');
  });

  it('do not take for ever: lists of lists of bases end', () => {
    const layers = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `layer${i}.json`,
        { extends: [`./layer${i + 1}.json`, `./layer${i + 1}.json`] },
      ]),
    );
    const { diagnostics } = read({ ...layers, 'layer40.json': {}, 'tsconfig.json': { extends: './layer0.json' } });
    expect(diagnostics.map(({ message }) => message)).toContain('extends too many files');
  });
});

describe('the configuration of a file', () => {
  const owner = (files: Parameters<typeof projectOf>[0], path: string) =>
    createTsconfigOwners(read(files).tsconfigs)(path)?.path ?? null;

  it('is the nearest that includes it', () => {
    const files = { 'tsconfig.json': {}, 'shop/tsconfig.json': { include: ['src'] } };
    expect(owner(files, 'shop/src/cart.ts')).toBe('shop/tsconfig.json');
    expect(owner(files, 'shop/tests/cart.ts')).toBe('tsconfig.json');
    expect(owner(files, 'oven.ts')).toBe('tsconfig.json');
  });

  it('may be one that the nearest references, or one beside it', () => {
    const files = {
      'tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }, { path: './config' }] },
      'tsconfig.app.json': { include: ['src/**/*'], exclude: ['**/*.spec.ts'] },
      'config/tsconfig.json': { include: ['../e2e'], references: [{ path: '..' }] },
      'tsconfig.spec.json': { include: ['**/*.spec.ts'] },
    };
    expect(owner(files, 'src/cart.ts')).toBe('tsconfig.app.json');
    expect(owner(files, 'src/cart.spec.ts')).toBe('tsconfig.spec.json');
    expect(owner(files, 'e2e/buy.ts')).toBe('config/tsconfig.json');
  });

  it('is the nearest tsconfig.json when none includes it, and null without any', () => {
    expect(
      owner({ 'shop/tsconfig.json': { include: ['src'] }, 'tsconfig.json': { files: ['a.ts'] } }, 'shop/b.ts'),
    ).toBe('shop/tsconfig.json');
    expect(owner({ 'shop/jsconfig.json': {} }, 'shop/b.js')).toBe('shop/jsconfig.json');
    expect(owner({ 'shop/tsconfig.json': {} }, 'b.ts')).toBeNull();
  });

  it('leaves out what it emits', () => {
    const files = { 'tsconfig.json': {}, 'shop/tsconfig.json': { compilerOptions: { outDir: 'dist' } } };
    expect(owner(files, 'shop/dist/cart.js')).toBe('tsconfig.json');
  });
});

it.skipIf(process.platform === 'win32')('reads no base that has no end, or too much of one', () => {
  const root = projectOf({
    'tsconfig.json': { extends: './endless.json' },
    'large/tsconfig.json': { extends: './base.json' },
    'large/base.json': `{${' '.repeat(5_000_000)}}`,
  });
  symlinkSync('/dev/zero', join(root, 'endless.json'));
  const { diagnostics } = readTsconfigs(root, ['large/tsconfig.json', 'tsconfig.json'], noPackages);
  expect(diagnostics.map(({ path, message }) => `${path}: ${message}`)).toEqual([
    'large/base.json: has 5000002 bytes; 4194304 are read at most',
    'large/tsconfig.json: extends ./base.json, which is not there',
    'tsconfig.json: extends ./endless.json, which is not there',
  ]);
});
