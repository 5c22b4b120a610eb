/** Whose member a name is, by what is declared of the value in front of it. */
import { describe, expect, it } from 'vitest';
import { DECLARED_STATIC } from '../../../../src/facts/symbol-records.ts';
import { linkedSymbols, listUses } from '../../support/linked-symbols.ts';
import { WrittenSymbols } from '../../support/written-symbols.ts';

/** A fleet: `class Ship { sails: Sail[]; static build(): Ship; mast(): Promise<Mast> }`, `class Brig extends Ship`, in a file each. */
function fleet(): WrittenSymbols[] {
  const parts = new WrittenSymbols('parts.ts');
  const sail = parts.declare('class', 'Sail');
  parts.declare('method', 'hoist', { in: sail });
  const mast = parts.declare('interface', 'Mast');
  parts.declare('property', 'height', { in: mast });
  parts.export('Sail', 'declaration', sail);
  parts.export('Mast', 'declaration', mast);

  const ships = new WrittenSymbols('ships.ts');
  const site = ships.site('parts.ts');
  const sails = ships.term('array', ships.term('instance', ships.term('imported', ships.import(site, 'Sail'))));
  const masts = ships.term('promise', ships.term('instance', ships.term('imported', ships.import(site, 'Mast'))));
  const ship = ships.declare('class', 'Ship');
  const built = ships.term('function', ships.term('this', ship));
  ships.declare('property', 'sails', { in: ship, term: sails });
  ships.declare('method', 'build', { in: ship, flags: DECLARED_STATIC, term: built });
  ships.declare('method', 'mast', { in: ship, term: ships.term('function', masts) });
  ships.export('default', 'declaration', ship);

  const brigs = new WrittenSymbols('brigs.ts');
  const brig = brigs.declare('class', 'Brig');
  brigs.rests(brig, 'extends', brigs.term('imported', brigs.import(brigs.site('ships.ts'), 'default', 'Ship')));
  brigs.declare('method', 'mast', { in: brig });
  brigs.export('Brig', 'declaration', brig);
  return [parts, ships, brigs];
}

/** A module that has `new Brig()` and `Brig`. */
function sailor(): { file: WrittenSymbols; brig: number; made: number } {
  const file = new WrittenSymbols('zz.ts');
  const brig = file.term('imported', file.import(file.site('brigs.ts'), 'Brig'));
  return { file, brig, made: file.term('new', brig) };
}

const usesOf = (...files: WrittenSymbols[]): string[] =>
  listUses(linkedSymbols(files.map((file) => file.facts()))).filter((use) => use.startsWith('zz.ts'));

it('is its own, or the nearest inherited one', () => {
  const { file, brig, made } = sailor();
  file.use('call', 'member', made, 'mast');
  file.use('read', 'member', made, 'sails');
  file.use('call', 'member', brig, 'build');
  file.use('read', 'member', brig, 'sails');
  expect(usesOf(...fleet(), file)).toEqual([
    'zz.ts call brigs.ts#Brig.mast @1',
    'zz.ts read ships.ts#Ship.sails @2',
    'zz.ts call ships.ts#Ship.build @3',
  ]);
});

it('follows what calls return, elements, promises and the parameters of callbacks', () => {
  const { file, brig, made } = sailor();
  const built = file.term('call', file.term('member', brig, 'build'));
  const sails = file.term('member', built, 'sails');
  file.use('call', 'member', file.term('element', sails), 'hoist');
  const each = file.term('member', sails, 'forEach');
  file.use('call', 'member', file.term('parameter', file.term('parameter', each, 0), 0), 'hoist');
  const found = file.term('call', file.term('member', file.term('call', file.term('member', sails, 'filter')), 'find'));
  file.use('call', 'member', found, 'hoist');
  const awaited = file.term('await', file.term('call', file.term('member', built, 'mast')));
  file.use('read', 'member', awaited, 'height');
  file.use('read', 'member', file.term('await', made), 'sails');
  expect(usesOf(...fleet(), file)).toEqual([
    'zz.ts call parts.ts#Sail.hoist @1,2,3',
    'zz.ts read parts.ts#Mast.height @4',
    'zz.ts read ships.ts#Ship.sails @5',
  ]);
});

it('is those of all that a value can be, and of all that it is at once', () => {
  const file = new WrittenSymbols('zz.ts');
  const types = ['Oar', 'Rudder'].map((name) => {
    const type = file.declare('interface', name);
    file.declare('method', 'stow', { in: type });
    file.declare('property', name.toLowerCase(), { in: type });
    return file.term('instance', file.term('declared', type));
  });
  const [oar = 0, rudder = 0] = types;
  const alias = file.declare('type', 'Gear', { term: file.term('all-of', oar, rudder) });
  file.use('call', 'member', file.term('union', oar, rudder), 'stow');
  file.use('read', 'member', file.term('instance', file.term('declared', alias)), 'rudder');
  expect(usesOf(file)).toEqual([
    'zz.ts call zz.ts#Oar.stow @1',
    'zz.ts call zz.ts#Rudder.stow @1',
    'zz.ts read zz.ts#Rudder.rudder @2',
  ]);
});

