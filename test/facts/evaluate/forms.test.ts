import { expect, it } from 'vitest';
import { shown } from '../../builders/evaluate-modules.ts';

it.each<[string, unknown]>([
  ["export const value = 'pier';", 'pier'],
  ['export const value = -0.5e1 + 0x10;', 11],
  ['export const value = 12n * 2n;', 24n],
  ['export const value = /^a+$/gi;', '/^a+$/gi'],
  [`const base = '/api'; export const value = \`\${base}/ships/\${1 + 1}\`;`, '/api/ships/2'],
  [
    "const a = { x: 1, ['y' + 2]: 2 }; export const value = { ...a, x: 3, m: [a.x, ...[4]] };",
    { x: 3, y2: 2, m: [1, 4] },
  ],
  [
    'const { a, b: { c = 5 } = {}, ...rest } = { a: 1, d: 2, e: 3 }; export const value = [a, c, rest];',
    [1, 5, { d: 2, e: 3 }],
  ],
  ['const [a, , b = 2, ...c] = [1, 9, undefined, 4, 5]; export const value = { a, b, c };', { a: 1, b: 2, c: [4, 5] }],
  ['enum Tide { Low, High = 4, Spring }; export const value = [Tide.Low, Tide[4], Tide.Spring];', [0, 'High', 5]],
  [
    "enum Tide { Low = 'low', B = 1 << 2, C = B | 1 }; export const value = Tide;",
    { 4: 'B', 5: 'C', Low: 'low', B: 4, C: 5 },
  ],
  [
    'function twice(x, y = x * 2) { return [x, y]; } export const value = [twice(1), twice(1, 5)];',
    [
      [1, 2],
      [1, 5],
    ],
  ],
  ['const add = (a) => (b) => a + b; export const value = add(1)(2);', 3],
  [
    "function make(name) { const base = '/' + name; return { base, at: (x) => base + x }; } export const value = make('a').at('/b');",
    '/a/b',
  ],
  [
    'class Ship { static count = 3; deck = this.size() + 1; constructor(private hold = 7) {} size() { return 4; } get all() { return this.hold + this.deck; } } export const value = [new Ship().all, Ship.count, new Ship(1).deck];',
    [12, 3, 5],
  ],
  [
    'class A { x = 1; who() { return "a"; } } class B extends A { y = this.x + 1; constructor() { super(); this.z = super.who() + this.who(); } who() { return "b"; } } const b = new B(); export const value = [b.x, b.y, b.z];',
    [1, 2, 'ab'],
  ],
  // iterators are known where something goes through them, and nowhere else: they can be used up
  [
    "const a = ['x', 'y']; export const value = [...a.entries(), ...a.keys(), ...a.values()];",
    [[0, 'x'], [1, 'y'], 0, 1, 'x', 'y'],
  ],
  [
    'const a = [1, 2]; for (const [i, x] of a.entries()) if (i < 3) a.push(x); export const value = a;',
    [1, 2, 1, 2, 1],
  ],
  [
    'const a = [1].entries(); export const value = [a.length, a.next, a];',
    ['?unsupported-syntax', '?unsupported-syntax', '?unsupported-syntax'],
  ],
  ['const a = [1].values(); export const value = [...a];', '?unsupported-syntax'],
  ['const a = [[1].values()]; export const value = [...a.at(0), ...a.at(0)];', '?unsupported-syntax'],
  [
    'const a = [1, 2, 3]; export const value = [a.slice(undefined, -1), a.slice(1, undefined), a.slice(null, 1)];',
    [[1, 2], [2, 3], [1]],
  ],
  [
    'const out = []; for (const [k, v] of Object.entries({ a: 1, b: 2 })) out.push(k + v); export const value = out;',
    ['a1', 'b2'],
  ],
  [
    'const out = {}; [1, 2].forEach((x, i) => { out["k" + i] = x * 10; }); export const value = out;',
    { k0: 10, k1: 20 },
  ],
  [
    'let n = 0; for (let i = 0; i < 5; i++) { if (i === 1) continue; if (i === 4) break; n += i; } export const value = n;',
    5,
  ],
  ['const fs = []; for (let i = 0; i < 3; i++) fs.push(() => i); export const value = fs.map((f) => f());', [0, 1, 2]],
  [
    "function pick(x) { switch (x) { case 'a': return 1; case 'b': case 'c': return 2; default: return 3; } } export const value = ['a', 'b', 'c', 'd'].map((x) => pick(x));",
    [1, 2, 2, 3],
  ],
  [
    'function f(x) { if (x > 1) { return "big"; } else if (x === 1) return "one"; return "small"; } export const value = [f(0), f(1), f(2)];',
    ['small', 'one', 'big'],
  ],
  [
    'const a = null; const o = { p: { q: 1 } }; export const value = [a?.b.c, o?.p.q, a?.(), o.r?.s, (a ?? 3)];',
    [undefined, 1, undefined, undefined, 3],
  ],
  [
    "export const value = ['b', 'a'].concat(['c']).sort().join('-').toUpperCase().replace('A', 'x').split('-');",
    ['x', 'B', 'C'],
  ],
  ["export const value = Object.fromEntries(['x', 'y'].map((k, i) => [k, i]));", { x: 0, y: 1 }],
  ['export const value = [1, 2, 3, 4].filter((x) => x % 2 === 0).reduce((a, b) => a + b, 10);', 16],
  ['let x = 1; x += 2; x++; const y = x--; export const value = [x, y];', [3, 4]],
  ['var a = b; var b = 2; export const value = [a, b];', [undefined, 2]],
  ['export const value = f(); function f() { return 7; }', 7],
  ['export const value = ((a, ...rest) => [a, rest.length])(...[1, 2, 3]);', [1, 2]],
  ['export default { a: 1 }; export const value = 1;', 1],
  ['export const value = typeof {} + typeof (() => 1) + typeof undefined;', 'objectfunctionundefined'],
  [
    'const o = { a: 1, b: 2 }; delete o.a; export const value = ["a" in o, "b" in o, Object.keys(o)];',
    [false, true, ['b']],
  ],
])('%s', (source, expected) => {
  expect(shown(source)).toEqual(expected);
});

