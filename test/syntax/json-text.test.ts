import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeJsonString, equalsAscii } from '../../src/syntax/json-text.ts';

it('decodes what JSON.stringify writes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.nat(20), (text, before) => {
      const json = Buffer.from(`${'#'.repeat(before)}${JSON.stringify(text)}`);
      expect(decodeJsonString(json, before + 1, json.length - 1)).toBe(text);
    }),
  );
});

it('compares whole strings only', () => {
  const bytes = Buffer.from('xrequirex');
  expect(equalsAscii(bytes, 1, 8, 'require')).toBe(true);
  expect(equalsAscii(bytes, 1, 7, 'require')).toBe(false);
  expect(equalsAscii(bytes, 1, 9, 'require')).toBe(false);
  expect(equalsAscii(bytes, 0, 7, 'require')).toBe(false);
});
