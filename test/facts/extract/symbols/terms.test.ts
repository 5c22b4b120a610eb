import { describe, expect, it } from 'vitest';
import { symbolsOf } from '../../../builders/describe-symbols.ts';

const HEAD = `import { Ship, type Crew, Observable } from './ship'; import * as sea from './sea';
interface Port { ship: Ship; quays: Ship[]; open(at: number): Promise<Crew> }
declare const port: Port;
`;

/** The term of the declaration `it`, which a source ends with or holds. */
function termOf(source: string): string | undefined {
  const line = symbolsOf(`${HEAD}${source}`).declarations.find((each) => /^\S+ it( |$)/.test(each));
  return line?.split(' = ')[1];
}

describe('types', () => {
  it.each([
    ['Ship', 'instance(Ship)'],
    ['sea.Boat', 'instance(sea.Boat)'],
    ['Ship[]', 'array(instance(Ship))'],
    ['readonly Ship[]', 'array(instance(Ship))'],
    ['[Ship, Ship]', 'array(instance(Ship))'],
    ['[Ship, Crew]', 'tuple(instance(Ship), instance(Crew))'],
    ['Promise<Ship>', 'promise(instance(Ship))'],
    ['Observable<Ship>', 'promise(instance(Ship))'],
    ['Map<string, Set<Ship>>', 'array(array(instance(Ship)))'],
    ['Record<string, Ship>', 'record(instance(Ship))'],
    ['Ship | null | undefined', 'instance(Ship)'],
    ['Ship | Crew | string', '(instance(Ship) | instance(Crew))'],
    ['Ship & Crew', '(instance(Ship) & instance(Crew))'],
    ['Partial<Omit<Ship, "name">>', 'instance(Ship)'],
    ['Awaited<Promise<Ship>>', 'instance(Ship)'],
    ["Port['ship']", 'instance(Port)#ship'],
    ["Port['quays'][number]", 'element(instance(Port)#quays)'],
    ['typeof port', 'port'],
    ['typeof sea.boat', 'sea.boat'],
    ['ReturnType<typeof sea.make>', 'call(sea.make)'],
    ['InstanceType<typeof Ship>', 'new(Ship)'],
    ["import('./log').Log.Entry", 'instance(namespace(./log).Log.Entry)'],
    ["typeof import('./log')", 'namespace(./log)'],
    ['(crew: Crew, n: number) => Ship', '(instance(Crew)) => instance(Ship)'],
    ['(n: number, crew: Crew) => void', '(?, instance(Crew)) => ?'],
    ['string', undefined],
    ["'name'", "'name'"],
    ['Ship<Crew, string>', 'instance(Ship)<instance(Crew), ?>'],
    ['sea.Boat<Ship[]>', 'instance(sea.Boat)<array(instance(Ship))>'],
    ['keyof Port', 'key-of(instance(Port))'],
    ['{ [key: string]: Ship }[]', 'array(record(instance(Ship)))'],
    [
      '{ (crew: Crew): Ship; new (ship: Ship): Crew }[]',
      'array({ (): (instance(Crew)) => instance(Ship), new(): (instance(Ship)) => instance(Crew) })',
    ],
    ['{ ship: Ship; open(): Crew }[]', 'array({ ship: instance(Ship), open: () => instance(Crew) })'],
    [
      '{ [K in keyof Port]: Ship }',
      'mapped(key-of(instance(Port)); T extends key-of(instance(Port)), ?, instance(Ship))',
    ],
    ['{ [K in string]: Ship }', 'record(instance(Ship))'],
    ['Port extends (infer P)[] ? P : Ship', 'conditional(instance(Port), array(T), T; T, instance(Ship))'],
    ['Port extends Ship ? string : number', undefined],
    ['[Ship, Crew][1]', 'at(tuple(instance(Ship), instance(Crew)), 1)'],
    ['(...crews: Crew[]) => void', '(rest(instance(Crew))) => ?'],
  ])('%s', (type, expected) => {
    expect(termOf(`let it: ${type};`)).toBe(expected);
  });

  it('keeps type parameters with what they extend and stand for by default', () => {
    const parameter = 'T extends instance(Ship), instance(Crew)';
    expect(termOf('function it<S extends Ship = Crew>(ship: S): S { return ship }')).toBe(
      `<${parameter}>(${parameter}) => ${parameter}`,
    );
    expect(termOf('function it<Ship>(ship: Ship) {}')).toBe('<T>(T) => ?');
  });

  it('keeps types that are declared inside of functions', () => {
    const source =
      'function it() { interface Hold<C> extends Port { cargo: C } type Holds<C> = Hold<C>[]; return x as Holds<Ship>; }';
    expect(termOf(source)).toBe('() => <T>array(<T>({ cargo: T } & instance(Port))<T>)<instance(Ship)>');
  });
});

