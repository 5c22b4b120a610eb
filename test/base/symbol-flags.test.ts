import { expect, it } from 'vitest';
import { SYMBOL_FLAGS, symbolFlagsOf } from '../../src/base/symbol-flags.ts';
import * as records from '../../src/facts/symbol-records.ts';

it('names every bit that declarations have', () => {
  const bits = Object.entries(records).flatMap(([name, bit]) =>
    name.startsWith('DECLARED_') && typeof bit === 'number'
      ? [[name.slice('DECLARED_'.length).toLowerCase(), bit]]
      : [],
  );
  expect(SYMBOL_FLAGS.map((flag, bit) => [flag, 1 << bit])).toEqual(bits.sort(([, a], [, b]) => Number(a) - Number(b)));
});

it('reads a mask, and passes over what it does not know', () => {
  expect(symbolFlagsOf(0)).toEqual([]);
  expect(symbolFlagsOf(1 | 8 | (1 << 20))).toEqual(['static', 'readonly']);
});
