import { expect, it } from 'vitest';
import { JsonTree } from '../../bench/oracles/json-tree.ts';
import { createTapeReader } from '../../src/facts/extract/read-tree.ts';
import { kernelModule } from '../../src/session/node/kernels.ts';
import type { Cursor } from '../../src/syntax/cursor.ts';
import { FIELD } from '../../src/syntax/generated/fields.ts';
import { KIND } from '../../src/syntax/generated/kinds.ts';
import { selectionOf } from '../../src/syntax/node-selection.ts';
import { parseSource } from '../../src/syntax/parse-source.ts';

const readTape = createTapeReader(kernelModule('plain'));
const NAMES = selectionOf({ taken: [KIND.Identifier, KIND.StringLiteral] });

function treesOf(source: string): readonly [Cursor, Cursor] {
  const parsed = parseSource(Buffer.from(source), 'typescript');
  if (!parsed.ok) throw new Error(parsed.error.message);
  const tree = readTape(parsed.json, parsed.origin);
  if (!tree) throw new Error('no room');
  return [tree, new JsonTree(parsed.json, parsed.origin)];
}

const firstsOf = (tree: Cursor) => Array.from({ length: tree.count }, (_, node) => tree.firstNamed(node));

it('tells which names are the same text, as the oracle does', () => {
  const long = 'harbour_master_of_the_northern_quay';
  const words = [
    'q',
    'quay',
    'quays',
    long,
    `${long}s`,
    `${long}t`,
    'кай',
    "''",
    "'quay'",
    '"quay"',
    "'a\\n'",
    'Quay',
    '#q in a',
  ];
  const [tree, twin] = treesOf(`${words.join('; ')}; tug.quay; const { q } = ${long}; ${words.join('; ')}`);
  const firsts = firstsOf(tree);
  expect(firsts).toEqual(firstsOf(twin));
  const names = Array.from(tree.select(NAMES));
  const said = new Map(names.map((node) => [tree.text(node, FIELD.value), firsts[node]]));
  expect(new Set(said.values()).size).toBe(said.size);
  expect(names.map((node) => firsts[node])).toEqual(names.map((node) => said.get(tree.text(node, FIELD.value))));
});

it('finds the first of many names, of every length, and forgets those of the tree before', () => {
  const names = Array.from({ length: 3_000 }, (_, index) => `crane${'_'.repeat(index % 20)}${index % 1_000}`);
  for (const source of [names.join(';'), names.toReversed().join(';'), 'crane0', '']) {
    const [tree, twin] = treesOf(source);
    expect(firstsOf(tree)).toEqual(firstsOf(twin));
  }
});
