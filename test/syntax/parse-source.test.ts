import { describe, expect, it } from 'vitest';
import { parseSource } from '../../src/syntax/parse-source.ts';
import { languageOf, type SourceLanguage } from '../../src/syntax/source-language.ts';

const parse = (source: string, language: SourceLanguage) => parseSource(Buffer.from(source), language);
const programOf = (source: string, language: SourceLanguage) => {
  const outcome = parse(source, language);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return { ...outcome, program: (JSON.parse(outcome.json) as { program: { type: string; body: unknown[] } }).program };
};

describe('the language of a file', () => {
  it.each([
    ['quay.ts', 'typescript'],
    ['quay.mts', 'typescript'],
    ['quay.cts', 'typescript'],
    ['Quay.tsx', 'tsx'],
    ['quay.d.ts', 'declaration'],
    ['quay.d.mts', 'declaration'],
    ['quay.d.cts', 'declaration'],
    ['d.ts', 'typescript'],
    ['quay.js', 'javascript'],
    ['Quay.jsx', 'javascript'],
    ['quay.mjs', 'javascript'],
    ['quay.cjs', 'javascript'],
  ])('%s is %s', (path, language) => {
    expect(languageOf(path)).toBe(language);
  });
});

describe('is parsed', () => {
  it.each<[string, SourceLanguage, string]>([
    ['<Ship>cargo as Load', 'typescript', 'a type assertion'],
    ['<Ship>{cargo}</Ship>', 'tsx', 'an element'],
    ['const dock = <T,>(ship: T) => <Ship />', 'tsx', 'a generic arrow beside an element'],
    ['<Ship>{cargo}</Ship>', 'javascript', 'an element in JavaScript'],
    ['@Crane() export class Ship { @field hold; }', 'javascript', 'a decorator before export'],
    [
      '@Crane() export class Ship { @Field() hold: Hold; constructor(@Inject() quay: Quay) {} }',
      'typescript',
      'parameter decorators',
    ],
    ['with (ship) { sail() } var berth = 010;', 'javascript', 'a sloppy script'],
    ['await ship.sail(); export {};', 'typescript', 'top-level await'],
    ['if (calm) return; sail()', 'javascript', 'a top-level return'],
    ['if (calm) return; sail()', 'typescript', 'a top-level return in TypeScript'],
    ['function dock(ship: ?Ship, ...rest: Array<string>): %checks { return !!ship }', 'javascript', 'Flow'],
    ['export const flagship: Ship;', 'declaration', 'a constant without declare'],
    ['export declare const flagship: Ship;', 'declaration', 'a constant with declare'],
    ['#!/usr/bin/env node\nsail()', 'javascript', 'a hash bang'],
    ['import data from "./tides.json" with { type: "json" }', 'typescript', 'import attributes'],
    ['using dock = harbour.open()', 'typescript', 'using'],
    ['', 'typescript', 'an empty file'],
  ])('%s (%s): %s', (source, language) => {
    expect(parse(source, language)).toMatchObject({ ok: true });
  });
});

it('gives the tree as text, and where its counting begins', () => {
  const { program, origin, rescued } = programOf('sail()', 'typescript');
  expect(program).toMatchObject({ type: 'Script', span: { start: origin, end: origin + 6 } });
  expect(rescued).toBe(false);
});

it('wraps a declaration file only when it must, and counts from behind the wrapping', () => {
  const source = 'export const flagship: Ship;\nexport const é: Ship; // no newline at the end';
  const { json, origin, rescued } = programOf(source, 'declaration');
  expect(rescued).toBe(true);
  const span = /"value":"é"/.exec(json) ? /"start":(\d+),"end":(\d+)\},"ctxt":\d+,"value":"é"/.exec(json) : null;
  expect(Buffer.from(source).toString('utf8', Number(span?.[1]) - origin, Number(span?.[2]) - origin)).toMatch(/^é/);
  expect(programOf('export declare const flagship: Ship;', 'declaration').rescued).toBe(false);
});

it('overlooks a declare that says nothing new, and what stands behind it keeps its place', () => {
  const source = `declare module 'fleet' {\n  export declare const é: Ship; declare function sail(): void;\n  const anchor: Rope;\n}`;
  const { json, origin, rescued } = programOf(source, 'declaration');
  expect(rescued).toBe(true);
  const span = /"start":(\d+),"end":(\d+)\},"ctxt":\d+,"value":"anchor"/.exec(json);
  expect(Buffer.from(source).toString('utf8', Number(span?.[1]) - origin, Number(span?.[2]) - origin)).toMatch(
    /^anchor/,
  );
});

it('says what the first attempt said when all fail', () => {
  expect(parse('const = 3', 'javascript')).toEqual({
    ok: false,
    reason: 'syntax',
    error: { message: expect.stringContaining('Unexpected token') as string, line: 1, column: 7 },
  });
  expect(parse('export const flagship: ;', 'declaration')).toMatchObject({ ok: false, reason: 'syntax' });
});
