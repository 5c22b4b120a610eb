import { describe, expect, it } from 'vitest';
import { symbolsOf } from '../../../builders/describe-symbols.ts';

describe('what a module declares', () => {
  it('lists functions, variables, types, enums and namespaces with their members', () => {
    const { declarations } = symbolsOf(`
      export async function dock() {}
      export let tide = 1, wind;
      type Course = { heading: number } & { speed?: number };
      enum Flag { Alpha, Bravo = Alpha, 'signal-c' = 3 }
      namespace Port.Quay { export const depth = 3; namespace Lock {} }
      interface Ship { readonly name: string; sail(to: string): void; get crew(): number; set crew(crew: number); cargo: { tons: number } }
    `);
    expect(declarations).toEqual([
      'function dock [async]',
      'variable tide',
      'variable wind',
      'type Course',
      'property Course.heading',
      'property Course.speed [optional]',
      'enum Flag',
      'enum-member Flag.Alpha',
      'enum-member Flag.Bravo',
      'enum-member Flag.signal-c',
      'namespace Port',
      'namespace Port.Quay',
      'constant Port.Quay.depth',
      'namespace Port.Quay.Lock',
      'interface Ship',
      'property Ship.name [readonly]',
      'method Ship.sail',
      'accessor Ship.crew',
      'accessor Ship.crew of line 7',
      'property Ship.cargo',
      'property Ship.cargo.tons',
    ]);
  });

  it('lists every name of a pattern, and what is declared for others only as such', () => {
    const { declarations } = symbolsOf(`
      const { bow, stern: { rudder = 1 }, ...hull } = ship(), [mast, , sail] = rig();
      declare function ship(): void;
      declare module 'charts' { export interface Chart { scale: number } }
      declare global { interface Window { radar: string } }
    `);
    expect(declarations).toEqual([
      'constant bow = call(ship).bow',
      'constant rudder = call(ship).stern.rudder',
      'constant hull = call(ship)',
      'constant mast',
      'constant sail',
      'function ship [ambient]',
      'namespace charts [ambient]',
      'interface charts.Chart [ambient]',
      'property charts.Chart.scale [ambient]',
      'namespace global [ambient]',
      'interface global.Window [ambient]',
      'property global.Window.radar [ambient]',
    ]);
  });

  it('passes over what is inside of functions and blocks', () => {
    expect(symbolsOf('function dock() { const rope = 1; class Knot {} } { let fog; }').declarations).toEqual([
      'function dock',
    ]);
  });

  it('knows object literals of constants with their methods, but not those that an annotation describes', () => {
    const { declarations } = symbolsOf(`
      const port = { name: 'x', tide: { high: 3, moon: { full: true } }, open() { return this; }, get depth() { return 1; }, [key]: 1, ...rest };
      const other: Port = { name: 'y' };
      const fixed = { berth: 1 } as const;
    `);
    expect(declarations).toEqual([
      'constant port',
      'property port.name',
      'property port.tide',
      'property port.tide.high',
      'property port.tide.moon',
      'property port.tide.moon.full',
      'method port.open = () => object(port)',
      'accessor port.depth',
      'constant other',
      'constant fixed',
      'property fixed.berth',
    ]);
  });
});

describe('default exports', () => {
  it.each([
    ['export default function () {}', ['function default [default]']],
    ['export default class { sail() {} }', ['class default [default]', 'method default.sail']],
    ['export default class Ship {}', ['class Ship [default]']],
    ['export default (course: number) => course;', ['function default [default]']],
    [
      'export default { name: 1, sail() {} };',
      ['constant default [default]', 'property default.name', 'method default.sail'],
    ],
    ['const ship = 1; export default ship;', ['constant ship']],
    ['export default make();', ['constant default [default]']],
  ])('%s', (source, expected) => {
    const { declarations, exports } = symbolsOf(source);
    expect(declarations).toEqual(expected);
    expect(exports).toEqual([`default = declaration ${expected[0]?.split(' ')[1]}`]);
  });
});

describe('one symbol', () => {
  it('are overloads, accessors, interfaces and namespaces of one name, and a class with either', () => {
    const { declarations } = symbolsOf(`function sail(to: string): void;
      function sail(to: number): void;
      function sail(to: unknown) {}
      namespace sail { export const wind = 1; }
      interface Ship { name: string; load(): void }
      interface Ship { load(tons: number): void }
      class Ship { get crew() { return 1; } set crew(crew) {} static load() {} load() {} }
      enum Flag { Alpha } enum Flag { Bravo = 1 }
    `);
    expect(declarations.map((line) => line.replace(/ = .*/, ''))).toEqual([
      'function sail [overload]',
      'function sail [overload] of line 1',
      'function sail of line 1',
      'namespace sail of line 1',
      'constant sail.wind',
      'interface Ship',
      'property Ship.name',
      'method Ship.load',
      'interface Ship of line 5',
      'method Ship.load of line 5',
      'class Ship of line 5',
      'accessor Ship.crew',
      'accessor Ship.crew of line 7',
      'method Ship.load [static]',
      'method Ship.load of line 5',
      'enum Flag',
      'enum-member Flag.Alpha',
      'enum Flag of line 8',
      'enum-member Flag.Bravo',
    ]);
  });

  it('are the properties of one name in the parts of a union', () => {
    const { declarations } = symbolsOf(
      `type Cargo = { kind: 'barrel'; held: Barrel } | { kind: 'crate'; held: Crate };`,
    );
    expect(declarations.map((line) => line.replace(/ = .*/, ''))).toEqual([
      'type Cargo',
      'property Cargo.kind',
      'property Cargo.held',
      'property Cargo.kind of line 1',
      'property Cargo.held of line 1',
    ]);
  });

  it('are not a value and a type that only share a name', () => {
    const { declarations, exports, uses } = {
      ...described('export const Course = 1; export type Course = number; let a: Course = Course;'),
    };
    expect(declarations).toEqual(['constant Course', 'type Course', 'variable a = instance(Course)']);
    expect(exports).toEqual(['Course = declaration Course', 'Course = declaration Course']);
    expect(uses).toEqual(['a type declaration Course', 'a read declaration Course']);
  });
});

function described(source: string) {
  const symbols = symbolsOf(source);
  return { declarations: symbols.declarations, exports: symbols.exports, uses: symbols.uses() };
}
