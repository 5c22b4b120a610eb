import { expect, it } from 'vitest';
import { evaluatorOf, show, shown, valuesOf } from '../../builders/evaluate-modules.ts';

it('leaves values that need one another while they are loaded unknown, whichever is asked first', () => {
  const files = {
    'a.js': "import { b } from './b.js'; export const a = b + 1; export const own = 1;",
    'b.js': "import { a, own } from './a.js'; export const b = a + 1; export const near = own;",
  };
  for (const order of [
    ['a.js', 'b.js'],
    ['b.js', 'a.js'],
  ]) {
    const evaluator = evaluatorOf(files);
    const said = order.map((path) => evaluator.exportNames(path).map((name) => show(evaluator.exported(path, name))));
    const [a, b] = order[0] === 'a.js' ? said : [said[1], said[0]];
    expect(a).toEqual(['?cycle', 1]);
    expect(b).toEqual(['?cycle', '?cycle']);
  }
});

it('knows functions and constants in a circle of imports that needs none of them while it is loaded', () => {
  const evaluator = evaluatorOf({
    'a.js': "import { b } from './b.js'; export const a = 'a'; export const late = () => b;",
    'b.js': "import { a } from './a.js'; export const b = a + 'b';",
  });
  expect(show(evaluator.exported('b.js', 'b'))).toBe('ab');
  expect(show(evaluator.exported('a.js', 'a'))).toBe('a');
});

it('follows a chain of 3,000 modules', () => {
  const files: Record<string, string> = { 'm0.js': 'export const value = 1;' };
  for (let index = 1; index < 3000; index++)
    files[`m${index}.js`] = `import { value as one } from './m${index - 1}.js'; export const value = one + 1;`;
  expect(show(evaluatorOf(files).exported('m2999.js', 'value'))).toBe(3000);
});

it('ends with re-exports in a circle, with names that are missing and files that are', () => {
  const evaluator = evaluatorOf({
    'a.js':
      "export * from './b.js'; export { gone } from './b.js'; export { lost } from './none.js'; export { far } from 'missing';",
    'b.js': "export * from './a.js'; export const b = 1;",
    'broken.js': 'export const x = ;',
    'user.js': "import { x } from './broken.js'; export const y = x;",
  });
  const said = ['b', 'gone', 'lost', 'far', 'other'].map((name) => show(evaluator.exported('a.js', name)));
  expect(said).toEqual([1, '?not-exported', '?not-parsed', '?unresolved-import', '?not-exported']);
  expect(show(evaluator.exported('user.js', 'y'))).toBe('?not-parsed');
  expect(show(evaluator.exported('broken.js', 'x'))).toBe('?not-parsed');
});

it.each<[string, unknown]>([
  // names that objects have without being given them
  [
    "const o = {}; export const value = [o.constructor, o.toString, o.x, 'x' in o];",
    ['?unsupported-syntax', '?unsupported-syntax', undefined, false],
  ],
  ["export const value = { ['__proto__']: 1 }['__proto__'];", 1],
  ['const o = { __proto__: { a: 1 } }; export const value = o.a;', '?unsupported-syntax'],
  ["const o = { a: 1 }; o['__proto__'] = { b: 2 }; export const value = o.b;", '?unsupported-syntax'],
  ["export const value = ['constructor', 'map'].map((name) => ({})[name]);", ['?unsupported-syntax', undefined]],
  ['const o = { get a() { return 1; }, b: 2 }; export const value = [o.a, o.b];', ['?accessor', 2]],
  ['const o = { a: 1, set a(x) {} }; export const value = o.a;', '?accessor'],
  [
    'const o = { s: 1, get a() { return this.s; }, set a(x) { this.s = x * 2; } }; o.a = 5; export const value = o.a;',
    '?accessor',
  ],
  ['const o = { set a(x) {} }; o.a = 5; export const value = o.a;', '?accessor'],
  ['const o = { get a() { return 1; } }; o.a = 5; export const value = o.a;', '?accessor'],
  [
    'class A { get a() { return 1; } set a(x) {} } class B extends A { c = 1; } const b = new B(); b.a = 5; export const value = b.a;',
    '?accessor',
  ],
  ["import { A } from 'acme'; class B extends A { c = 1; } const b = new B(); b.a = 5; export const value = b.a;", 5],
  ['const o = new Proxy({ a: 1 }, {}); export const value = o.a === 1;', '?external-call'],
  // names that are not what they seem
  ['const undefined_ = 1; export const value = ((undefined) => undefined)(2);', 2],
  ["const name = 'outer'; export const value = (() => { const name = 'inner'; return name; })() + name;", 'innerouter'],
  ['export const value = ((Object) => Object.keys({ a: 1 }))({ keys: () => 7 });', 7],
  // numbers
  [
    'export const value = [NaN, -0, 0 * -1, 1e400, 0.1 + 0.2, 2 ** 53 + 1];',
    [Number.NaN, -0, -0, Number.POSITIVE_INFINITY, 0.1 + 0.2, 2 ** 53],
  ],
  ['export const value = 1n + 1;', '?throws'],
  ['export const value = 9n ** 99999999999n;', '?throws'],
  // strings
  ["export const value = '\\ud800';", '?unsupported-syntax'],
  ["export const value = '\\\\ud800';", '?unsupported-syntax'],
  ["export const value = 'x'.repeat(2 ** 28);", '?budget'],
  ["let s = 'x'; for (let i = 0; i < 40; i++) s += s; export const value = s;", '?budget'],
  ['let s = process.env.X + "a"; for (let i = 0; i < 60; i++) s += s; export const value = s;', '?budget'],
  [
    'let u = process.env.X, o = {}; for (let i = 0; i < 60; i++) u = [u, o, u][process.env.Y]; export const value = u;',
    '?environment',
  ],
  // without end
  ['export const value = (() => { while (true) {} })();', '?budget'],
  ['const a = []; a.push(a); export const value = a.length; export { a };', 1],
  ['const f = (n) => f(n + 1) + f(n + 2); export const value = f(0);', '?budget'],
  ['const a = [1]; for (const x of a) a.push(x); export const value = a;', '?budget'],
  // what may mean anything
  ["var a = 1; eval('a = 2'); export const value = a;", '?unsupported-syntax'],
  [
    'const o = { a: 1 }; label: for (const x of [1]) { o.a = 2; break label; } export const value = o.a;',
    '?unsupported-syntax',
  ],
  ['function* g() { yield 1; } export const value = [...g()];', '?asynchronous'],
  ['Object = { keys: () => 1 }; export const value = Object.keys({ a: 1 });', '?mutated'],
])('%s', (source, expected) => {
  expect(shown(source)).toEqual(expected);
});

