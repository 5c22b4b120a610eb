import { expect, it } from 'vitest';
import { importsOf } from '../../../builders/extract-from.ts';

it('finds import = require, and no alias of a namespace', () => {
  expect(
    importsOf(`
      import sextant = require('./sextant');
      export import compass = require('./compass');
      import type Log = require('./log');
      import Star = sextant.Star;
    `),
  ).toEqual(['import-equals ./sextant', 'import-equals ./compass', 'type ./log']);
});
