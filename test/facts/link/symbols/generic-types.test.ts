/** Members of values whose types have arguments: what TypeScript's language service says of the same sources. */
import { describe, expect, it } from 'vitest';
import { extractFrom } from '../../../builders/extract-from.ts';
import { createTypescriptUses } from '../../../oracles/typescript-uses.ts';
import { linkedSymbols, listMemberUses } from '../../support/linked-symbols.ts';

const HEAD = `class Ship { sail(): Sail { return null! } mast!: Mast }
class Sail { hoist() {} }
class Mast { height = 1 }
`;

/** Each of these has at least one use of `Ship.sail` in its last line. */
const FORMS: readonly (readonly [string, string])[] = [
  ['a class with an argument', 'class Dock<T> { held!: T }\ndeclare const dock: Dock<Ship>;\ndock.held.sail();'],
  [
    'an argument within an argument',
    'interface Box<T> { open(): T }\ndeclare const box: Box<Box<Ship>[]>;\nbox.open()[0].open().sail();',
  ],
  [
    'an inherited member',
    'class Base<T> { held!: T }\nclass Dock<U> extends Base<U[]> {}\nnew Dock<Ship>().held[0].sail();',
  ],
  ['a default', 'interface Dock<T = Ship> { held: T }\ndeclare const dock: Dock;\ndock.held.sail();'],
  ['an alias', 'type Pair<A, B> = { a: A; b: B };\ndeclare const pair: Pair<Sail, Ship>;\npair.b.sail();'],
  [
    'an alias of an alias',
    'type Held<T> = T[];\ntype Fleet = Held<Ship>;\ndeclare const fleet: Fleet;\nfleet[0].sail();',
  ],
  [
    'merged declarations',
    'interface Dock<T> { a: T }\ninterface Dock<T> { b: T }\ndeclare const dock: Dock<Ship>;\ndock.b.sail();',
  ],
  ['explicit arguments of a call', 'declare function make<T>(): T;\nmake<Ship>().sail();'],
  ['what is passed', 'declare function first<T>(all: readonly T[]): T;\nfirst([new Ship()]).sail();'],
  [
    'what is passed as a property',
    'declare function open<T>(options: { held: T }): T;\nopen({ held: new Ship() }).sail();',
  ],
  [
    'what a function gives that is passed',
    'declare function run<T>(task: () => Promise<T>): Promise<T>;\nasync () => (await run(async () => new Ship())).sail();',
  ],
  [
    'what is passed beside a callback',
    'declare function use<T>(held: T, task: (held: T) => void): void;\nuse(new Ship(), (held) => held.sail());',
  ],
  [
    'what a callback is given and gives',
    'declare function map<A, B>(all: A[], each: (one: A) => B): B[];\nmap([new Ship()], (ship) => ship)[0].sail();',
  ],
  [
    'a method with parameters of its own',
    'interface Box<T> { map<U>(each: (one: T) => U): Box<U>; get(): T }\ndeclare const box: Box<number>;\nbox.map(() => new Ship()).get().sail();',
  ],
  [
    'what a constructor is given',
    'class Dock<T> { constructor(readonly held: T) {} }\nnew Dock(new Ship()).held.sail();',
  ],
  [
    'an argument that extends',
    'interface Box<T> { get(): T }\nclass ShipBox implements Box<Ship> { get() { return new Ship() } }\ndeclare function open<T>(box: Box<T>): T;\nopen(new ShipBox()).sail();',
  ],
  [
    'a constructor that is passed',
    'interface Built<T> { new (): T }\ndeclare function build<T>(made: Built<T>): T;\nbuild(Ship).sail();',
  ],
  ['a parameter for its constraint', 'function use<S extends Ship>(ship: S) {\n  ship.sail(); }'],
  ['call signatures', 'interface Make { <T>(held: T): T[] }\ndeclare const make: Make;\nmake(new Ship())[0].sail();'],
  [
    'an index signature',
    'interface Fleet<T> { [name: string]: T }\ndeclare const fleet: Fleet<Ship>;\nfleet.flag.sail();',
  ],
  ['records', "declare const fleet: Record<'a' | 'b', Ship>;\nfleet.a.sail();"],
  [
    'tuples',
    'declare const pair: [Sail, Ship];\nconst [first, ship] = pair;\npair[1].sail(); ship.sail(); first.hoist();',
  ],
  [
    'a mapped type',
    'interface Port { ship: Ship }\ntype Open<T> = { [K in keyof T]?: () => T[K] };\ndeclare const port: Open<Port>;\nport.ship!().sail();',
  ],
  [
    'a type by a key',
    "interface Port { ship: Ship }\ntype Of<T, K extends keyof T> = T[K];\ndeclare const ship: Of<Port, 'ship'>;\nship.sail();",
  ],
  [
    'a branch that is known',
    'type Held<T> = T extends (infer E)[] ? E : Sail;\ndeclare const held: Held<Ship[]>;\nheld.sail();',
  ],
  [
    'what is inferred of a function',
    'type Given<F> = F extends (...all: any[]) => infer R ? R : never;\ndeclare function make(): Ship;\ndeclare const given: Given<typeof make>;\ngiven.sail();',
  ],
  ['object types without a name', 'function use({ port }: { port: { ship: Ship } }) {\n  port.ship.sail(); }'],
  [
    'an interface in a function',
    'function use(given: unknown) {\n  interface Port<T> { held: T }\n  (given as Port<Ship>).held.sail(); }',
  ],
  [
    'map and then',
    'declare const all: Sail[];\nall.map(() => new Ship()).forEach((each) => each.sail()); declare const far: Promise<Sail>; far.then(() => new Ship()).then((ship) => ship.sail());',
  ],
];

