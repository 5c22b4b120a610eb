import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodeUnits } from '../../src/base/text.ts';
import { textTable } from '../../src/image/text-table.ts';

const text = fc.string({ unit: 'binary', maxLength: 6 });

describe('a table of texts', () => {
  it('numbers distinct texts in the order of their code units, whatever order they came in', () => {
    fc.assert(
      fc.property(fc.array(text), (given) => {
        const { texts, numberOf } = textTable(given);
        expect(texts).toEqual([...new Set(given)].sort(compareCodeUnits));
        expect(textTable([...given].reverse()).texts).toEqual(texts);
        for (const wanted of given) expect(texts[numberOf(wanted)]).toBe(wanted);
      }),
    );
  });

  it('orders 🛒 before U+FFEE: by code unit, unlike UTF-8', () => {
    expect(textTable(['\uffee', '🛒']).texts).toEqual(['🛒', '\uffee']);
  });

  it('gives halves of surrogate pairs one number, before it makes the order', () => {
    const { texts, numberOf } = textTable(['./cart-\ud83d', './cart-\ude00', './cart-\ue000']);
    expect(texts).toEqual(['./cart-\ue000', './cart-\ufffd']);
    expect(numberOf('./cart-\ud83d')).toBe(numberOf('./cart-\ude00'));
  });
});
