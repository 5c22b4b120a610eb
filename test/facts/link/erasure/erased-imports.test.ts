/** What TypeScript erases, rule by rule, against its own emit. */
import { describe, expect, it } from 'vitest';
import { compareErasure } from '../../../../bench/oracles/compare-erasure.ts';
import { type ProjectFiles, projectOf } from '../../../builders/project.ts';
import { DEFAULT_OPTIONS } from '../../support/default-options.ts';

/** The places that are erased, `file:line`, on which both sides must agree. */
function erasedIn(files: ProjectFiles, compilerOptions: object = {}): string[] {
  const settings = { target: 'esnext', module: 'esnext', moduleResolution: 'bundler', lib: ['es2020'], types: [] };
  const tsconfig = { compilerOptions: { ...settings, ...compilerOptions } };
  const { compared, erased, differences } = compareErasure(
    projectOf({ ...files, 'tsconfig.json': tsconfig }),
    DEFAULT_OPTIONS,
  );
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThan(0);
  return erased.map((place) => place.replace(/:\d+ '.*$/, ''));
}

const SAILS = `
  export interface Rope { length: number }
  export type Knot = 'bowline' | 'hitch';
  export class Mast {}
  export const wind = 3;
  export function hoist(): void {}
  export enum Flag { Red, White }
  export const enum Size { Small, Large }
  export namespace Units { export type Metre = number }
  export namespace Scales { export const metre = 1 }
  export interface Both { a: 1 }
  export const Both = 1;
  export default interface Sail { area: number }
`;

type Rule = readonly [rule: string, source: string, erased: boolean];

/** Each rule in a file of its own, compiled together. A rule is erased when all that its file names modules by is. */
function expectRules(rules: readonly Rule[], files: ProjectFiles, compilerOptions: object = {}): void {
  const sources = rules.map(([, source], number) => [`rule${number}.tsx`, source] as const);
  const erased = new Set(erasedIn({ ...files, ...Object.fromEntries(sources) }, compilerOptions));
  const found = rules.map(([rule], number) => [rule, erased.has(`rule${number}.tsx:1`)]);
  expect(found).toEqual(rules.map(([rule, , isErased]) => [rule, isErased]));
}

it('goes by the uses in the file', () => {
  const rules: Rule[] = [
    ['an unused import', "import { wind } from './sails';", true],
    ['an unused default', "import Sail from './sails';", true],
    ['an unused namespace', "import * as sails from './sails';", true],
    ['no names at all', "import {} from './sails';", true],
    ['only the effect', "import './sails';", false],
    ['a comment between', "import /* { } */ './sails';", false],
    ['an annotation', "import { Mast } from './sails'; export let mast: Mast;", true],
    ['a type argument', "import { Mast } from './sails'; export const masts = new Set<Mast>();", true],
    ['typeof in a type', "import { wind } from './sails'; export let gale: typeof wind;", true],
    ['a namespace in a type', "import * as sails from './sails'; export let mast: sails.Mast;", true],
    ['implements', "import { Mast } from './sails'; export class Pole implements Mast {}", true],
    ['extends of an interface', "import { Mast } from './sails'; export interface Pole extends Mast {}", true],
    ['extends of a class', "import { Mast } from './sails'; export class Pole extends Mast {}", false],
    ['extends of a type parameter', "import { Mast } from './sails'; export class Pole<T extends Mast> {}", true],
    [
      'as, satisfies',
      "import { Rope } from './sails'; export const rope = { length: 1 } as Rope satisfies Rope;",
      true,
    ],
    ['asserts', "import { Mast } from './sails'; export function is(x: unknown): asserts x is Mast {}", true],
    ['an import type beside', "import { Mast } from './sails'; export type T = import('./sails').Mast;", true],
    ['a call', "import { hoist } from './sails'; hoist();", false],
    ['a shorthand property', "import { wind } from './sails'; export const weather = { wind };", false],
    ['a key of the same name', "import { wind } from './sails'; export const weather = { wind: 1 };", true],
    ['a member of the same name', "import { wind } from './sails'; export const w = ({} as { wind: 1 }).wind;", true],
    ['a label of the same name', "import { wind } from './sails'; wind: for (;;) break wind;", true],
    ['a computed key', "import { wind } from './sails'; export class W { [wind] = 1 }", false],
    ['instanceof', "import { Mast } from './sails'; export const is = (x: unknown) => x instanceof Mast;", false],
    ['typeof of a value', "import { wind } from './sails'; export const kind = typeof wind;", false],
    ['an initial value', "import { wind } from './sails'; export function f(speed = wind) {}", false],
    ['an instantiation', "import { Mast } from './sails'; export const M = Mast<string>;", false],
    ['a decorator', "import { hoist } from './sails'; @hoist export class Pole {}", false],
    ['one value of two', "import { Rope, wind } from './sails'; export const r: Rope = { length: wind };", false],
    ['a namespace of values', "import { Scales } from './sails'; export const m = Scales.metre;", false],
    ['shadowed by a parameter', "import { wind } from './sails'; export const f = (wind: number) => wind;", true],
    [
      'shadowed by a variable',
      "import { wind } from './sails'; export function f() { const wind = 1; return wind; }",
      true,
    ],
    [
      'shadowed by a later var',
      "import { wind } from './sails'; export function f() { return wind; var wind = 1; }",
      true,
    ],
    ['shadowed in a block', "import { wind } from './sails'; { const wind = 1; wind; } export {};", true],
    ['used behind the block', "import { wind } from './sails'; { const wind = 1; wind; } wind; export {};", false],
    ['shadowed by catch', "import { wind } from './sails'; try {} catch (wind) { wind; } export {};", true],
    [
      'shadowed by a function',
      "import { wind } from './sails'; export function f() { wind(); function wind() {} }",
      true,
    ],
    ['shadowed by a class', "import { Mast } from './sails'; export function f() { new Mast(); class Mast {} }", true],
    ['shadowed by its own name', "import { Mast } from './sails'; export const m = class Mast { x = Mast };", true],
    ['shadowed by a pattern', "import { wind } from './sails'; export const f = ({ wind }: any) => wind;", true],
    ['shadowed by a loop', "import { wind } from './sails'; for (const wind of []) wind; export {};", true],
    [
      'shadowed by an enum',
      "import { Flag } from './sails'; export function f() { enum Flag { A } return Flag.A; }",
      true,
    ],
    ['an enum member', "import { Flag } from './sails'; export enum Own { Flag = 1, Other = Flag }", true],
    ['a type parameter beside', "import { Mast } from './sails'; export class P<Mast> { m!: Mast }", true],
    ['a declared constant', "import { wind } from './sails'; export declare const gale: typeof wind;", true],
    ['a declared class', "import { Mast } from './sails'; export declare class Pole extends Mast {}", true],
    [
      'a declared namespace',
      "import { wind } from './sails'; declare namespace N { let w: typeof wind } export {};",
      true,
    ],
    ['an overload', "import { Mast } from './sails'; export function f(m: Mast): void; export function f() {}", true],
    ['an alias that is used', "import * as s from './sails'; import m = s.Scales; export const x = m.metre;", false],
    ['an alias that is not', "import * as s from './sails'; import m = s.Scales; export type X = typeof m;", true],
    [
      'a chain of aliases',
      "import * as s from './sails'; import m = s.Scales; import n = m.metre; n; export {};",
      false,
    ],
    ['an exported alias', "import * as s from './sails'; export import m = s.Scales;", false],
    ['an alias inside', "import * as s from './sails'; export namespace N { import m = s.Scales; m.metre; }", false],
    ['a name that is escaped', "import { w\\u0069nd } from './sails'; wind; export {};", false],
    ['a renamed import', "import { wind as gale } from './sails'; gale; export {};", false],
    ['the name before renaming', "import { wind as gale } from './sails'; const wind = 1; wind; export {};", true],
  ];
  expectRules(rules, { 'sails.ts': SAILS });
});

it('goes by what a name is where it is declared', () => {
  const barrels: ProjectFiles = {
    'sails.ts': SAILS,
    'barrel.ts':
      "export * from './sails'; export { Rope as Line, Mast as Pole } from './sails'; export * as all from './sails';",
    'outer.ts': "import { Line, Pole } from './barrel'; export { Line as Rope2, Pole }; export * from './barrel';",
    'hiding.ts': "export * from './sails'; export const Rope = 1; export interface Mast {}",
    'types.ts': "export type { Mast } from './sails'; export type * from './scripts';",
    'ring1.ts': "export * from './ring2'; export interface First {}",
    'ring2.ts': "export * from './ring1'; export interface Second {} export const third = 1;",
    'loop1.ts': "export { a } from './loop2';",
    'loop2.ts': "export { a } from './loop1';",
    'assigned.ts': 'interface Gale { a: 1 } export = Gale;',
    'scripts.js': 'export const oar = 1;',
    'oars.js': 'export const oar = 1;',
    'oars.d.ts': 'export interface Oar { a: 1 } export const oar: number;',
    'ambient.d.ts': 'interface Buoy { a: 1 } declare const anchor: number; export interface Chain {}',
    'closed.d.ts': 'interface Buoy { a: 1 } declare const anchor: number; export { Buoy as Float, anchor };',
  };
  expectRules(
    [
      ['an interface', "export { Rope } from './sails';", true],
      ['a type', "export { Knot } from './sails';", true],
      ['types alone', "export { Rope, Knot } from './sails';", true],
      ['a class', "export { Mast } from './sails';", false],
      ['a type and a class', "export { Rope, Mast } from './sails';", false],
      ['an enum', "export { Flag } from './sails';", false],
      ['a const enum', "export { Size } from './sails';", true],
      ['a namespace of types', "export { Units } from './sails';", true],
      ['a namespace of values', "export { Scales } from './sails';", false],
      ['both of one name', "export { Both } from './sails';", false],
      ['a default type', "export { default } from './sails';", true],
      ['what is not there', "export { nothing } from './sails';", false],
      ['no names', "export {} from './sails';", true],
      ['all', "export * from './sails';", false],
      ['all of a file of types', "export * from './ambient';", false],
      ['all under a name', "export * as sails from './sails';", false],
      ['an import that is exported, a type', "import { Rope } from './sails'; export { Rope };", true],
      ['an import that is exported, a class', "import { Mast } from './sails'; export { Mast };", false],
      ['an import that is exported as a type', "import { Mast } from './sails'; export type { Mast };", true],
      ['the default export, a type', "import { Rope } from './sails'; export default Rope;", true],
      ['the default export, a class', "import { Mast } from './sails'; export default Mast;", false],
      ['a default import of a type', "import Sail from './sails'; export { Sail };", true],
      ['a namespace that is exported', "import * as sails from './ambient'; export { sails };", false],
      ['a const enum’s member', "import { Size } from './sails'; export const s = Size.Small;", true],
      ['a const enum’s member by text', "import { Size } from './sails'; export const s = Size['Small'];", true],
      ['an enum’s member', "import { Flag } from './sails'; export const f = Flag.Red;", false],
      ['through a barrel, a type', "export { Rope } from './barrel';", true],
      ['through a barrel, a class', "export { Mast } from './barrel';", false],
      ['through a barrel, a renamed type', "export { Line } from './barrel';", true],
      ['through a barrel, a renamed class', "export { Pole } from './barrel';", false],
      ['through a barrel, a namespace', "export { all } from './barrel';", false],
      ['through two, a type', "export { Rope2, Knot } from './outer';", true],
      ['through two, a class', "export { Pole } from './outer';", false],
      ['through two, a const enum', "import { Size } from './outer'; export const s = Size.Small;", true],
      ['a value that hides a type', "export { Rope } from './hiding';", false],
      ['a type that hides a class', "export { Mast } from './hiding';", true],
      ['a class that is passed on as a type', "export { Mast } from './types';", true],
      ['around a ring, a type', "export { Second } from './ring1';", true],
      ['around a ring, the other type', "export { First } from './ring2';", true],
      ['around a ring, a value', "export { third } from './ring1';", false],
      ['round and round', "export { a } from './loop1';", false],
      ['what is assigned to the exports, a type', "import Gale from './assigned'; export { Gale };", true],
      ['of JavaScript', "export { oar } from './scripts';", false],
      ['of JavaScript with declarations, a type', "export { Oar } from './oars.js';", true],
      ['of JavaScript with declarations, a value', "export { oar } from './oars.js';", false],
      ['a declaration file exports all', "export { Buoy } from './ambient';", true],
      ['and its values', "export { anchor } from './ambient';", false],
      ['unless it says what', "export { Float } from './closed';", true],
      ['and of what it says', "export { anchor } from './closed';", false],
      ['of what is not there', "export { Rope } from './gone';", false],
      ['of a package that is not there', "export { Rope } from 'chandler';", false],
    ],
    barrels,
    { allowJs: true, esModuleInterop: true },
  );
});

describe('goes by the tsconfig', () => {
  const UNUSED: Rule = ['unused', "import { Rope } from './sails'; export let r: Rope;", true];
  const MARKED: Rule = ['marked', "import { type Rope } from './sails'; export let r: Rope;", true];
  const MARKED_EXPORT: Rule = ['marked export', "export { type Rope } from './sails';", true];
  const WRITTEN: Rule = ['written', "import type { Rope } from './sails'; export let r: Rope;", true];
  const EMPTY: Rule = ['empty', "import {} from './sails';", true];
  const MEMBER: Rule = ['member of a const enum', "import { Size } from './sails'; export const s = Size.Small;", true];
  const CONST_ENUM: Rule = ['export of a const enum', "export { Size } from './sails';", true];
  const EXPORT: Rule = ['export of a type', "export { Rope } from './sails';", true];
  const REQUIRED: Rule = ['required', "import sails = require('./sails'); export let r: sails.Rope;", true];
  const ALL = [UNUSED, MARKED, MARKED_EXPORT, WRITTEN, EMPTY, MEMBER, CONST_ENUM, EXPORT, REQUIRED];

  it.each<[options: object, kept: Rule[]]>([
    [{}, []],
    [{ isolatedModules: true }, [MEMBER, CONST_ENUM]],
    [{ preserveConstEnums: true }, [CONST_ENUM]],
    [{ verbatimModuleSyntax: true }, [UNUSED, MARKED, MARKED_EXPORT, EMPTY, MEMBER, CONST_ENUM, EXPORT, REQUIRED]],
  ])('%j', (options, kept) => {
    const rules = ALL.map((rule): Rule => [rule[0], rule[1], !kept.includes(rule)]);
    expectRules(rules, { 'sails.ts': SAILS }, options);
  });
});

describe('JSX', () => {
  const REACT: Rule = ['React', "import React from './react'; export const p = <p/>;", true];
  const FRAGMENT: Rule = ['React in a fragment', "import React from './react'; export const p = <></>;", true];
  const NO_JSX: Rule = ['React without JSX', "import React from './react'; export let p: React;", true];
  const H: Rule = ['h', "import { h } from './react'; export const p = <p/>;", true];
  const H_FRAGMENT: Rule = ['h in a fragment', "import { h } from './react'; export const p = <></>;", true];
  const F: Rule = ['F', "import { F } from './react'; export const p = <></>;", true];
  const PRAGMA: Rule = ['pragma', "/** @jsx h */ import { h } from './react'; export const p = <p/>;", true];
  const OVERRIDDEN: Rule = [
    'React under a pragma',
    "/** @jsx h */ import React from './react'; export const p = <p/>;",
    true,
  ];
  const PRAGMA_FRAGMENT: Rule = [
    'pragma of fragments',
    "/* @jsx h */ /* @jsxFrag F */ import { F } from './react'; export const p = <></>;",
    true,
  ];
  const RUNTIME: Rule = [
    'classic pragma',
    "/** @jsxRuntime classic */ import React from './react'; export const p = <p/>;",
    true,
  ];
  const TAG: Rule = ['tag', "import { Sail } from './react'; export const p = <Sail/>;", false];
  const MEMBER_TAG: Rule = ['member tag', "import * as all from './react'; export const p = <all.Sail/>;", false];
  const LOWER: Rule = ['lower-case tag', "import { p } from './react'; export const q = <p/>;", true];
  const ATTRIBUTE: Rule = ['attribute', "import { F } from './react'; export const q = <p F='1'/>;", true];
  const ALL = [REACT, FRAGMENT, NO_JSX, H, H_FRAGMENT, F, PRAGMA, OVERRIDDEN, PRAGMA_FRAGMENT, RUNTIME];
  const CLASSIC = [REACT, FRAGMENT, PRAGMA, PRAGMA_FRAGMENT, RUNTIME];
  const runtime = 'export const jsx: any; export const jsxs: any; export const Fragment: any;';

  it.each<[options: object, kept: Rule[]]>([
    [{ jsx: 'react' }, CLASSIC],
    [{ jsx: 'preserve' }, CLASSIC],
    [{ jsx: 'react-native' }, CLASSIC],
    [{ jsx: 'react-jsx' }, [RUNTIME]],
    [{ jsx: 'preserve', jsxImportSource: 'react' }, [RUNTIME]],
    [{ jsx: 'react', jsxFactory: 'h' }, [H, H_FRAGMENT, PRAGMA, PRAGMA_FRAGMENT]],
    [{ jsx: 'react', jsxFactory: 'h', jsxFragmentFactory: 'F' }, [H, F, PRAGMA, PRAGMA_FRAGMENT]],
    [{ jsx: 'react', reactNamespace: 'h' }, [H, H_FRAGMENT, PRAGMA, PRAGMA_FRAGMENT]],
  ])('%j', (options, kept) => {
    const rules = [
      TAG,
      MEMBER_TAG,
      LOWER,
      ATTRIBUTE,
      ...ALL.map((rule): Rule => [rule[0], rule[1], !kept.includes(rule)]),
    ];
    const files: ProjectFiles = {
      'react.ts':
        'export const h: any = 1, F: any = 1, p: any = 1, Sail: any = 1; const React: any = 1; export default React;',
      'node_modules/react/package.json': { name: 'react', version: '1.0.0' },
      'node_modules/react/jsx-runtime.d.ts': runtime,
      'node_modules/react/jsx-dev-runtime.d.ts': runtime,
    };
    expectRules(rules, files, options);
  });
});

describe('decorators', () => {
  const NEST: ProjectFiles = {
    'nest.ts': `
      export const D: any = 1;
      export class Service {}
      export interface Options { a: 1 }
      export enum Mode { A }
      export const enum Size { A }
      export namespace Inner { export class Part {} }
    `,
    'marks.ts': 'export const D: any = 1;',
    'barrel.ts': "export * from './nest';",
  };
  const D = 'declare const D: any; export {};';
  const rulesOf = (on: boolean, loose: boolean): Rule[] => [
    [
      'a constructor’s parameter',
      `import { Service } from './nest'; ${D} @D class A { constructor(s: Service) {} }`,
      !on,
    ],
    ['through a barrel', `import { Service } from './barrel'; ${D} @D class A { constructor(s: Service) {} }`, !on],
    [
      'a parameter property',
      `import { Service } from './nest'; ${D} @D class A { constructor(private s: Service) {} }`,
      !on,
    ],
    [
      'a default value',
      `import { Service } from './nest'; ${D} @D class A { constructor(s: Service = null!) {} }`,
      !on,
    ],
    ['a rest parameter', `import { Service } from './nest'; ${D} class A { @D m(...s: Service[]) {} }`, !on],
    ['no decorator', `import { Service } from './nest'; ${D} class A { constructor(s: Service) {} }`, true],
    ['an interface', `import { Options } from './nest'; ${D} @D class A { constructor(o: Options) {} }`, true],
    [
      'an interface through a barrel',
      `import { Options } from './barrel'; ${D} @D class A { constructor(o: Options) {} }`,
      true,
    ],
    ['a const enum', `import { Size } from './nest'; ${D} @D class A { constructor(s: Size) {} }`, true],
    ['an enum', `import { Mode } from './nest'; ${D} @D class A { constructor(m: Mode) {} }`, !on],
    ['a written type', `import type { Service } from './nest'; ${D} @D class A { constructor(s: Service) {} }`, true],
    ['an array', `import { Service } from './nest'; ${D} @D class A { constructor(s: Service[]) {} }`, true],
    ['a type argument', `import { Service } from './nest'; ${D} @D class A { constructor(s: Set<Service>) {} }`, true],
    ['a union', `import { Service } from './nest'; ${D} @D class A { constructor(s: Service | string) {} }`, true],
    [
      'with null',
      `import { Service } from './nest'; ${D} @D class A { constructor(s: Service | null) {} }`,
      !(on && loose),
    ],
    ['with undefined', `import { Service } from './nest'; ${D} class A { @D s: Service | undefined }`, !(on && loose)],
    ['twice the same', `import { Service } from './nest'; ${D} class A { @D s!: Service | Service }`, !on],
    ['a namespace', `import * as nest from './nest'; ${D} class A { @D s!: nest.Service }`, !on],
    ['a member', `import { Inner } from './nest'; ${D} class A { @D s!: Inner.Part }`, !on],
    ['a property', `import { Service } from './nest'; ${D} class A { @D s!: Service }`, !on],
    ['another property', `import { Service } from './nest'; ${D} class A { @D a = 1; s!: Service }`, true],
    ['a method’s parameter', `import { Service } from './nest'; ${D} class A { @D m(s: Service) {} }`, !on],
    [
      'a method’s result',
      `import { Service } from './nest'; ${D} class A { @D m(): Service { return 1 as any } }`,
      !on,
    ],
    [
      'beside a decorated parameter',
      `import { Service } from './nest'; ${D} class A { m(@D a: string, s: Service) {} }`,
      !on,
    ],
    ['a getter', `import { Service } from './nest'; ${D} class A { @D get s(): Service { return 1 as any } }`, !on],
    ['a setter', `import { Service } from './nest'; ${D} class A { @D set s(s: Service) {} }`, !on],
    ['a method of a decorated class', `import { Service } from './nest'; ${D} @D class A { m(s: Service) {} }`, true],
    ['a local variable', `import { Service } from './nest'; ${D} class A { @D m() { let s: Service } }`, true],
    ['the decorator itself', "import { D } from './marks'; @D class A {} export {};", false],
  ];

  it.each<[options: object, on: boolean, loose: boolean]>([
    [{ experimentalDecorators: true, emitDecoratorMetadata: true, strict: true }, true, false],
    [{ experimentalDecorators: true, emitDecoratorMetadata: true, strict: false }, true, true],
    [{ experimentalDecorators: true, emitDecoratorMetadata: true, strict: true, strictNullChecks: false }, true, true],
    [{ experimentalDecorators: true }, false, false],
  ])('%j', (options, on, loose) => {
    expectRules(rulesOf(on, loose), NEST, options);
  });
});
