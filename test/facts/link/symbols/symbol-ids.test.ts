import { expect, it } from 'vitest';
import { DECLARED_STATIC } from '../../../../src/facts/symbol-records.ts';
import { linkedSymbols } from '../../support/linked-symbols.ts';
import { WrittenSymbols } from '../../support/written-symbols.ts';

const idsOf = (...files: WrittenSymbols[]): readonly string[] => linkedSymbols(files.map((file) => file.facts())).ids;

it('are path, name and member, in the order of first declarations', () => {
  const file = new WrittenSymbols('a.ts');
  const dock = file.declare('class', 'Dock');
  file.declare('method', 'moor', { in: dock });
  file.declare('function', 'default');
  const port = file.declare('namespace', 'Dock', { of: dock });
  file.declare('constant', 'depth', { in: port });
  expect(idsOf(file, new WrittenSymbols('b.ts'))).toEqual([
    'a.ts',
    'a.ts#Dock',
    'a.ts#Dock.moor',
    'a.ts#default',
    'a.ts#Dock.depth',
    'b.ts',
  ]);
});

it('tell a type from the value of its name, a static member from one of instances, and number what is left', () => {
  const file = new WrittenSymbols('a.ts');
  file.declare('type', 'Knot');
  file.declare('constant', 'Knot');
  const rope = file.declare('class', 'Rope');
  file.declare('method', 'tie', { in: rope, flags: DECLARED_STATIC });
  file.declare('method', 'tie', { in: rope });
  file.declare('property', 'only', { in: rope, flags: DECLARED_STATIC });
  for (let times = 0; times < 3; times++) file.declare('variable', 'slack');
  file.declare('interface', 'Lone');
  expect(idsOf(file).slice(1)).toEqual([
    'a.ts#Knot~type',
    'a.ts#Knot',
    'a.ts#Rope',
    'a.ts#Rope.tie~static',
    'a.ts#Rope.tie',
    'a.ts#Rope.only',
    'a.ts#slack',
    'a.ts#slack~2',
    'a.ts#slack~3',
    'a.ts#Lone',
  ]);
});

it('are never two things at once, whatever paths and names are made of', () => {
  const file = new WrittenSymbols('a#b.ts');
  const routes = file.declare('constant', 'routes');
  const inner = file.declare('property', 'a', { in: routes });
  file.declare('property', 'b', { in: inner });
  file.declare('property', 'a.b', { in: routes });
  file.declare('property', '#secret', { in: routes });
  file.declare('property', 'content-type', { in: routes });
  expect(idsOf(file, new WrittenSymbols('a%23b.ts'))).toEqual([
    'a#b.ts',
    'a%23b.ts#routes',
    'a%23b.ts#routes.a',
    'a%23b.ts#routes.a.b',
    'a%23b.ts#routes["a.b"]',
    'a%23b.ts#routes.#secret',
    'a%23b.ts#routes.content-type',
    'a%23b.ts',
  ]);
});