it('does not lose what stands around a statement that is too much', () => {
  const source =
    'export const before = 1; export const big = (() => { while (true) {} })(); export const after = before + 1;';
  const evaluator = evaluatorOf({ 'a.js': source });
  expect(['before', 'big', 'after'].map((name) => show(evaluator.exported('a.js', name)))).toEqual([1, '?budget', 2]);
});

it('takes literals, nesting and chains of any size', () => {
  const wide = `export const value = [${Array.from({ length: 30_000 }, (_, index) => index).join(',')}];`;
  expect(shown(wide)).toHaveLength(30_000);
  const huge = `export const first = 1; export const value = [${'{ a: [1, 2, 3] },'.repeat(40_000)}]; export const last = 2;`;
  const evaluator = evaluatorOf({ 'a.js': huge });
  expect(['first', 'value', 'last'].map((name) => show(evaluator.exported('a.js', name)))).toEqual([
    1,
    '?budget',
    '?budget',
  ]);
  const deep = `export const value = ${'['.repeat(1500)}${']'.repeat(1500)};`;
  expect(shown(deep)).toBe('?budget');
  const sum = `export const value = ${Array.from({ length: 1500 }, () => '1').join(' + ')};`;
  expect(['?budget', 1500]).toContain(shown(sum));
  const tooDeep = `export const value = ${'['.repeat(3000)}${']'.repeat(3000)};`;
  expect(valuesOf(tooDeep)).toBeNull();
});

it('passes over functions that name one another in a chain of any length', () => {
  const chain = Array.from({ length: 12_000 }, (_, index) => `function f${index}() { return f${index + 1}; }`).join(
    '\n',
  );
  const source = `import app from 'app'; let last = 1; ${chain} function f12000() { last = 2; } app.get(f0); export const value = [last];`;
  expect(shown(source)).toEqual(['?mutated']);
});

it('answers about an export that is a getter without end', () => {
  const source = 'class Tide { get low() { for (;;) {} } } module.exports = new Tide();';
  expect(shown(source, 'low')).toBe('?budget');
});

it('knows what functions write to that call one another, whichever is asked about first', () => {
  const source =
    'let m = 1; let n = 1; function a() { m = 2; b(); } function b() { n = 2; a(); } export function x() { a(); } export { m, n };';
  expect([shown(source, 'm'), shown(source, 'n')]).toEqual(['?mutated', '?mutated']);
  expect(shown(source.replace('export function', 'function'), 'n')).toBe(1);
});

it('tells what runs late through calls in a chain of any length', () => {
  const calls = Array.from({ length: 8000 }, (_, index) => `function f${index}() { last = 3; f${index + 1}(); }`);
  const source = `export let last = 1; function f8000() { last = 2; } ${calls.reverse().join('\n')} export { f0 };`;
  expect(shown(source, 'last')).toMatch(/^\?(?:mutated|budget)$/);
});
