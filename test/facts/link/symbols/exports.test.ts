/** Which declaration an exported name leads to. */
import { expect, it } from 'vitest';
import type { FileFacts } from '../../../../src/facts/records.ts';
import { linkedSymbols, listExported, listUses } from '../../support/linked-symbols.ts';
import { WrittenSymbols } from '../../support/written-symbols.ts';

/** A module that declares these constants and exports them. */
function declaring(path: string, ...names: string[]): WrittenSymbols {
  const file = new WrittenSymbols(path);
  for (const name of names) file.export(name, 'declaration', file.declare('constant', name));
  return file;
}

/** What `import { name } from specifier` leads to. */
function importedAs(name: string, specifier: string, files: readonly WrittenSymbols[]): string[] {
  const user = new WrittenSymbols('zz.ts');
  user.use('read', 'import', user.import(user.site(specifier), name));
  return usesOf('zz.ts', [...files, user]);
}

function usesOf(path: string, files: readonly WrittenSymbols[]): string[] {
  const uses = listUses(linkedSymbols(files.map((file) => file.facts())));
  return uses.filter((use) => use.startsWith(`${path} `)).map((use) => use.replace(/^\S+ \S+ | @.*$/g, ''));
}

it('follows names through barrels, under whatever name they pass', () => {
  const barrel = new WrittenSymbols('index.ts');
  barrel.export('Sail', 'site', barrel.site('sail.ts'), 'Jib');
  barrel.export('*', 'site', barrel.site('mast.ts'), '*');
  const files = [declaring('sail.ts', 'Jib'), declaring('mast.ts', 'Mast', 'default'), barrel];
  expect(listExported(linkedSymbols(files.map((file) => file.facts())))).toEqual([
    'index.ts Mast → mast.ts#Mast',
    'index.ts Sail → sail.ts#Jib',
    'mast.ts Mast → mast.ts#Mast',
    'mast.ts default → mast.ts#default',
    'sail.ts Jib → sail.ts#Jib',
  ]);
  expect(importedAs('Sail', 'index.ts', files)).toEqual(['sail.ts#Jib']);
  expect(importedAs('default', 'index.ts', files)).toEqual([]);
});

it('follows what is imported and then exported, and namespaces of namespaces', () => {
  const inner = new WrittenSymbols('inner.ts');
  inner.export('hull', 'import', inner.import(inner.site('hull.ts'), '*', 'hull'));
  const outer = new WrittenSymbols('outer.ts');
  outer.export('ship', 'site', outer.site('inner.ts'), '*');
  const user = new WrittenSymbols('zz.ts');
  const ship = user.term('imported', user.import(user.site('outer.ts'), 'ship'));
  const hull = user.term('member', ship, 'hull');
  user.use('read', 'member', hull, 'keel');
  user.use('read', 'member', hull, 'gone');
  expect(usesOf('zz.ts', [inner, outer, user, declaring('hull.ts', 'keel')])).toEqual(['hull.ts#keel']);
});

it('takes a local name before a star, and none of two stars that differ', () => {
  const barrel = declaring('index.ts', 'one');
  for (const from of ['a.ts', 'b.ts', 'c.ts']) barrel.export('*', 'site', barrel.site(from), '*');
  const again = new WrittenSymbols('c.ts');
  again.export('*', 'site', again.site('a.ts'), '*');
  const files = [barrel, declaring('a.ts', 'one', 'two', 'same'), declaring('b.ts', 'two'), again];
  expect(importedAs('one', 'index.ts', files)).toEqual(['index.ts#one']);
  expect(importedAs('two', 'index.ts', files)).toEqual([]);
  expect(importedAs('same', 'index.ts', files)).toEqual(['a.ts#same']);
});

it('goes round circles, and ends where they lead nowhere', () => {
  const a = declaring('a.ts', 'own');
  const b = new WrittenSymbols('b.ts');
  a.export('*', 'site', a.site('b.ts'), '*');
  b.export('*', 'site', b.site('a.ts'), '*');
  a.export('lost', 'site', a.site('b.ts'), 'lost');
  b.export('lost', 'site', b.site('a.ts'), 'lost');
  expect(importedAs('own', 'b.ts', [a, b])).toEqual(['a.ts#own']);
  expect(importedAs('lost', 'b.ts', [a, b])).toEqual([]);
  const self = declaring('self.ts', 'here');
  self.use('read', 'import', self.import(self.site('self.ts'), 'here'));
  expect(usesOf('self.ts', [self])).toEqual(['self.ts#here']);
});

