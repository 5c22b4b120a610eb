import { describe, expect, it } from 'vitest';
import type { DoctorReport } from '../../../../src/session/node/doctor.ts';
import { commandLine } from '../../../builders/command-line.ts';

const installation = {
  versions: { 'conduit-introspect': '0.1.0', node: '20.20.2', '@swc/core': 'missing' },
  platform: 'linux x64',
  workers: 2,
  wasm: { kernels: true, simd: true, threads: false },
  root: '/shop',
  enabled: true,
  configuration: { file: 'introspect.config.json', state: 'none' },
};
const usable = {
  state: 'usable',
  path: '/shop/.introspect/image.bin',
  bytes: 4096,
  fingerprint: '0123456789abcdef0123456789abcdef',
  fresh: false,
  coverage: { status: 'partial', files: 9, parsed: 8, failed: 1, unresolved: { 'file-not-found': 2 } },
  lines: 360,
  packages: 3,
  nodes: 14,
  symbols: null,
  edges: 15,
  failures: [{ path: 'src/broken.ts', reason: 'syntax-error: Expected a semicolon' }],
  diagnostics: [
    { path: 'src/broken.ts', code: 'syntax-error', message: 'Expected a semicolon', line: 3, column: 17 },
    { path: 'src/vendor.js', code: 'skipped-minified', message: '', line: 0, column: 0 },
  ],
  unresolved: [
    { path: 'src/cart.ts', specifier: './loyalty.ts', reason: 'file-not-found', line: 2, column: 20 },
    { path: 'src/till.ts', specifier: '../drawer', reason: 'file-not-found', line: 5, column: 8 },
  ],
} as const;

const doctor = (image: object, ...argv: string[]) =>
  commandLine({ doctor: async () => ({ ...installation, image }) as DoctorReport }, ['doctor', ...argv]);

describe('doctor', () => {
  it('says what is installed and what the image holds', async () => {
    const { exit, stdout } = await doctor(usable);
    expect(exit).toBe(0);
    expect(stdout).toContain('@swc/core           missing\n');
    expect(stdout).toContain('WebAssembly         kernels yes, SIMD yes, threads no\n');
    expect(stdout).toContain('up to date          no\n');
    expect(stdout).toContain('files               9 (8 parsed, 1 not parsed)\n');
  });

  it('says what was not understood, where and why', async () => {
    const { stdout } = await doctor(usable);
    expect(stdout).toContain('\nskipped-minified (1):\n  src/vendor.js\n');
    expect(stdout).toContain('\nfile-not-found (2):\n  src/cart.ts:2:20: ./loyalty.ts\n  src/till.ts:5:8: ../drawer\n');
    expect(stdout).toContain('\nsyntax-error (1):\n  src/broken.ts:3:17: Expected a semicolon\n');
  });

  it('says so when there is no image, or none that can be used', async () => {
    const missing = await doctor({ state: 'missing', path: '/shop/.introspect/image.bin' });
    expect(missing.stdout).toContain('none at /shop/.introspect/image.bin: introspect index builds it');
    const error = { message: 'the image is damaged: it ends too early', suggestion: 'Run `introspect index`.' };
    const damaged = await doctor({ state: 'unusable', path: '/shop/.introspect/image.bin', error });
    expect(damaged.stdout).toContain('the image is damaged: it ends too early. Run `introspect index`.');
    expect([missing.exit, damaged.exit]).toEqual([0, 0]);
  });

  it('says how much of a project nobody has asked about yet', async () => {
    expect((await doctor(usable)).stdout).toMatch(/^files +9 \(8 parsed, 1 not parsed\)$/m);
    const partial = { ...usable, coverage: { ...usable.coverage, files: 400 } };
    expect((await doctor(partial)).stdout).toMatch(/^files +400 \(8 parsed, 1 not parsed, 391 not read yet\)$/m);
  });

  it('says which mistake in the configuration stops everything, and whether there is one at all', async () => {
    const configured = async (configuration: object) => {
      const report = { ...installation, configuration, image: usable } as unknown as DoctorReport;
      return (await commandLine({ doctor: async () => report }, ['doctor'])).stdout;
    };
    const file = 'introspect.config.json';
    expect(await configured({ file, state: 'none' })).toContain(`no ${file}: defaults\n`);
    expect(await configured({ file, state: 'valid' })).toMatch(/^configuration +introspect\.config\.json$/m);
    const error = { message: `${file}, line 2: \u001b[31mCommaExpected`, suggestion: 'Mend the named setting.' };
    const broken = await configured({ file, state: 'invalid', error });
    expect(broken).toContain(`${file}, line 2: \\u001b[31mCommaExpected. Mend the named setting.\n`);
  });

  it('prints an envelope for machines; without an image nothing counts as analysed', async () => {
    expect(JSON.parse((await doctor(usable, '--json')).stdout)).toMatchObject({
      query: 'doctor',
      asOf: { fingerprint: usable.fingerprint, stale: true },
      coverage: usable.coverage,
      result: {
        image: usable.path,
        state: 'usable',
        files: 9,
        lines: 360,
        packages: 3,
        edges: 15,
        failures: usable.failures,
        wasm: installation.wasm,
      },
    });
    const missing = await doctor({ state: 'missing', path: '/shop/.introspect/image.bin' }, '--json');
    expect(JSON.parse(missing.stdout).coverage).toMatchObject({ status: 'partial', files: 0 });
  });
});
