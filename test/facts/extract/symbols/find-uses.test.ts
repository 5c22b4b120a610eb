import { describe, expect, it } from 'vitest';
import { symbolsOf } from '../../../builders/describe-symbols.ts';

const usesOf = (source: string, path?: string) => symbolsOf(source, path).uses();

describe('names', () => {
  it('are used in every way', () => {
    const source = `
      import { ship, Sail, mast, knot, Crew, log } from './ship';
      ship; ship(); new ship(); ship\`x\`; ship = 1; ship++; [ship] = list; ({ a: ship } = x); for (ship of list);
      @log @log() class Boat extends ship implements Sail { constructor(crew: Crew, n = mast) {} sail(to: Sail): Promise<Crew> {} set flag(c: Crew) {} }
      let a: Sail, b = <Crew>ship, c: typeof mast;
      function dock(this: Sail, f: (c: Crew) => Sail): asserts f is Crew {}
      export { ship as default }; export { knot } from './knot'; export * as rope from './rope';
    `;
    expect(usesOf(source).filter((line) => !line.startsWith('module import'))).toEqual([
      'module read import ship',
      'module call import ship',
      'module new import ship',
      'module call import ship',
      'module write import ship',
      'module write import ship',
      'module write import ship',
      'module define a of ?',
      'module write import ship',
      'module write import ship',
      'Boat decorate import log',
      'Boat decorate import log',
      'Boat extends import ship',
      'Boat implements import Sail',
      'Boat.constructor injects import Crew',
      'Boat.constructor read import mast',
      'Boat.sail accepts import Sail',
      'Boat.sail returns import Crew',
      'Boat.flag accepts import Crew',
      'a type import Sail',
      'b type import Crew',
      'b read import ship',
      'c type import mast',
      'dock type import Sail',
      'dock accepts import Crew',
      'dock returns import Sail',
      'dock returns import Crew',
      'module export import ship',
      'module export knot of ./knot',
      'module export * of ./rope',
    ]);
  });

  it('are used by tags, of which the closing one makes nothing', () => {
    expect(usesOf("import { Deck } from './deck'; const a = <Deck><div /></Deck>;", 'deck.tsx').slice(1)).toEqual([
      'a jsx import Deck',
      'a read import Deck',
    ]);
  });

  it('mean what they are bound to where they stand', () => {
    const source = `
      import { ship } from './ship';
      const mast = 1;
      function sail(ship) { ship; { const mast = 2; mast; } mast; }
      const f = ({ ship: mast }, [own = ship]) => mast + own;
      type Mast<ship> = ship; label: for (;;) break label;
      enum Flag { mast, other = mast } const o = { mast: 1, ship }; o.mast; let p: Flag.mast;
    `;
    expect(usesOf(source)).toEqual([
      'module import ship of ./ship',
      'sail read declaration mast',
      'f define ship of ?',
      'f read import ship',
      'Flag.other read declaration Flag.mast',
      'o.ship read import ship',
      'module read declaration o',
      'module read mast of o',
      'p type declaration Flag',
      'p type mast of Flag',
    ]);
  });

  it('are no types where only a value has the name', () => {
    expect(usesOf('function sail(to: sail) {} const tide = 1; let a: tide, b: typeof tide.high;')).toEqual([
      'b type declaration tide',
      'b type high of tide',
    ]);
  });

  it('are members of the enum or namespace around them, whichever of its blocks declares them', () => {
    const source = `namespace Port { export const tide = 1; } namespace Port { namespace Quay { tide; fog; } }
      enum Flag { Alpha } enum Flag { Bravo = Alpha, Alpha2 = Alpha2 }`;
    expect(usesOf(source)).toEqual(['Port.Quay read declaration Port.tide', 'Flag.Bravo read declaration Flag.Alpha']);
  });

  it('stand where they are said to stand', () => {
    const source = "import { ship } from './ship';\n\n  const flag = '🏴‍☠️'; ship['mäst'].sail();";
    expect(symbolsOf(source).uses(true)).toEqual([
      'module import ship of ./ship at 1:10+4',
      'module read import ship at 3:25+4',
      'module read mäst of ship at 3:31+4',
      'module call sail of ship.mäst at 3:38+4',
    ]);
  });
});

