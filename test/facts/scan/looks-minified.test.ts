import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { isMinifiedName, looksMinified } from '../../../src/facts/scan/looks-minified.ts';
import { sweepSources } from '../../../src/facts/scan/sweep-sources.ts';
import { DEFAULT_OPTIONS } from '../support/default-options.ts';

const nodeModules = join(import.meta.dirname, '../../../node_modules');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('looksMinified', () => {
  it('knows real sources from what a minifier makes of them', () => {
    const root = join(nodeModules, 'rxjs/src');
    const { files } = sweepSources(root, DEFAULT_OPTIONS);
    expect(files.length).toBeGreaterThan(100);
    for (const { path } of files) {
      const source = readFileSync(join(root, path));
      expect(looksMinified(source), path).toBe(false);
      const minified = bytes(transformSync(source.toString(), { loader: 'ts', minify: true }).code);
      if (minified.length > 4096) expect(looksMinified(minified), path).toBe(true);
    }
  });

  it('still knows it below a long licence', () => {
    const licence = `/*\n${' * All rights reserved.\n'.repeat(20)} */\n`;
    expect(looksMinified(bytes(`${licence}${'function a(b){return b?c(b,1):d[b]}'.repeat(400)}`))).toBe(true);
  });

  it('spares long lines of data and small files', () => {
    expect(looksMinified(bytes(`export const font = '${'d09GMgABAAAA'.repeat(1000)}';\n`))).toBe(false);
    expect(looksMinified(bytes(`export const areas = [${'0.1942, 7.06e-2, -3,'.repeat(1000)}];\n`))).toBe(false);
    expect(looksMinified(bytes('a(b,c);'.repeat(100)))).toBe(false);
    expect(looksMinified(bytes(''))).toBe(false);
  });
});

it('isMinifiedName goes by the extension before the extension', () => {
  expect(['a.min.js', 'b/c.min.mjs'].every(isMinifiedName)).toBe(true);
  expect(['min.js', 'admin.js', 'a.min.ts', 'a.min.js.map'].some(isMinifiedName)).toBe(false);
});