it.each<[string, unknown]>([
  ['export const value = process.env.PORT || 80;', { if: 'process.env.PORT', yes: '?environment', no: 80 }],
  [
    "export const value = process.env.NODE_ENV === 'test' ? 'a' : 'b';",
    { if: "process.env.NODE_ENV === 'test'", yes: 'a', no: 'b' },
  ],
  [`export const value = \`/api/\${process.env.V}/x\`;`, `/api/\${?environment}/x`],
  [
    "let mode = 'a'; if (process.env.X) mode = 'b'; export const value = mode;",
    { if: 'process.env.X', yes: 'b', no: 'a' },
  ],
  [
    'function f() { if (process.env.X) return 1; return 2; } export const value = f();',
    { if: 'process.env.X', yes: 1, no: 2 },
  ],
  [
    "import { Router } from 'express'; export const value = Router({ strict: true });",
    { call: '<npm:express#Router>', with: [{ strict: true }] },
  ],
  ["import * as e from 'express'; export const value = new e.Server().x;", 'call.x'],
])('%s', (source, expected) => {
  if (expected === 'call.x') expect(String(shown(source))).toMatch(/\.x$/);
  else expect(shown(source)).toEqual(expected);
});

it.each<[string, unknown]>([
  ['export let value = 1; export function set(x) { value = x; }', '?mutated'],
  ['export const value = []; export function add(x) { value.push(x); }', '?mutated'],
  ['export const value = { a: { b: 1 } }; export function add(x) { const { a } = value; a.b = x; }', '?mutated'],
  ['class Counter { n = 0; m = 1; add() { this.n++; } } export const value = new Counter();', { n: '?mutated', m: 1 }],
  ['const list = []; if (process.env.X) list.push(1); export const value = list;', '?condition'],
  ['const list = []; function add(x) { list.push(x); } add(1); add(2); export const value = list;', [1, 2]],
  ['const o = { a: 1 }; try { o.a = 2; } catch {} export const value = o;', '?unsupported-syntax'],
  ['export const value = first; const first = 1;', '?uninitialised'],
  ['function f() { return f(); } export const value = f();', '?budget'],
  ['export async function f() { return 1; } export const value = f();', '?asynchronous'],
])('%s', (source, expected) => {
  expect(shown(source)).toEqual(expected);
});
