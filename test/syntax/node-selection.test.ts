import { expect, it } from 'vitest';
import { JsonTree } from '../../bench/oracles/json-tree.ts';
import { createTapeReader } from '../../src/facts/extract/read-tree.ts';
import { kernelModule } from '../../src/session/node/kernels.ts';
import type { Cursor } from '../../src/syntax/cursor.ts';
import { FIELD } from '../../src/syntax/generated/fields.ts';
import { KIND, type Kind } from '../../src/syntax/generated/kinds.ts';
import { selectionOf } from '../../src/syntax/node-selection.ts';
import { parseSource } from '../../src/syntax/parse-source.ts';

const readTape = createTapeReader(kernelModule('plain'));

const SOURCE = `
import { dock } from './dock';
type Berth = typeof dock;
export function moor(ship: Berth) { return dock(ship, dock as Berth, quay); }
const quay = [, null, true, 'dock', 1];
`;

function treesOf(source: string): readonly [Cursor, Cursor] {
  const parsed = parseSource(Buffer.from(source), 'typescript');
  if (!parsed.ok) throw new Error(parsed.error.message);
  const tree = readTape(parsed.json, parsed.origin);
  if (!tree) throw new Error('no room');
  return [tree, new JsonTree(parsed.json, parsed.origin)];
}

it('takes names of the module, and leaps over what is not asked for', () => {
  const [tree] = treesOf(SOURCE);
  const selection = selectionOf({
    taken: [KIND.CallExpression],
    takenInModuleScope: [KIND.Identifier],
    leaptOver: [KIND.ImportDeclaration, KIND.TsTypeAliasDeclaration, KIND.TsTypeAnnotation, KIND.TsTypeReference],
  });
  const seen = Array.from(tree.select(selection), (node) => tree.text(node, FIELD.value) || 'call');
  expect(seen).toEqual(['moor', 'call', 'dock', 'dock', 'quay', 'quay']);
});

it('takes names that the file declares, at the top level and further in', () => {
  const [tree, twin] = treesOf(
    "import { dock } from './dock'; function moor(ship) { ship.line(dock, console); { let quay; } }",
  );
  const selection = selectionOf({ taken: [], takenWhenDeclared: [KIND.Identifier] });
  const seen = Array.from(tree.select(selection), (node) => tree.text(node, FIELD.value));
  expect(seen).toEqual(['dock', 'moor', 'ship', 'ship', 'dock', 'quay']);
  expect(tree.select(selection)).toEqual(twin.select(selection));
});

it('takes identifiers by their names, short, long and beyond ASCII', () => {
  const names = ['q', 'quay', 'quay_wall', 'harbour_master_of_the_northern_quay', 'кай', 'quays'];
  const [tree, twin] = treesOf(`${names.join('; ')}; "quay"; type Q = quay; tug.quay; quay_wal; Quay; q`);
  for (const name of names.slice(0, -1)) {
    const selection = selectionOf({ taken: [KIND.StringLiteral], takenWhenNamed: [name, 'nowhere'] });
    const selected = Array.from(tree.select(selection), (node) => tree.text(node, FIELD.value));
    expect(selected.filter((text) => text === name).length).toBe({ q: 2, quay: 4 }[name] ?? 1);
    expect(selected.filter((text) => text !== name)).toEqual(name === 'quay' ? [] : ['quay']);
    expect(tree.select(selection)).toEqual(twin.select(selection));
  }
});

it('takes so many names and no more', () => {
  const names = Array.from({ length: 16 }, (_, index) => `crane${index}`);
  const [tree] = treesOf(names.join('; '));
  expect(tree.select(selectionOf({ taken: [], takenWhenNamed: names })).length).toBe(16);
  expect(() => selectionOf({ taken: [], takenWhenNamed: [...names, 'quay'] })).toThrow(RangeError);
});

it('takes the last node, every node and none', () => {
  const [tree] = treesOf(SOURCE);
  const kinds = Object.values(KIND);
  expect([...tree.select(selectionOf({ taken: kinds }))]).toEqual([...Array(tree.count).keys()]);
  expect([...tree.select(selectionOf({ taken: [] }))]).toEqual([]);
  expect([...tree.select(selectionOf({ taken: kinds, leaptOver: [KIND.Module] }))]).toEqual([]);
});

it('is what the tree out of JSON selects, kind by kind', () => {
  const [tree, twin] = treesOf(SOURCE);
  const kinds = new Set(Array.from({ length: tree.count }, (_, node): Kind => tree.kind(node)));
  expect(kinds.size).toBeGreaterThan(15);
  for (const kind of kinds) {
    for (const selected of [
      { taken: [kind] },
      { taken: [], takenInModuleScope: [kind] },
      { taken: [...kinds], leaptOver: [kind] },
    ]) {
      const selection = selectionOf(selected);
      expect(tree.select(selection)).toEqual(twin.select(selection));
    }
  }
});
