import { expect, it } from 'vitest';
import { symbolsOf } from '../../../builders/describe-symbols.ts';

it('binds every form of import', () => {
  const { imports, declarations } = symbolsOf(`
    import ship, { sail, sail as hoist, type Mast, default as hull, 'odd name' as odd } from './ship';
    import * as sea from './sea';
    import log = require('./log');
    import chart = sea.charts.local;
  `);
  expect(imports).toEqual([
    'ship <- default of ./ship',
    'sail <- sail of ./ship',
    'hoist <- sail of ./ship',
    'Mast <- Mast of ./ship',
    'hull <- default of ./ship',
    'odd <- odd name of ./ship',
    'sea <- * of ./sea',
    'log <- = of ./log',
  ]);
  expect(declarations).toEqual(['constant chart = sea.charts.local']);
});

it('takes what require gives at the top level for imports, and only there', () => {
  const { imports, declarations } = symbolsOf(
    `const ship = require('./ship'), { sail, mast: pole, deep: { keel } } = require('./hull');
     const log = require('./log').entries;
     const path = resolve('./path');
     function dock() { const rope = require('./rope'); }`,
    'harbour/pilot.cjs',
  );
  expect(imports).toEqual([
    'ship <- = of ./ship',
    'sail <- sail of ./hull',
    'pole <- mast of ./hull',
    'log <- entries of ./log',
  ]);
  expect(declarations).toEqual(['constant keel = namespace(./hull).deep.keel', 'constant path', 'function dock']);
});
