import { describe, expect, it } from 'vitest';
import { type Change, changeSource, pathBetween } from '../../../bench/cures/change-source.ts';

/** A source after a change at the place where `'./b'` stands in it. */
function changed(source: string, change: Partial<Change>, isOfTypes = false, path = 'src/a.ts'): string {
  const before = source.slice(0, source.indexOf('./b') - 1).split('\n');
  const [line, column] = [before.length, (before.at(-1) ?? '').length + 1];
  const location = { path, line, column, endLine: line, endColumn: column + 5 };
  const whole = { from: path, to: 'src/b.ts', how: 'break-by-hand' as const, cost: 1, specifier: './b', location };
  const { start, end, text } = changeSource(source, { ...whole, ...change }, isOfTypes);
  return source.slice(0, start) + text + source.slice(end);
}

describe('a source after a change', () => {
  it.each([
    ["import { b } from './b';\nb();", '\nb();', 'drop-import'],
    ["import { b, type C } from './b';", "import type { b, C } from './b';", 'import-type'],
    [
      "import D, { b as x } from './b';",
      "import type D from './b';\nimport type { b as x } from './b';",
      'import-type',
    ],
    ["import * as all from './b';", "import type * as all from './b';", 'import-type'],
    ["export { b } from './b';", "export type { b } from './b';", 'import-type'],
    ["export * from './b';", "export type * from './b';", 'import-type'],
    ["/* 𝒳 */ import { b } from './b';", "/* 𝒳 */ void (() => import('./b'));", 'make-dynamic'],
    ["const b = require('./b');", "const b = import('./b');", 'make-dynamic'],
    ["import b = require('./b');", "void (() => import('./b'));", 'make-dynamic'],
    ["import { b } from './b';", "import { b } from 'node:fs';", 'break-by-hand'],
    ["let x: import('./b').B;", "let x: import('node:fs').B;", 'break-by-hand'],
    ["/** @type {import('./b').B} */", "/** @type {import('node:fs').B} */", 'break-by-hand'],
    ["import { b } from './b';", "import { b } from 'node:fs';", 'move-symbols'],
  ] as const)('%s becomes %s', (source, expected, how) => {
    expect(changed(source, { how })).toBe(expected);
  });

  it.each([
    [['src/deep/c.ts'], false, "import { b } from './deep/c';"],
    [['src/deep/c.ts', 'd.tsx'], false, "import { b } from './deep/c';\nimport '../d';"],
    [['src/deep/c.ts', 'd.tsx'], true, "import { b } from './deep/c';\nimport type {} from '../d';"],
    [[], false, ''],
  ])('names of %j are imported from there', (instead, isOfTypes, expected) => {
    expect(changed("import { b } from './b';", { how: 'import-declaring-module', instead }, isOfTypes)).toBe(expected);
  });

  it('in markup leads elsewhere', () => {
    const source = "<script>\nimport { b } from './b';\n</script>";
    expect(changed(source, { how: 'drop-import' }, false, 'src/a.vue')).toBe(source.replace('./b', 'node:fs'));
  });

  it('is not guessed where there is no such import', () => {
    expect(() => changed("import './b';", { specifier: './c' })).toThrow('imports no ./c');
  });
});

it('a path between modules has the extension that the old one had', () => {
  expect(pathBetween('a/b.ts', 'c/d.mts', "'./x.js'")).toBe('../c/d.mjs');
  expect(pathBetween('a/b.ts', 'a/index.d.ts', "'./x'")).toBe('./index');
  expect(pathBetween('a/b.ts', 'a/page.vue', "'./x'")).toBe('./page.vue');
});
