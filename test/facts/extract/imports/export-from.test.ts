import { expect, it } from 'vitest';
import { importsOf } from '../../../builders/extract-from.ts';

it('finds exports from elsewhere, and no others', () => {
  expect(
    importsOf(`
      export * from './tides';
      export * as lights from './lights';
      export { berth, pier as quay } from './berth';
      export {} from './effects';
      export const depth = 12;
      export { depth as draught };
      export default depth;
    `),
  ).toEqual(['export-from ./tides', 'export-from ./lights', 'export-from ./berth', 'export-from ./effects']);
});

it('calls what is written as a type a type', () => {
  expect(
    importsOf(`
      export type { Ship } from './ship';
      export type * from './cargo';
      export { type Crew, type Captain } from './crew';
      export { type Knot, speed } from './speed';
    `),
  ).toEqual(['type ./ship', 'type ./cargo', 'type ./crew', 'export-from ./speed']);
});
