import { describe, expect, it } from 'vitest';
import { DECLARATION, DECLARED_CUT, USE } from '../../../../src/facts/symbol-records.ts';
import { symbolsOf } from '../../../builders/describe-symbols.ts';
import { extractFrom } from '../../../builders/extract-from.ts';

const HEAD = "import { ship } from './ship';\n";

describe('what nests or goes on without an end', () => {
  it('follows a chain of calls as long as the parser takes', () => {
    const { symbols } = extractFrom(`${HEAD}ship${'.sail()'.repeat(1900)};`);
    const last = symbols?.uses.at(-1 * USE.WORDS + USE.WHAT) ?? 0;
    expect(symbols?.uses.length).toBe(1902 * USE.WORDS);
    // A member and a call for each link but the last.
    expect(last).toBe(1 + 2 * 1899);
  });

  it('follows locals through a bound number of steps, backwards', () => {
    const steps = Array.from({ length: 5000 }, (_, step) => `const a${step} = a${step + 1}.next;`).join('\n');
    const symbols = symbolsOf(`${HEAD}function far() {\n${steps}\nconst a5000 = ship; }`);
    const uses = symbols.uses();
    expect(uses.filter((line) => line.includes('read next of ?')).length).toBeGreaterThan(0);
    expect(uses.at(-2)).toBe('far read next of ship');
  });

  it('follows locals in the order in which they are written through any number', () => {
    const steps = Array.from({ length: 5000 }, (_, step) => `const a${step + 1} = a${step}.next;`).join('\n');
    const { symbols } = extractFrom(`${HEAD}function far() {\nconst a0 = ship; ${steps}\n}`);
    expect(symbols?.uses.at(-1 * USE.WORDS + USE.WHAT)).toBe(1 + 4999);
  });

  it('is not deeper than our stack', () => {
    const deep = (open: string, inner: string, close: string) => open.repeat(900) + inner + close.repeat(900);
    for (const source of [
      `const x = ${deep('[', 'ship', ']')};`,
      `const x = ${deep('{ a: ', 'ship', '}')};`,
      `const x = ${deep('() => ', 'ship', '')};`,
      `type X = ${deep('{ a: ', 'ship', '}')};`,
      `type X = ${deep('Array<', 'ship', '>')};`,
      `const ${deep('{ a: ', 'x', '}')} = ship;`,
      `const ${deep('[', 'x', ']')} = ship;`,
      `const x = ${'a || '.repeat(5000)}ship;`,
      `const x = ${'a ? b : '.repeat(1500)}ship;`,
      `let x: ${'ship | '.repeat(5000)}ship;`,
      deep('namespace A { ', 'ship;', '}'),
      deep('function f() { ', 'ship;', '}'),
      deep('class A { m() { ', 'ship;', '} }'),
    ]) {
      const { symbols, status } = extractFrom(HEAD + source);
      expect(status, source.slice(0, 40)).toBe('parsed');
      expect(symbols?.uses.length, source.slice(0, 40)).toBeGreaterThan(USE.WORDS);
    }
  });
});

describe('what there is very much of, on one line', () => {
  const many = (item: (number: number) => string, separator: string) =>
    Array.from({ length: 20_000 }, (_, number) => item(number)).join(separator);

  // Each took minutes where something was looked for from its beginning on, once for every name.
  it.each([
    ['names of a pattern', `/** ${'sea '.repeat(50_000)}*/ export const { ${many((n) => `a${n}`, ', ')} } = ship;`],
    ['fields', `class A { ${many((n) => `f${n};`, ' ')} constructor() { ${many((n) => `this.f${n} = ship;`, ' ')} } }`],
    ['elements', `const [${many((n) => `a${n}`, ', ')}] = await Promise.all([${many(() => 'ship.sail()', ', ')}]);`],
    ['arguments', `ship(${many(() => '{ sail: 1 }', ', ')});`],
    [
      'members of a local literal',
      `{ const o = { ${many((n) => `a${n}: ship`, ', ')} }; ${many((n) => `o.a${n};`, ' ')} }`,
    ],
    ['functions', many((n) => `export function f${n}() { return ship(f${n + 1}()); }`, ' ')],
  ])('%s', (_, source) => {
    const { symbols } = extractFrom(HEAD.trim() + source);
    expect((symbols?.uses.length ?? 0) / USE.WORDS).toBeGreaterThan(100);
  });
});

describe('huge literals', () => {
  it('have as many members as are worth listing, and say so', () => {
    const table = Array.from({ length: 60_000 }, (_, row) => `k${row}: { id: ${row}, name: 'row ${row}', of: ship },`);
    const { symbols } = extractFrom(`${HEAD}export const table = {\n${table.join('\n')}\n};`);
    const declarations = symbols?.declarations ?? new Uint32Array();
    expect(declarations.length / DECLARATION.WORDS).toBe(1 + 2000 * 4);
    expect((declarations[DECLARATION.FLAGS] ?? 0) & DECLARED_CUT).toBe(DECLARED_CUT);
    // Uses are not left out.
    expect((symbols?.uses.length ?? 0) / USE.WORDS).toBe(1 + 60_000);
  });

  it('have signatures and doc comments that are cut', () => {
    const { signatures, docs } = symbolsOf(
      `/** ${'sea '.repeat(5000)} */\ntype Sea = ${Array.from({ length: 500 }, (_, wave) => `'wave ${wave}'`).join(' | ')};`,
    );
    expect(signatures[0]).toMatch(/^Sea: type Sea = 'wave 0' \| .*…$/);
    expect(signatures[0]?.length).toBe('Sea: '.length + 400);
    expect(docs[0]?.length).toBe('Sea: '.length + 2000);
  });
});

describe('names that are traps', () => {
  it('are looked up as what they are', () => {
    const symbols = symbolsOf(`
      class Trap { constructor() {} __proto__() {} hasOwnProperty() { this.constructor; this.__proto__(); this.toString(); } }
      const constructor = 1, toString = 2; constructor; toString;
    `);
    expect(symbols.declarations).toEqual([
      'class Trap',
      'constructor Trap.constructor',
      'method Trap.__proto__',
      'method Trap.hasOwnProperty',
      'constant constructor',
      'constant toString',
    ]);
    expect(symbols.uses()).toEqual([
      'Trap.hasOwnProperty read constructor of this(Trap)',
      'Trap.hasOwnProperty call __proto__ of this(Trap)',
      'Trap.hasOwnProperty call toString of this(Trap)',
      'module read declaration constructor',
      'module read declaration toString',
    ]);
  });
});
