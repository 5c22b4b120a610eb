import { expect, it } from 'vitest';
import { kernelModule } from '../../src/session/node/kernels.ts';
import { Cursor, NO_NODE, SCOPE } from '../../src/syntax/cursor.ts';
import { FIELD } from '../../src/syntax/generated/fields.ts';
import { KIND, type Kind } from '../../src/syntax/generated/kinds.ts';
import { parseSource } from '../../src/syntax/parse-source.ts';
import { TAPE_NAMES } from '../../src/syntax/tape-names.ts';
import { createTapeBuilder } from '../../src/wasm/tape-builder.ts';

const builder = createTapeBuilder(kernelModule('plain'), TAPE_NAMES);

function read(source: string): Cursor {
  const outcome = parseSource(Buffer.from(source), 'typescript');
  if (!outcome.ok) throw new Error(outcome.error.message);
  const tree = new Cursor();
  tree.load(builder.build(outcome.json), outcome.origin);
  return tree;
}

function nodesOf(tree: Cursor, kind: Kind): number[] {
  return Array.from({ length: tree.count }, (_, node) => node).filter((node) => tree.kind(node) === kind);
}

it('leads from parents to children and back', () => {
  const tree = read('dock(ship, ...cargo, [, crane]);');
  const [call = NO_NODE] = nodesOf(tree, KIND.CallExpression);
  const callee = tree.child(call, FIELD.callee);
  expect(tree.text(callee, FIELD.value)).toBe('dock');
  expect(tree.parent(callee)).toBe(call);
  expect(tree.field(callee)).toBe(FIELD.callee);
  expect(tree.children(call, FIELD.arguments).map((node) => tree.kind(node))).toEqual(Array(3).fill(KIND.group));
  expect(tree.child(call, FIELD.typeArguments)).toBe(NO_NODE);
  expect(tree.parent(0)).toBe(NO_NODE);
  expect(tree.sibling(0)).toBe(NO_NODE);

  const [array = NO_NODE] = nodesOf(tree, KIND.ArrayExpression);
  expect(tree.children(array, FIELD.elements).map((node) => tree.kind(node))).toEqual([KIND.hole, KIND.group]);
});

it('visits the same children by sibling as by field', () => {
  const tree = read('class Ship extends Vessel implements Afloat { hold = 1; load(cargo: Cargo) {} }');
  for (let node = 0; node < tree.count; node++) {
    const bySibling: number[] = [];
    for (let child = tree.firstChild(node); child !== NO_NODE; child = tree.sibling(child)) bySibling.push(child);
    const byParent = Array.from({ length: tree.count }, (_, other) => other).filter(
      (other) => tree.parent(other) === node,
    );
    expect(bySibling).toEqual(byParent);
  }
});

it('knows where each node stands, also those for which SWC says nothing', () => {
  const source = 'const é = { name: "Ève", ...defaults, [key]: 1 }; dock(...ships); const { a: b } = c;';
  const tree = read(source);
  const bytes = Buffer.from(source);
  const textOf = (node: number) => bytes.toString('utf8', tree.start(node), tree.end(node));
  expect(nodesOf(tree, KIND.KeyValueProperty).map(textOf)).toEqual(['name: "Ève"', '[key]: 1']);
  expect(nodesOf(tree, KIND.SpreadElement).map(textOf)).toEqual(['...defaults']);
  expect(nodesOf(tree, KIND.KeyValuePatternProperty).map(textOf)).toEqual(['a: b']);
  const [call = NO_NODE] = nodesOf(tree, KIND.CallExpression);
  expect(tree.children(call, FIELD.arguments).map(textOf)).toEqual(['...ships']);
});

it('decodes texts, and compares them without', () => {
  const tree = read(String.raw`say("plain", "tab\t\"quoted\"", "é漢🚢", "${'long '.repeat(20)}", "\uFEFFmark");`);
  const literals = nodesOf(tree, KIND.StringLiteral);
  expect(literals.map((node) => tree.text(node, FIELD.value))).toEqual([
    'plain',
    'tab\t"quoted"',
    'é漢🚢',
    'long '.repeat(20),
    '\ufeffmark',
  ]);
  expect(literals.map((node) => tree.textIs(node, FIELD.value, 'plain'))).toEqual([true, false, false, false, false]);
  expect(tree.text(literals[0] ?? NO_NODE, FIELD.left)).toBe('');
  expect(tree.textIs(literals[0] ?? NO_NODE, FIELD.left, '')).toBe(false);
});

it('tells the same name in different scopes apart', () => {
  const tree = read('import { ship } from "./ship"; function sail(ship) { return ship; } ship; crane;');
  const scopes = nodesOf(tree, KIND.Identifier)
    .filter((node) => tree.textIs(node, FIELD.value, 'ship'))
    .map((node) => tree.scope(node));
  const [imported, parameter, use, last] = scopes;
  expect(imported).toBe(SCOPE.module);
  expect(last).toBe(imported);
  expect(parameter).toBe(use);
  expect(parameter).not.toBe(imported);
  const crane = nodesOf(tree, KIND.Identifier).find((node) => tree.textIs(node, FIELD.value, 'crane')) ?? NO_NODE;
  expect(tree.scope(crane)).toBe(SCOPE.global);
  expect(tree.scope(nodesOf(tree, KIND.ReturnStatement)[0] ?? NO_NODE)).toBe(SCOPE.none);
});
