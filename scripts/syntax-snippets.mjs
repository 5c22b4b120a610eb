// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are sources, not templates
// Sources that between them hold every form of syntax that SWC knows and that the packages in node_modules may
// not use: [source, parser options].
const ts = { syntax: 'typescript', decorators: true, target: 'es2024' };
const tsx = { ...ts, tsx: true };
const js = {
  syntax: 'ecmascript',
  jsx: true,
  decorators: true,
  decoratorsBeforeExport: true,
  exportDefaultFrom: true,
  autoAccessors: true,
  explicitResourceManagement: true,
  target: 'es2024',
};
const flow = {
  syntax: 'flow',
  jsx: true,
  all: true,
  enums: true,
  decorators: true,
  components: true,
  patternMatching: true,
};
const script = { isModule: false };

export const SNIPPETS = [
  ...parsedAs(ts, [
    "import a, { b as c, type D, default as e } from './x' with { type: 'json' }; import * as n from 'n'; import type { T } from 't'; import './side';",
    "export * from 'a'; export * as b from 'b'; export { c, d as 'e f' } from 'c'; export type { T } from 't'; export type * from 'u'; export default class {}",
    "import fs = require('fs'); export import Alias = A.B.C; import type T = require('t'); export = fs; export as namespace Lib;",
    'export default interface Shape { a?: string }',
    'abstract class A<in out T extends object = {}> extends B<T> implements C, D.E<T> { declare x: string; readonly y!: number; private z? = 1; protected static override w: any; abstract v(): void; constructor(p: string); constructor(private readonly p: string, @Inject() public q = 1, ...rest: T[]) { super(); } [key: string]: unknown; get g(): string { return "" } set g(v) {} m?(this: A<T>): asserts this is B; static { } abstract accessor u: string; }',
    'interface I<T> extends J<T>, K.L { a: string; readonly b?: number; c(): void; d?(x: T): T; (call: 1): 2; new (x: 1): I<T>; readonly [k: string]: any; get e(): string; set e(v: string); }',
    'type A = B | C & D; type E = [a: string, b?: number, ...rest: C[]]; type F = readonly string[]; type G = T[number]["x"]; type H = typeof x.y<string>; type I = keyof T; declare const u: unique symbol;',
    'type A<T> = T extends (infer U extends string)[] ? U : never; type B = { readonly [K in keyof T as `x${K}`]?: T[K] }; type C = { -readonly [K in T]-?: 1 }; type D = { +readonly [K in T]+?: 1 };',
    'type A = (a: string, b?: number, ...c: any[]) => a is string; type B = new () => C; type D = abstract new () => C; type E = `a${B}c`; type F = -1 | 1n | "x" | true | null | undefined | void | never | unknown | any | object | symbol | bigint | intrinsic; type G = this; type H = (A);',
    "type A = import('./x').B<C>; type D = typeof import('./y'); type E = import('./z', { with: { 'resolution-mode': 'import' } }).F; type G = [string?, ...number[]]; type H = asserts; function f(x): asserts x is string {} function g(x): asserts x {}",
    'enum A { B, C = 1, "D" = "x", E = B | C } const enum F { } declare enum G { H }',
    'namespace A.B.C { export const d = 1; } declare module "m" { export default x; } declare module "*.css"; declare global { interface Window { } } module Legacy { }',
    'declare function f(a: string): void; function o(a: string): void; function o(a: any) { } declare class X { m(): void } declare let y: string; export declare const z: number;',
    'x as const; x as T; <T>x; x!; x satisfies T; f<string>; f<string>(1); new F<string>(); <T,>(a: T) => a; x! = 1; (x as any) = 1; (<any>x) = 1; (x satisfies any) = 1; tag<string>`x`; a?.b!; for (x as any of y);',
    'function f(this: Window, a?: string, { b }: B = {}, [c]: C, ...d: D[]): d is E { } let v: string, w!: number; try {} catch (e: unknown) {} class Z { constructor(readonly a = 1) {} }',
  ]),
  ...parsedAs(js, [
    "import source wasm from './x.wasm'; import defer * as late from './late.js'; await import.source('./y.wasm'); import('./z', { with: {} });",
    "export v from 'mod'; export { default } from './x'; export const a = 1, { b, ...c } = d;",
    'export default function () {} export { x as default };',
    'label: for (;;) { if (a) continue label; else break label; } for await (const x of y) {} for (var k in o); while (0); do {} while (0); ;',
    'switch (a) { case 1: default: } try { throw e; } catch { } finally { debugger; } try {} catch ({ m = 1, n: [o], ...p }) {}',
    '"use strict"; var a, b = 1; let [c, , d = 2, ...e] = f; const { g, h: i, ["j"]: k = 3 } = l;',
    '{ using handle = open(); await using other = open(); for (using x of y) {} }',
    'function* g() { yield; yield* g(); } async function* h(a = 1, { b }, [c], ...d) { await a; new.target }',
    '[1, , ...a]; ({ b, c: 1, "d": 2, 3: 3, 4n: 4, [e]: 5, ...f, g() {}, get h() { return 1 }, set h(v) {}, async *i() {} });',
    'a ? b : c; a ?? b; a || b && c; a **= 2; a ??= 1; -a; !a; typeof a; void 0; delete a.b; a++; --a; (a, b); a in b;',
    'a?.b; a?.[0]; a?.(); a?.b.c(1, ...d); delete a?.b; new A; new A(1, ...b); a[0].c; (a); this; null; true; 1; 0x1f; 10n; /r\\/e/gu; `t${1}u`; tag`x${y}`;',
    'import.meta.url;',
    'x => x; async (y, { z }) => { await y; }; (function named() {}); (class Named extends Base {}); [a, b.c, { d: e = 1 }] = f; ({ a, b: c.d, ...e } = f);',
    'class A extends B { static #p = 1; q; static { this.r = 2; } constructor(x) { super(x); super.m; } get v() { return this.#p; } set v(w) {} static async *m() {} #n() {} accessor z = 1; "s" = 1; 5() {} [k] = 1; static has(o) { return #p in o; } }',
    '@dec @dec.call(1) class A { @field x; @method() m() {} @a get b() { return 1 } @acc accessor c = 1; }',
  ]),
  ...parsedAs({ ...js, ...script }, [
    'with (a) { b } function f() { return arguments }',
    '#!/usr/bin/env node\nvar let_ = 010; <!-- html comment\nvar x;',
  ]),
  ...parsedAs(tsx, [
    '<A.B.C x="1" y={2} {...z} ns:attr="3" w=<b/> v><ns:tag/>text {/* none */}{child}{...spread}<></> &amp;</A.B.C>;',
    '<this.Part<string> />; <custom-element data-x />',
  ]),
  ...parsedAs(flow, [
    "// @flow\nimport type { A } from './a'; import typeof B from './b'; import { type C, typeof D } from './d'; export type E = {| +a?: string, -b: ?number, [k: string]: mixed, ... |}; export type * from './t';",
    '// @flow\nopaque type A: string = string; declare var a: number; declare function f(x: number): string; declare class B extends C { m(): void } declare module.exports: {}; type F = (string, ...Array<number>) => void; (x: any); function g<T: Object = {}>(x: T, y?: string): T %checks { return x }',
    "// @flow\ndeclare module 'm' { declare export default class A {} } declare export * from 'x'; type T = $ReadOnly<{ a: 1 }>; type U = typeof x; type V = *; type W = interface { a: string }; class K<+T, -U> extends L<T> implements M { static +x: T; #y: U; }",
    '// @flow\nenum Status { Active, Off } enum N of number { A = 1 } type X = Obj["a"]; type Y = Obj?.["a"]; type C = T extends string ? 1 : 2; type K = keyof T; function f(x: mixed): x is string { return true } (x as string);',
  ]),
];

function parsedAs(options, sources) {
  return sources.map((source) => [source, options]);
}
