import { expect, it } from 'vitest';
import { extractFrom, importsOf } from '../../../builders/extract-from.ts';

it('takes a block that adds to another module for a type', () => {
  expect(
    importsOf(`
      export {};
      declare module './ship' { interface Ship { name: string } }
      declare module '@sea/charts' { interface Chart { scale: number } }
      declare module '*.svg' { const url: string; export default url }
      declare global { interface Window {} }
      namespace Harbour { export const depth = 3 }
    `),
  ).toEqual(['type ./ship', 'type @sea/charts']);
});

it('knows a declaration from an addition: in a file that is no module, a plain name is declared', () => {
  const source = "declare module '@sea/charts' { interface Chart {} } declare module './ship' { interface Ship {} }";
  expect(importsOf(source)).toEqual(['type ./ship']);
  expect(importsOf(source, 'types/sea.d.ts')).toEqual(['type ./ship']);
});

it('takes what such a block imports for types', () => {
  const source = `
    import { Star } from './star';
    declare module './ship' {
      import { Star } from './other-star';
      export { Star } from './third-star';
      import Rope = require('./rope');
    }
    export const star = Star;`;
  expect(importsOf(source)).toEqual([
    'static ./star',
    'type ./ship',
    'type ./other-star',
    'type ./third-star',
    'type ./rope',
  ]);
});

it('finds those that are exported too', () => {
  const source = "export {};\nexport declare module './ship' { interface Ship {} }\nexport declare namespace Crew {}";
  expect(importsOf(source, 'fleet.d.ts')).toEqual(['type ./ship']);
});

it('finds them in a declaration file that could not be read as it stands', () => {
  const source = `
    import './harbour';
    export const flagship: string;
    declare module './ship' { interface Ship {} }
    export declare const depth: number;
    declare module './crew' { export declare const cook: string; declare function sail(): void; }
    /** declare */ interface Rope { declare: string }`;
  const { diagnostics, strings } = extractFrom(source, 'fleet.d.ts');
  expect(diagnostics.map(({ code }) => code)).toEqual(['rescued-declaration']);
  expect(strings.filter((text) => text.startsWith('./'))).toEqual(['./harbour', './ship', './crew']);
});