const GUESSES: readonly (readonly [string, string])[] = [
  ['another argument', 'class Dock<T> { held!: T }\ndeclare const dock: Dock<Mast>;\n(dock.held as any).sail();'],
  [
    'the other branch',
    'type Held<T> = T extends (infer E)[] ? E : Ship;\ndeclare const held: Held<{ sail(): void }[]>;\nheld.sail();',
  ],
  ['another element', 'declare const pair: [{ sail(): void }, Ship];\npair[0].sail();'],
];

const whole = (source: string): string => `${HEAD}${source}\nexport {};`;
const typescriptUses = createTypescriptUses([...FORMS, ...GUESSES].map(([, source]) => whole(source)));
const oursOf = (source: string, member: string): number[] =>
  listMemberUses(linkedSymbols([extractFrom(whole(source), 'fleet.ts')]), member);

describe('a member is found through', () => {
  it.each(FORMS)('%s', (_, source) => {
    const expected = typescriptUses(whole(source), 'sail');
    expect(expected).not.toEqual([]);
    expect(oursOf(source, 'sail')).toEqual(expected);
  });
});

describe('nothing is guessed', () => {
  it.each(GUESSES)('of %s', (_, source) => {
    expect(typescriptUses(whole(source), 'sail')).toEqual([]);
    expect(oursOf(source, 'sail')).toEqual([]);
  });
});

const ENDLESS: readonly (readonly [string, string])[] = [
  ['an alias that is applied to itself', 'type T<X> = T<T<X>>; declare const t: T<Ship>; t.sail();'],
  ['a class that grows', 'class A<T> extends A<A<T>[]> { held!: T } new A<Ship>().held.sail();'],
  [
    'a member that grows',
    'interface L<T> { next: L<L<T>> } declare const l: L<Ship>; l.next.next.next.next.next.next.next.next.next.next;',
  ],
  ['constraints in a circle', 'function f<A extends B, B extends A>(a: A) { (a as any as Ship).sail(); a.sail(); }'],
  ['a conditional type in itself', 'type D<T> = T extends Ship ? D<T[]> : D<T>; declare const d: D<Ship>; d.sail();'],
  ['a function of itself', 'function f<T>(t: T) { return f([t]); } f(new Ship()).sail();'],
];

describe('what has no end', () => {
  it.each(ENDLESS)('ends: %s', (_, source) => {
    expect(oursOf(source, 'hoist')).toEqual([]);
  });
});
