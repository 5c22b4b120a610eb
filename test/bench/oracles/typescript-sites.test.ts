import { describe, expect, it } from 'vitest';
import { ORACLE_KINDS, typescriptSites } from '../../../bench/oracles/typescript-sites.ts';

/** The sites as text, in source order: `line:column kind specifier`. */
function sitesOf(path: string, ...lines: string[]): string[] {
  return typescriptSites(path, lines.join('\n'))
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(({ line, column, kind, specifier }) => `${line}:${column} ${kind} ${specifier}`);
}

describe('typescriptSites', () => {
  it('sees every form in which a module names another, at its opening quote', () => {
    expect(
      sitesOf(
        'src/checkout.ts',
        `/// <reference path="./globals.d.ts" />`,
        `/// <reference types="node" />`,
        `import './polyfills';`,
        `import cart, { total } from './cart';`,
        `import type { Order } from './order';`,
        `import { type Price, type Tax } from './price';`,
        `import { type Voucher, redeem } from './voucher';`,
        `import {} from './nothing';`,
        `import legacy = require('./legacy');`,
        `import type shapes = require('./shapes');`,
        `export * from './events';`,
        `export type { Receipt } from './receipt';`,
        `export { type Refund } from './refund';`,
        `let stock: import('./stock').Stock;`,
        `const lazy = () => import('./payment');`,
        `const old = require('./invoice');`,
      ),
    ).toEqual([
      '1:21 triple-slash ./globals.d.ts',
      '2:22 triple-slash node',
      '3:8 static ./polyfills',
      '4:29 static ./cart',
      '5:28 type ./order',
      '6:38 type ./price',
      '7:38 static ./voucher',
      '8:16 static ./nothing',
      '9:25 import-equals ./legacy',
      '10:30 type ./shapes',
      '11:15 export-from ./events',
      '12:30 type ./receipt',
      '13:29 type ./refund',
      '14:19 type ./stock',
      '15:27 dynamic ./payment',
      '16:21 require ./invoice',
    ]);
  });

  it.each(['checkout.d.ts', 'checkout.d.mts', 'checkout.d.cts'])('calls every import of %s a type', (path) => {
    const sites = sitesOf(
      path,
      `import { Cart } from './cart';`,
      `import legacy = require('./legacy');`,
      `export * from './events';`,
      `export declare const stock: import('./stock').Stock;`,
    );
    expect(sites).toEqual(['1:22 type ./cart', '2:25 type ./legacy', '3:15 type ./events', '4:36 type ./stock']);
  });

  it('reads the types of doc comments in JavaScript, and not in TypeScript', () => {
    const lines = [
      `/** @import { Order } from './order' */`,
      `/** @param {import('./cart').Cart} cart */`,
      `export function pay(cart) {}`,
    ];
    expect(sitesOf('pay.js', ...lines)).toEqual(['1:28 jsdoc ./order', '2:20 jsdoc ./cart']);
    expect(sitesOf('pay.ts', ...lines)).toEqual([]);
  });

  it('reads each of several comments before one declaration, and those before the end', () => {
    expect(
      sitesOf(
        'pay.js',
        `/** @typedef {import('./price').Price} Price */`,
        `/** @typedef {import('./tax').Tax} Tax */`,
        `/** Pays. */`,
        `export function pay() {}`,
        `/** @typedef {import('./refund').Refund} Refund */`,
      ),
    ).toEqual(['1:22 jsdoc ./price', '2:22 jsdoc ./tax', '5:22 jsdoc ./refund']);
  });

  it('leaves aside what no literal names and what only looks like an import', () => {
    const sites = sitesOf(
      'plugins.ts',
      `const plugin = await import(name);`,
      `const page = await import(\`./pages/\${name}\`);`,
      `const text = "import shop from './shop'"; // import './comment'`,
      `loader.require('./member');`,
      `export { plugin };`,
    );
    expect(sites).toEqual([]);
  });

  it('sees what a module adds to another, but no declaration of one', () => {
    const blocks = [
      `declare module './order' { interface Order {} }`,
      `declare module '@shop/tax' { interface Tax {} }`,
      `declare module '*.svg' {}`,
      `declare global {}`,
      `declare namespace Shop {}`,
    ];
    const added = ['2:16 type ./order', '3:16 type @shop/tax'];
    for (const path of ['shop.ts', 'shop.d.ts']) {
      expect(sitesOf(path, `export {};`, ...blocks)).toEqual(added);
      expect(sitesOf(path, ...blocks)).toEqual([]);
    }
    expect(sitesOf('shop.js', `export {};`, ...blocks)).toEqual([]);
  });

  it('counts columns in UTF-16 units', () => {
    expect(sitesOf('menu.js', `/* 🍰 */ import './cake';`)).toEqual(['1:17 static ./cake']);
  });

  it('reads sources that nest deeper than the stack', () => {
    const depth = 20_000;
    expect(sitesOf('deep.js', `${'a+'.repeat(depth)}require('./end')`)).toEqual([`1:${2 * depth + 9} require ./end`]);
  });

  it('yields only kinds that it is compared by', () => {
    const sites = typescriptSites('a.ts', `import './a'; export * from './b'; import('./c'); let d: import('./d').D;`);
    expect(sites).toHaveLength(4);
    for (const { kind } of sites) expect(ORACLE_KINDS).toContain(kind);
  });
});
