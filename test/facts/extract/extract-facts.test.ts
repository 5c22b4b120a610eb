// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are sources, not templates
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { contentHash } from '../../../src/facts/extract/content-hash.ts';
import { SITE } from '../../../src/facts/records.ts';
import { extractFrom, importsOf, placesOf } from '../../builders/extract-from.ts';

it('gives the place of each specifier, in UTF-16 columns', () => {
  const source = [
    `const émigré = '🚢'; const tide = require('./tide');\r`,
    '/* 漢字 */ import(`./charts/${name}.ts`);',
    `import quay from\t"./quay";`,
  ].join('\n');
  expect(placesOf(source)).toEqual([`'./tide'`, '`./charts/${name}.ts`', `"./quay"`]);
  const { sites } = extractFrom(source);
  expect([...sites.subarray(SITE.LINE, SITE.END_COLUMN + 1)]).toEqual([1, 43, 1, 51]);
});

it('counts from behind a byte order mark, and hashes the bytes with it', () => {
  const source = `\ufeffimport './quay';`;
  const marked = extractFrom(source);
  expect(importsOf(source)).toEqual(['static ./quay']);
  expect(placesOf(source)).toEqual([`'./quay'`]);
  expect(marked.hash).toBe(contentHash(Buffer.from(source)));
  expect(marked.hash).not.toBe(extractFrom(source.slice(1)).hash);
});

it('orders sites by place whatever form they have', () => {
  const source = `/// <reference types="node" />
    /** @type {import('./pilot.js').Pilot} */
    export const pilot = require('./pilot.js');
    export * from './tug.js';`;
  expect(importsOf(source, 'tug.js')).toEqual([
    'triple-slash node',
    'jsdoc ./pilot.js',
    'require ./pilot.js',
    'export-from ./tug.js',
  ]);
});

it('keeps one string for a specifier that is named twice', () => {
  expect(extractFrom(`import './quay'; import('./quay');`).strings).toEqual(['./quay']);
});

it.each([
  ['', 0],
  ['\n', 1],
  ['let depth = 12', 1],
  ['let depth = 12\n', 1],
  ['let depth = 12\r\n\r\nlet width = 3', 3],
])('counts the lines of %j', (source, lines) => {
  expect(extractFrom(source)).toMatchObject({ lines, status: 'parsed' });
});

it('says why it knows nothing of a file', () => {
  const failure = (source: string | Uint8Array) => {
    const { status, sites, diagnostics } = extractFrom(source, 'wreck.ts');
    return [status, sites.length, ...diagnostics];
  };
  expect(failure(Uint8Array.of(0x61, 0xff, 0xfe))).toEqual([
    'failed',
    0,
    { path: 'wreck.ts', code: 'not-utf8', message: '', line: 0, column: 0 },
  ]);
  expect(failure(`${'('.repeat(100_000)}${')'.repeat(100_000)}`)).toEqual([
    'failed',
    0,
    { path: 'wreck.ts', code: 'nested-too-deep', message: '', line: 0, column: 0 },
  ]);
  expect(failure(`import './quay';\n\tconst berth = ;`)).toEqual([
    'failed',
    0,
    { path: 'wreck.ts', code: 'syntax-error', message: 'Expression expected', line: 2, column: 16 },
  ]);
});

it('reads a declaration file that only a module block can hold, and says so', () => {
  const source = `import type { Ship } from './ship';\nexport const flagship: Ship;\nexport * from './fleet';\n`;
  const facts = extractFrom(source, 'fleet.d.ts');
  expect(facts.status).toBe('parsed');
  expect(facts.diagnostics.map(({ code }) => code)).toEqual(['rescued-declaration']);
  expect(facts.strings.slice(0, 2)).toEqual(['./ship', './fleet']);
  expect(placesOf(source, 'fleet.d.ts')).toEqual([`'./ship'`, `'./fleet'`]);
});

it('depends on nothing but the bytes: not on the file before', () => {
  const path = new URL('../../../src/facts/extract/extract-facts.ts', import.meta.url);
  const source = readFileSync(path);
  const first = extractFrom(source);
  extractFrom('import("./é");'.repeat(50_000));
  extractFrom('import {');
  expect(extractFrom(source)).toEqual(first);
});