it('has what `export =` gives under every form of import, and its properties by name', () => {
  const file = new WrittenSymbols('knots.cjs');
  const knots = file.declare('constant', 'knots');
  file.declare('method', 'bowline', { in: knots });
  file.export('=', 'term', file.term('object', knots));
  expect(importedAs('=', 'knots.cjs', [file])).toEqual(['knots.cjs#knots']);
  expect(importedAs('*', 'knots.cjs', [file])).toEqual(['knots.cjs#knots']);
  expect(importedAs('default', 'knots.cjs', [file])).toEqual(['knots.cjs#knots']);
  expect(importedAs('bowline', 'knots.cjs', [file])).toEqual(['knots.cjs#knots.bowline']);
  expect(importedAs('default', 'a.cjs', [declaring('a.cjs', 'reef')])).toEqual(['a.cjs']);
  expect(importedAs('default', 'a.ts', [declaring('a.ts', 'reef')])).toEqual([]);
});

it('leads to a value and to the type of its name, each where it is meant', () => {
  const file = new WrittenSymbols('flag.ts');
  file.export('Flag', 'declaration', file.declare('constant', 'Flag'));
  file.export('Flag', 'declaration', file.declare('type', 'Flag'));
  const user = new WrittenSymbols('zz.ts');
  const flag = user.import(user.site('flag.ts'), 'Flag');
  user.use('import', 'import', flag);
  user.use('type', 'import', flag);
  user.use('read', 'import', flag);
  expect(listUses(linkedSymbols([file.facts(), user.facts()]))).toEqual([
    'zz.ts read+import flag.ts#Flag @1,3',
    'zz.ts type+import flag.ts#Flag~type @1,2',
  ]);
});

it('names what other packages export by where it comes from', () => {
  const barrel = new WrittenSymbols('web.ts');
  barrel.export('*', 'site', barrel.site('@acme/web'), '*');
  const user = new WrittenSymbols('zz.ts');
  const web = user.term('imported', user.import(user.site('@acme/web'), 'default', 'web'));
  user.use('call', 'member', web, 'Router');
  user.use('read', 'import', user.import(user.site('web.ts'), 'Router'));
  user.use('import', 'import', user.import(user.site('node:fs'), '*', 'fs'));
  expect(listUses(linkedSymbols([barrel.facts(), user.facts()]))).toEqual([
    'zz.ts import node:fs @3',
    'zz.ts read+call npm:@acme/web#Router @1,2',
  ]);
});

it('knows nothing of what a file exports that failed, and counts it', () => {
  const broken: FileFacts = { ...new WrittenSymbols('broken.ts').facts(), status: 'failed' };
  const user = declaring('zz.ts', 'sail');
  user.use('read', 'import', user.import(user.site('broken.ts'), 'sail'));
  user.use('read', 'import', user.import(user.site('data.json'), 'sail'));
  user.use('read', 'unknown', 0, 'nobody');
  const records = linkedSymbols([broken, user.facts()]);
  expect(records.ids).toEqual(['broken.ts', 'zz.ts', 'zz.ts#sail']);
  expect([listUses(records), records.unknownMembers, [...records.unknownCounts]]).toEqual([[], ['sail'], [1]]);
});

it('takes ten thousand names through one barrel and a chain of five thousand barrels', () => {
  const names = Array.from({ length: 10_000 }, (_, at) => `name${at}`);
  const leaves = names.map((name) => declaring(`leaf/${name}.ts`, name));
  const barrel = new WrittenSymbols('index.ts');
  for (const name of names) barrel.export('*', 'site', barrel.site(`leaf/${name}.ts`), '*');
  const chain = Array.from({ length: 5_000 }, (_, at) => {
    const file = new WrittenSymbols(`chain/${at}.ts`);
    file.export('name7', 'site', file.site(at === 4_999 ? 'index.ts' : `chain/${at + 1}.ts`), 'name7');
    return file;
  });
  const user = new WrittenSymbols('zz.ts');
  for (const name of names) user.use('read', 'import', user.import(user.site('index.ts'), name));
  user.use('call', 'import', user.import(user.site('chain/0.ts'), 'name7'));
  const uses = usesOf('zz.ts', [...leaves, ...chain, barrel, user]);
  expect(uses).toHaveLength(10_000);
  expect(uses.filter((use) => use === 'leaf/name7.ts#name7')).toHaveLength(1);
});