it('is those of all that a property of one name is in the parts of a union', () => {
  const file = new WrittenSymbols('zz.ts');
  const cargo = file.declare('type', 'Cargo');
  const types = ['Barrel', 'Crate'].map((name) => {
    const type = file.declare('class', name);
    file.declare('method', 'lift', { in: type });
    return file.term('instance', file.term('declared', type));
  });
  // type Cargo = { held: Barrel } | { held: Crate }
  const [barrel = 0, crate = 0] = types;
  const held = file.declare('property', 'held', { in: cargo, term: barrel });
  file.declare('property', 'held', { in: cargo, of: held, term: crate });
  const value = file.term('instance', file.term('declared', cargo));
  file.use('call', 'member', file.term('member', value, 'held'), 'lift');
  expect(usesOf(file)).toEqual(['zz.ts call zz.ts#Barrel.lift @1', 'zz.ts call zz.ts#Crate.lift @1']);
});

it('is not known where nothing is declared, and elsewhere where the language or a package declares it', () => {
  const file = new WrittenSymbols('zz.ts');
  const hook = file.declare('class', 'Hook');
  file.declare('method', 'push', { in: hook });
  file.declare('method', 'open', { in: hook });
  const list = file.term('array', file.term('instance', file.term('declared', hook)));
  file.use('call', 'member', list, 'push');
  const door = file.term('imported', file.import(file.site('@acme/doors'), 'Door'));
  file.use('call', 'member', file.term('new', door), 'open');
  file.use('call', 'member', file.term('call', door), 'open');
  file.use('call', 'unknown', 0, 'open');
  const records = linkedSymbols([file.facts()]);
  expect([listUses(records), records.unknownMembers, [...records.unknownCounts]]).toEqual([[], ['open'], [2]]);
});

describe('overriding', () => {
  it('is an edge to the member of each type that its own extends or implements', () => {
    const file = new WrittenSymbols('zz.ts');
    const [anchor, rope, reel] = [
      file.declare('interface', 'Anchor'),
      file.declare('class', 'Rope'),
      file.declare('class', 'Reel'),
    ];
    for (const owner of [anchor, rope, reel]) file.declare('method', 'drop', { in: owner });
    file.declare('constructor', 'constructor', { in: rope });
    file.declare('constructor', 'constructor', { in: reel });
    file.rests(reel, 'extends', file.term('declared', rope));
    file.rests(reel, 'implements', file.term('declared', anchor));
    expect(listUses(linkedSymbols([file.facts()]))).toEqual([
      'zz.ts#Reel.drop override zz.ts#Anchor.drop',
      'zz.ts#Reel.drop override zz.ts#Rope.drop',
    ]);
  });
});

describe('what leads back to itself', () => {
  it('is not known there, and ends', () => {
    const file = new WrittenSymbols('zz.ts');
    // const a = b; const b = a; class C extends D; class D extends C; type T = T & C
    const [a, b] = [file.term('declared', 0), file.term('declared', 1)];
    file.declare('constant', 'a', { term: b });
    file.declare('constant', 'b', { term: a });
    const c = file.declare('class', 'C');
    const d = file.declare('class', 'D');
    file.declare('method', 'coil', { in: d });
    file.rests(c, 'extends', file.term('declared', d));
    file.rests(d, 'extends', file.term('declared', c));
    const alias = file.term('instance', file.term('declared', 5));
    file.declare('type', 'T', { term: file.term('all-of', alias, file.term('instance', file.term('declared', c))) });
    file.use('read', 'member', a, 'coil');
    file.use('call', 'member', file.term('new', file.term('declared', c)), 'coil');
    file.use('call', 'member', file.term('new', file.term('declared', c)), 'gone');
    file.use('call', 'member', alias, 'coil');
    expect(usesOf(file)).toEqual(['zz.ts call zz.ts#D.coil @2,4']);
  });

  it('may be a chain of any length: in one file it is followed, over files as far as it goes', () => {
    const file = new WrittenSymbols('zz.ts');
    const chain = file.declare('class', 'Chain');
    file.declare('method', 'link', { in: chain, term: file.term('function', file.term('this', chain)) });
    let term = file.term('new', file.term('declared', chain));
    for (let at = 0; at < 5_000; at++) term = file.term('call', file.term('member', term, 'link'));
    file.use('call', 'member', term, 'link');
    const far = Array.from({ length: 5_000 }, (_, at) => {
      const one = new WrittenSymbols(`far/${String(at).padStart(4, '0')}.ts`);
      const next = `far/${String(at + 1).padStart(4, '0')}.ts`;
      const value = one.term('imported', one.import(one.site(next), 'next'));
      one.export('next', 'declaration', one.declare('constant', 'next', { term: value }));
      one.use('read', 'member', value, 'link');
      return one;
    });
    expect(usesOf(...far, file)).toEqual(['zz.ts call zz.ts#Chain.link @1']);
  });
});