describe('members', () => {
  const HEAD = `import { Ship, dock, Deck } from './ship'; interface Port { ship: Ship; at?: Port; on(f: (s: Ship) => void): void }\n`;
  const membersOf = (source: string, path?: string) =>
    usesOf(`${HEAD}${source}`, path).filter((line) => / of (?!\.\/)/.test(line));

  it('are read, written, called, made and typed of what has them', () => {
    expect(
      membersOf(`declare const p: Port;
        p.ship.name = p.at!.ship?.name; p.ship.sail(); new p.ship.Boat(); p['ship']; delete p.at; p.ship.n++;
        let t: Port['ship'], u: Ship.Mast; class B extends dock.Hull { #a = 1; b() { this.#a; super.b(); } }
        p[key]; any.thing();`),
    ).toEqual([
      'module read ship of p',
      'module write name of p.ship',
      'module read at of p',
      'module read ship of p.at',
      'module read name of p.at.ship',
      'module read ship of p',
      'module call sail of p.ship',
      'module read ship of p',
      'module new Boat of p.ship',
      'module read ship of p',
      'module read at of p',
      'module read ship of p',
      'module write n of p.ship',
      't type ship of instance(Port)',
      'u type Mast of Ship',
      'B extends Hull of dock',
      'B.b call b of super(B)',
      'module call thing of ?',
    ]);
  });

  it('are said by patterns', () => {
    expect(
      membersOf(
        `function f({ ship, at: { ship: other } }: Port) { const { 'name': n, ...rest } = ship; ({ at: n } = rest); }`,
      ),
    ).toEqual([
      'f define ship of instance(Port)',
      'f define at of instance(Port)',
      'f define ship of instance(Port).at',
      'f define name of instance(Port).ship',
      'f define at of instance(Port).ship',
    ]);
  });

  it('are said by object literals where it is known what they are for', () => {
    expect(
      membersOf(`const p: Port = { ship: dock(), 'at': { ship: null }, on() {} };
        const loose = { ship: 1 };
        dock({ ship }, [{ at: 1 }]); new Ship({ a: 1 });
        const f = (): Port => ({ ship }); async function g(): Promise<Port> { return { at: 1 } }
        const h = (p: Port = { at: 1 }) => {}; x = { ship: 1 } as Port; p.at = { at: null };
        class B { p: Port = { ship: 1 } } const l: Port[] = [{ at: 1 }]; const y = { ship: 1 } satisfies Port;`),
    ).toEqual([
      'p define ship of instance(Port)',
      'p define at of instance(Port)',
      'p define ship of instance(Port).at',
      'p define on of instance(Port)',
      'module define ship of argument(call(dock), 0)',
      'module define at of element(argument(call(dock), 1))',
      'module define a of argument(new(Ship), 0)',
      'f define ship of instance(Port)',
      'g define at of instance(Port)',
      'h define at of instance(Port)',
      'module define ship of instance(Port)',
      'module write at of p',
      'module define at of p.at',
      'B.p define ship of instance(Port)',
      'l define at of instance(Port)',
      'y.ship define ship of instance(Port)',
    ]);
  });

  it('are said by attributes', () => {
    expect(
      membersOf('const a = <Deck.Rail high onDrop={(e) => e.stop()} {...rest} aria-label="x" />;', 'a.tsx'),
    ).toEqual([
      'a jsx Rail of Deck',
      'a define high of parameter(Deck.Rail, 0)',
      'a define onDrop of parameter(Deck.Rail, 0)',
      'a call stop of parameter(parameter(Deck.Rail, 0).onDrop, 0)',
      'a define aria-label of parameter(Deck.Rail, 0)',
    ]);
  });

  it('are those of what a callback is given', () => {
    expect(
      membersOf(`declare const p: Port; p.on((s) => s.sail()); const q: Port = { on(f) { f.call }, ship: null };
        dock({ each: ({ name }, i) => name.length });`).filter((line) => /parameter|argument/.test(line)),
    ).toEqual([
      'module call sail of parameter(argument(call(p.on), 0), 0)',
      'q read call of parameter(instance(Port).on, 0)',
      'module define each of argument(call(dock), 0)',
      'module define name of parameter(argument(call(dock), 0).each, 0)',
      'module read length of parameter(argument(call(dock), 0).each, 0).name',
    ]);
  });

  it('have private names of the class around them, whatever stands in front', () => {
    const source = `
      class Hull { #rope; static #mast; #splice() {} knot(any, same) { same.#rope = any.#splice(); return #rope in any && Hull.#mast; } }
      class Outer { #rope; tie() { return class { #rope; tie(any) { any.#rope; } }; } at(any) { return () => any.#rope; } }
    `;
    expect(usesOf(source)).toEqual([
      'Hull.knot write declaration Hull.#rope',
      'Hull.knot call declaration Hull.#splice',
      'Hull.knot read declaration Hull.#rope',
      'Hull.knot read declaration Hull',
      'Hull.knot read declaration Hull.#mast',
      'Outer.at read declaration Outer.#rope',
    ]);
  });

  it('are named by types that import for themselves', () => {
    expect(usesOf("let a: import('./ship').Ship.Mast; type B = typeof import('./sea').boat;")).toEqual([
      'a type Ship of ./ship',
      'a type Mast of ?',
      'B type boat of ./sea',
    ]);
  });
});
