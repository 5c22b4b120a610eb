import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareCodeUnits } from '../../../../src/base/text.ts';
import { findText, packTexts, textAt, unpackTexts } from '../../../../src/session/node/state/text-column.ts';

// Pairs of surrogates sort before U+FFFD by code unit, and behind it by byte.
const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', 'é', '\ufffd', '🍞', '/') }));

it('a column gives back its texts, all or one by one', () => {
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const column = packTexts(texts);
      expect(unpackTexts(column)).toEqual(texts);
      expect(texts.map((_, index) => textAt(column, index))).toEqual(texts);
    }),
  );
});

it('a sorted column tells where a text is, and that it is not there', () => {
  fc.assert(
    fc.property(fc.uniqueArray(text), text, (texts, other) => {
      const sorted = [...texts].sort(compareCodeUnits);
      const column = packTexts(sorted);
      for (const [index, wanted] of sorted.entries()) expect(findText(column, wanted)).toBe(index);
      expect(findText(column, other)).toBe(sorted.indexOf(other));
    }),
  );
});
