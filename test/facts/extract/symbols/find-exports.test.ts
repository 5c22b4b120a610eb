import { describe, expect, it } from 'vitest';
import { symbolsOf } from '../../../builders/describe-symbols.ts';

describe('exports of ES modules', () => {
  it('are declarations, imports and names of other modules', () => {
    const { exports } = symbolsOf(`
      import { rope } from './rope';
      export { rope, knot as bend, knot as default };
      export { sail as hoist, default as ship } from './ship';
      export * from './sea';
      export * as port from './port';
      export type { Mast } from './mast';
      export const { bow, stern: [rudder] } = hull;
      export class Boat {} export interface Boat {}
      function knot() {}
    `);
    expect(exports).toEqual([
      'rope = import rope',
      'bend = declaration knot',
      'default = declaration knot',
      'hoist = sail of ./ship',
      'ship = default of ./ship',
      '* = * of ./sea',
      'port = * of ./port',
      'Mast = Mast of ./mast',
      'bow = declaration bow',
      'rudder = declaration rudder',
      'Boat = declaration Boat',
    ]);
  });

  it('of a declaration file that says nothing of exports, are all it declares', () => {
    const source = 'interface Ship {} declare const ship: Ship;';
    expect(symbolsOf(source, 'ship.d.ts').exports).toEqual(['Ship = declaration Ship', 'ship = declaration ship']);
    expect(symbolsOf(`${source} export { ship };`, 'ship.d.ts').exports).toEqual(['ship = declaration ship']);
  });

  it('may be one thing instead', () => {
    expect(symbolsOf('class Ship {} export = Ship;').exports).toEqual(['= = declaration Ship']);
    expect(symbolsOf('export = { sail: 1 };').exports).toEqual(['= = declaration export=']);
  });
});

describe('exports of CommonJS modules', () => {
  const exportsOf = (source: string) => symbolsOf(source, 'harbour/pilot.cjs').exports;

  it('are what is assigned to properties', () => {
    expect(
      exportsOf(`
        function sail() {}
        exports.sail = sail; module.exports.drift = function () {};
        exports.a = exports.b = 1; exports.gone = void 0; exports.log = require('./log');
        if (late) exports.late = 1;
      `),
    ).toEqual([
      'sail = declaration sail',
      'drift = declaration drift',
      'a = declaration a',
      'b = declaration a',
      'log = = of ./log',
    ]);
  });

  it('are the properties of an object literal', () => {
    expect(
      exportsOf(`
        const { rope } = require('./rope'); const knot = 1;
        module.exports = { rope, bend: knot, sail() {}, depth: 3, ship: require('./ship'), ...require('./sea') };
      `),
    ).toEqual([
      'rope = import rope',
      'bend = declaration knot',
      'sail = declaration sail',
      'depth = declaration depth',
      'ship = = of ./ship',
      '* = * of ./sea',
    ]);
  });

  it('are one thing', () => {
    expect(exportsOf('module.exports = require("./ship");')).toEqual(['= = = of ./ship']);
    expect(exportsOf('class Ship {} module.exports = Ship;')).toEqual(['= = declaration Ship']);
    expect(exportsOf('exports = module.exports = class { sail() {} };')).toEqual(['= = declaration export=']);
  });

  it('are not those of something else that has the name', () => {
    expect(exportsOf('const exports = {}; exports.sail = 1; (module) => { module.exports = 1; };')).toEqual([]);
  });
});
