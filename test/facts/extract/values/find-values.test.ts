import { expect, it } from 'vitest';
import { createEvaluator } from '../../../../src/facts/evaluate/evaluator.ts';
import { createValueReader } from '../../../../src/facts/extract/values/read-values.ts';
import {
  BINDING_LATE_ASSIGNED,
  BINDING_LATE_WRITTEN,
  VALUE,
  VALUE_BINDING,
  VALUE_OPERANDS,
  VALUE_OPS,
  type ValueFacts,
} from '../../../../src/facts/value-records.ts';
import { kernelModule } from '../../../../src/session/node/kernels.ts';
import { show, valuesOf } from '../../../builders/evaluate-modules.ts';

const readValues = createValueReader(kernelModule('plain'));

function factsOf(source: string, path?: string): ValueFacts {
  const facts = valuesOf(source, path);
  if (!facts) throw new Error('not parsed');
  return facts;
}

/** The bindings that code which runs later assigns to, and those to what is held by which it writes. */
function lateOf(source: string): { assigned: string[]; written: string[] } {
  const { bindings, strings } = factsOf(source);
  const late = { assigned: [] as string[], written: [] as string[] };
  for (let at = 0; at < bindings.length; at += VALUE_BINDING.WORDS) {
    const flags = bindings[at + VALUE_BINDING.FLAGS] ?? 0;
    const name = strings[bindings[at + VALUE_BINDING.NAME] ?? 0] ?? '';
    if (flags & BINDING_LATE_ASSIGNED) late.assigned.push(name);
    if (flags & BINDING_LATE_WRITTEN) late.written.push(name);
  }
  return late;
}

it.each<[string, string[], string[]]>([
  ['let a = 1; a = 2;', [], []],
  ['let a = 1; export function f() { a = 2; }', ['a'], []],
  ['let a = 1; function f() { a = 2; } f();', [], []],
  ['let a = 1; function f() { a = 2; } keep(f);', ['a'], []],
  ['let a = 1; function f() { g(); } function g() { a = 2; } f();', [], []],
  ['let a = 1; export function f() { g(); } function g() { a = 2; }', ['a'], []],
  ['let a = 1; async function f() { a = 2; } f();', ['a'], []],
  ['const a = []; [1].forEach((x) => a.push(x));', [], []],
  ['const a = []; on("x", (x) => a.push(x));', [], ['a']],
  ['const a = {}; export const f = () => { const { b } = a; b.c = 1; };', [], ['a']],
  ['const a = {}; export const f = () => { for (const b of a.list) b.c = 1; };', [], ['a']],
  ['const a = {}; function set(o) { o.x = 1; } export const f = () => set(a);', [], ['a']],
  ['const a = {}; function get(o) { return o.x; } export const f = () => get(a);', [], []],
  ['class A { m() { count++; } } let count = 0;', ['count'], []],
  ['export function f() { const own = []; own.push(1); return own; }', [], []],
])('%s', (source, assigned, written) => {
  expect(lateOf(source)).toEqual({ assigned, written });
});

it('writes operands before what is made of them, within the file, and places that lie in the source', () => {
  const source = `import a from 'b';\nexport const [x, { y = \`é\${a}\` }] = f(() => ({ ...a, get z() { return 1; } }), class { static q = 1; });`;
  const { nodes, lists, strings } = factsOf(source);
  for (let node = 1; node < nodes.length / VALUE.WORDS; node++) {
    const letters = VALUE_OPERANDS[VALUE_OPS[nodes[node * VALUE.WORDS] ?? 0] ?? 'none'];
    [...letters].forEach((letter, operand) => {
      const word = nodes[node * VALUE.WORDS + VALUE.A + operand] ?? -1;
      if (letter === 'n') expect(word).toBeLessThan(node);
      if (letter === 's') expect(strings[word]).toBeTypeOf('string');
      const items = letter === 'l' ? lists.subarray(word + 1, word + 1 + (lists[word] ?? 0)) : [];
      for (const item of items) expect(item).toBeLessThan(node);
    });
    const [line, column, endLine, endColumn] = nodes.subarray(
      node * VALUE.WORDS + VALUE.LINE,
      (node + 1) * VALUE.WORDS,
    );
    expect([line, endLine].every((one) => one === 1 || one === 2)).toBe(true);
    expect(column).toBeGreaterThan(0);
    expect(endColumn).toBeGreaterThan(line === endLine ? (column ?? 0) : 0);
  }
});

it('gives a part of a file: a declaration, what it rests on, and what may write to it', () => {
  const source =
    "const base = '/a'; const unused = [1, 2, 3].map(String); export const routes = [base]; routes.push('b'); export const other = unused;";
  const whole = readValues('a.js', Buffer.from(source));
  const part = readValues('a.js', Buffer.from(source), { only: new Set(['routes']) });
  expect(part?.nodes.length).toBeLessThan((whole?.nodes.length ?? 0) * 0.7);
  const evaluator = createEvaluator({ valuesOf: () => part, importOf: () => ({ kind: 'unknown' }), paths: () => [] });
  expect(show(evaluator.exported('a.js', 'routes'))).toEqual(['/a', 'b']);
  expect(show(evaluator.exported('a.js', 'other'))).toBe('?uninitialised');
});

it('reads what is beyond the budget as unknown, and nothing else', () => {
  const source = Buffer.from('export const a = 1; export const b = [2, 2]; export const c = a;');
  const facts = readValues('a.js', source, { budget: 20 });
  const evaluator = createEvaluator({ valuesOf: () => facts, importOf: () => ({ kind: 'unknown' }), paths: () => [] });
  expect(['a', 'b', 'c'].map((name) => show(evaluator.exported('a.js', name)))).toEqual([1, '?budget', '?budget']);
});

it('counts the places of a component, and of JSON, in the file', () => {
  const vue = '<template><p/></template>\n<script lang="ts">\nexport const tide = \'low\';\n</script>\n';
  const evaluator = createEvaluator({
    valuesOf: (path) => factsOf(path === 'a.vue' ? vue : '{\n  "pier": [4]\n}', path),
    importOf: () => ({ kind: 'unknown' }),
    paths: () => [],
  });
  expect(evaluator.exported('a.vue', 'tide').at).toEqual({
    path: 'a.vue',
    line: 3,
    column: 21,
    endLine: 3,
    endColumn: 26,
  });
  expect(evaluator.exported('a.json', 'pier').at).toEqual({
    path: 'a.json',
    line: 2,
    column: 11,
    endLine: 2,
    endColumn: 14,
  });
});

it('says nothing of types', () => {
  const source =
    'export type A = { b: typeof c }; interface D extends E {} declare const c: number; export declare function f(): void; abstract class G { abstract x: string; }';
  const { strings, exports } = factsOf(source, 'a.ts');
  expect(strings).not.toContain('E');
  expect(exports.length).toBe(0);
});