describe('values', () => {
  it.each([
    ['new Ship()', 'new(Ship)'],
    ['new sea.Boat().crew', 'new(sea.Boat).crew'],
    ['sea.make()()', 'call(call(sea.make))'],
    ['await port.open(1)', 'await(call(port.open))'],
    ['await import("./log")', 'namespace(./log)'],
    ["port?.ship!['crew']", 'port.ship.crew'],
    ['port.quays[0]', 'at(port.quays, 0)'],
    ['[port.ship][0]', 'port.ship'],
    ['port as unknown as Ship', 'instance(Ship)'],
    ['{ ship: port } satisfies Port', undefined],
    ['flag ? port.ship : new Ship()', '(port.ship | new(Ship))'],
    ['port.ship ?? other', 'port.ship'],
    ['flag && port', 'port'],
    ['(() => port)()', 'port'],
    ['async () => port', '() => promise(await(port))'],
    ['() => { if (a) return port; return null }', '() => port'],
    ['function* () { return port }', undefined],
    ['new Map<string, Ship>()', 'array(instance(Ship))'],
    ['Object.values(sea.all)', 'array(element(sea.all))'],
    ['Object.entries(sea.all)[0][1]', 'element(sea.all)'],
    ['await Promise.all(port.quays)', 'array(await(element(port.quays)))'],
    ['Promise.resolve(port)', 'promise(await(port))'],
    ['Math.max(port)', undefined],
    ['(o: { port: Port }) => o.port.ship', '({ port: instance(Port) }) => instance(Port).ship'],
    ['() => { const o = { port, make: () => port.ship }; return o.make().mast; }', '() => port.ship.mast'],
    ['() => { const o = { port, ...other }; return o.port; }', '() => port'],
    ["'text'.length", undefined],
    ['port.ship.crew + 1', undefined],
  ])('%s', (value, expected) => {
    expect(termOf(`let it = ${value};`)).toBe(expected);
  });

  it('follows locals, and what they are taken out of', () => {
    const source = `function it(given: Port, { ship: own, ...rest }: Port, { crew }: { crew: Crew }) {
      const { ship: { mast }, quays: [first] } = given; const far = mast.flag; let again = far;
      return RESULT;
    }`;
    const returned = (result: string) => termOf(source.replace('RESULT', result))?.replace(/^.* => /, '');
    expect(['own', 'rest', 'crew', 'mast', 'first', 'again'].map(returned)).toEqual([
      'instance(Port).ship',
      'instance(Port)',
      'instance(Crew)',
      'instance(Port).ship.mast',
      'at(instance(Port).quays, 0)',
      'instance(Port).ship.mast.flag',
    ]);
  });

  it('follows loops, and what is waited for together', () => {
    const source = `async function it() {
      const [one, two] = await Promise.all([port.open(1), sea.make()]);
      for (const quay of port.quays) { for await (const each of sea.boats()) { return RESULT } }
    }`;
    const returned = (result: string) => termOf(source.replace('RESULT', result))?.replace(/^.* => /, '');
    expect(['one', 'two', 'quay', 'each'].map(returned)).toEqual([
      'promise(await(call(port.open)))',
      'promise(await(call(sea.make)))',
      'promise(await(element(port.quays)))',
      'promise(await(element(call(sea.boats))))',
    ]);
  });

  it('leaves what is defined by itself unknown', () => {
    expect(termOf('const it = it.it;')).toBe('it.it');
    expect(termOf('function it() { const a = b.x; const b = a.y; return a; }')).toBeUndefined();
    expect(termOf('function it() { return it().it; }')).toBe('() => call(it).it');
    expect(termOf('type it = it[];')).toBe('array(instance(it))');
  });
});

describe('members of classes', () => {
  it('are what they are declared, made or assigned as', () => {
    const { declarations } = symbolsOf(`${HEAD}
      class Dock {
        a: Ship; b = new Ship(); c; d = this.b; e; static f = this.make(); g = () => this.a;
        constructor(private crew: Crew, ship = new Ship(), c: Port) { this.c = c; this.e = c; this.e = ship; }
        get h() { return this.crew } set i(ship: Ship) {}
        static make(): Dock { return new this() } self() { return this } up() { return super.up() }
      }`);
    expect(declarations.slice(6).map((line) => line.replace(/^\S+ Dock\./, ''))).toEqual([
      'a = instance(Ship)',
      'b = new(Ship)',
      'c = instance(Port)',
      'd = this(Dock).b',
      'e',
      'f [static] = call(static-this(Dock).make)',
      'g = () => this(Dock).a',
      'constructor = (instance(Crew), new(Ship), instance(Port)) => ?',
      'crew [private parameter] = instance(Crew)',
      'h = this(Dock).crew',
      'i = instance(Ship)',
      'make [static] = () => instance(Dock)',
      'self = () => this(Dock)',
      'up = () => call(super(Dock).up)',
    ]);
  });

  it('are in JavaScript also what the constructor assigns', () => {
    const source = `const { Ship } = require('./ship');
      class Dock { berth = 1; constructor(ship) { this.ship = new Ship(); this.berth = 2; if (ship) this.late = 1; } }`;
    expect(symbolsOf(source, 'dock.cjs').declarations).toEqual([
      'class Dock',
      'property Dock.berth',
      'constructor Dock.constructor',
      'property Dock.ship = new(Ship)',
    ]);
    expect(symbolsOf(source.replace(/const .*/, ''), 'dock.ts').declarations).toHaveLength(3);
  });
});
