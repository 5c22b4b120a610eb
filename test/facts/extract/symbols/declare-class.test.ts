import { expect, it } from 'vitest';
import { symbolsOf } from '../../../builders/describe-symbols.ts';

const SHIP = `/** Goes to sea. */
@Afloat() export abstract class Ship<T extends Cargo> extends Hull<T> implements Sails, Floats {
  /**
   * Who commands it.
   *
   * @see crew
   */
  // not the owner
  @Named() private readonly captain?: Person = nobody;
  static fleet = 2; #secret = 3; declare flag: string; name!: string;
  constructor(private crew: Crew, readonly log: Log = new Log(), mate: Person) { super(); }
  get speed(): number { return 1 } set speed(knots) {}
  protected async sail<U>(to: U, { via: [harbour] }: Course): Promise<U> { return to }
  ['anchor']() {} 'hoist'() {} 12() {} [Symbol.iterator]() {} #scuttle() {}
  abstract drift(): void;
  load(tons: string): void; load(tons) {}
}`;

it('lists the members of a class with what their modifiers say', () => {
  expect(symbolsOf(SHIP).declarations.map((line) => line.replace(/ = .*/, ''))).toEqual([
    'class Ship [abstract]',
    'property Ship.captain [optional readonly private]',
    'property Ship.fleet [static]',
    'property Ship.#secret [private]',
    'property Ship.flag [ambient]',
    'property Ship.name',
    'constructor Ship.constructor',
    'property Ship.crew [private parameter]',
    'property Ship.log [readonly parameter]',
    'accessor Ship.speed',
    'accessor Ship.speed of line 12',
    'method Ship.sail [async protected]',
    'method Ship.anchor',
    'method Ship.hoist',
    'method Ship.12',
    'method Ship.#scuttle [private]',
    'method Ship.drift [abstract]',
    'method Ship.load [overload]',
    'method Ship.load of line 16',
  ]);
});

it('prints signatures without decorators, bodies and initial values', () => {
  expect(symbolsOf(SHIP).signatures).toEqual([
    'Ship: abstract class Ship<T extends Cargo> extends Hull<T> implements Sails, Floats',
    'Ship.captain: private readonly captain?: Person',
    'Ship.fleet: static fleet',
    'Ship.#secret: #secret',
    'Ship.flag: declare flag: string',
    'Ship.name: name!: string',
    'Ship.constructor: constructor(private crew: Crew, readonly log: Log = new Log(), mate: Person)',
    'Ship.crew: private crew: Crew',
    'Ship.log: readonly log: Log',
    'Ship.speed: get speed(): number',
    'Ship.speed: set speed(knots)',
    'Ship.sail: protected async sail<U>(to: U, { via: [harbour] }: Course): Promise<U>',
    "Ship.anchor: ['anchor']()",
    "Ship.hoist: 'hoist'()",
    'Ship.12: 12()',
    'Ship.#scuttle: #scuttle()',
    'Ship.drift: abstract drift(): void',
    'Ship.load: load(tons: string): void',
    'Ship.load: load(tons)',
  ]);
});

it('reads doc comments before the first decorator, over line comments', () => {
  expect(symbolsOf(SHIP).docs).toEqual(['Ship: Goes to sea.', 'Ship.captain: Who commands it.\n\n@see crew']);
});

it('says the range of a declaration with its decorators and that of its name, in UTF-16 units', () => {
  const [ship, captain, , secret] = symbolsOf(SHIP).places;
  expect([ship, captain, secret]).toEqual([
    'Ship 2:1-17:2 name 2:33+4',
    'Ship.captain 9:3-9:55 name 9:29+7',
    'Ship.#secret 10:21-10:33 name 10:21+7',
  ]);
  expect(symbolsOf("const flag = '🏴‍☠️'; export const jolly𝕽oger = 1;").places).toEqual([
    'flag 1:1-1:22 name 1:7+4',
    'jolly𝕽oger 1:23-1:52 name 1:36+11',
  ]);
});

it('knows what classes and interfaces extend and implement', () => {
  const { heritage } = symbolsOf(`
    import * as sea from './sea';
    import { Sails } from './sails';
    class Hull {}
    interface Floats {}
    class Ship extends Hull implements Sails, sea.Floats {}
    const Raft = class extends sea.Float {};
    interface Boat extends Floats, Partial<Ship> {}
    class Ghost extends haunted(Hull) {}
  `);
  expect(heritage).toEqual([
    'Ship extends Hull',
    'Ship implements Sails',
    'Ship implements sea.Floats',
    'Raft extends sea.Float',
    'Boat extends Floats',
    'Boat extends Ship',
  ]);
});

it('prints what constants and types are', () => {
  const { signatures } = symbolsOf(`
    export const course = (from: Port, to = 'x'): Course => { return from };
    const heading: number = 3; let drift = function (knots: number) {};
    type Bearing = | 'north' /* up */ // there
      | 'south';
    const Sloop = class extends Ship {};
    export default async (to: Port) => to;
  `);
  expect(signatures).toEqual([
    "course: const course = (from: Port, to = 'x'): Course",
    'heading: const heading: number',
    'drift: let drift = function (knots: number)',
    "Bearing: type Bearing = | 'north' | 'south'",
    'Sloop: const Sloop = class extends Ship',
    'default: async (to: Port)',
  ]);
});
