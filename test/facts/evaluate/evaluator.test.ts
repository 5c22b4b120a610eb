import { expect, it } from 'vitest';
import type { Value } from '../../../src/facts/evaluate/values.ts';
import { evaluatorOf, show } from '../../builders/evaluate-modules.ts';

/** The value of the part of a line that is marked `«…»`. */
function marked(source: string): unknown {
  const lines = source.split('\n');
  const line = lines.findIndex((text) => text.includes('«'));
  const column = (lines[line] ?? '').indexOf('«') + 1;
  const endColumn = (lines[line] ?? '').replace('«', '').indexOf('»') + 1;
  const place = { path: 'a.ts', line: line + 1, column, endLine: line + 1, endColumn };
  const value = evaluatorOf({ 'a.ts': source.replace('«', '').replace('»', '') }).expression(place);
  return value && show(value);
}

it('says what an expression is where it stands', () => {
  expect(marked("const base = '/api';\napp.use(«base + '/v1'», 1);")).toBe('/api/v1');
  expect(marked("import { app } from 'kit';\nfor (const p of ['/a', '/b']) app.get(«p»);")).toBe('?varies');
  expect(marked("class A { @Get(«'x' + 1») m() {} }")).toBe('x1');
  expect(marked('export const a = «gone»;')).toBe('<global:gone>');
});

it('knows in functions that nobody calls all but their parameters', () => {
  const source =
    "const base = '/api';\nexport function mount(app, name = 'x') {\n  const at = base + '/y';\n  app.get(«at»);\n}";
  expect(marked(source)).toBe('/api/y');
  expect(marked('export const f = (a, ...rest) => g(«[a, rest]»);')).toEqual(['?parameter', '?parameter']);
  expect(
    marked('export class A { x = 1; m(a) { return () => { const b = 2; return call(«b + 1», this.x); }; } }'),
  ).toBe(3);
  expect(marked('export function f(a) { if (a) return 1; return «a ?? 5»; }')).toEqual({
    if: 'a',
    yes: '?parameter',
    no: 5,
  });
});

it('lists calls of packages in the order in which they are made, with what has to be so for it', () => {
  const evaluator = evaluatorOf({
    'a.js': `import express from 'express';
      import { mount } from './mount.js';
      const app = express();
      app.use('/a', express.json());
      if (process.env.DEBUG) app.use('/debug', () => 1);
      mount(app, ['x', 'y']);
      export default app;`,
    'mount.js': "export function mount(app, names) { for (const name of names) app.get('/' + name, () => name); }",
  });
  const said = evaluator.calls('a.js').map(({ call, conditions }) => {
    const callee: Value = call.callee;
    const name = callee.kind === 'member' ? callee.name : callee.kind === 'external' ? callee.id : callee.kind;
    return [
      name,
      call.args[0] && show(call.args[0]),
      conditions.map(({ condition, holds }) => [condition.text, holds]),
    ];
  });
  expect(said).toEqual([
    ['npm:express#default', undefined, []],
    ['json', undefined, []],
    ['use', '/a', []],
    ['use', '/debug', [['process.env.DEBUG', true]]],
    ['get', '/x', []],
    ['get', '/y', []],
  ]);
});

it('follows values through barrels, default exports, namespaces, CommonJS and JSON', () => {
  const evaluator = evaluatorOf({
    'main.ts': `import all, { port as number } from './barrel.ts';
      import * as whole from './barrel.ts';
      import data from './data.json';
      import old = require('./old.cjs');
      const { name } = require('./old.cjs');
      export const value = [all.a, number, whole.port, whole.inner.port, data.list[1], old.name, name];`,
    'barrel.ts':
      "export { default } from './config.ts'; export * from './config.ts'; export * as inner from './config.ts';",
    'config.ts': 'export const port = 80; export default { a: port + 1 };',
    'data.json': '{ "list": [1, { "b": 2 }] }',
    'old.cjs': "exports.name = 'old';",
  });
  expect(show(evaluator.exported('main.ts', 'value'))).toEqual([81, 80, 80, 80, { b: 2 }, 'old', 'old']);
});

it('does not take the first value of what another module writes to', () => {
  const files = {
    'state.ts': 'export const list: number[] = [1]; export const calm = [2]; export default { on: true };',
    'barrel.ts': "export { list as shared, default as state } from './state.ts';",
    'writer.ts':
      "import { shared, state } from './barrel.ts'; const alias = shared; export function late() { alias.push(1); state.on = false; }",
  };
  const evaluator = evaluatorOf(files);
  const said = ['list', 'calm', 'default'].map((name) => show(evaluator.exported('state.ts', name)));
  expect(said).toEqual(['?mutated', [2], { on: '?mutated' }]);
});

it('gives each value the place of the expression that made it', () => {
  const evaluator = evaluatorOf({
    'a.ts': "import { base } from './b.ts';\nexport const value = [base, 'é' + 1];",
    'b.ts': "export const base =\n  '/api';",
  });
  const value = evaluator.exported('a.ts', 'value');
  const places = value.kind === 'array' ? value.elements.map(({ at }) => at) : [];
  expect(places).toEqual([
    { path: 'b.ts', line: 2, column: 3, endLine: 2, endColumn: 9 },
    { path: 'a.ts', line: 2, column: 29, endLine: 2, endColumn: 36 },
  ]);
});
