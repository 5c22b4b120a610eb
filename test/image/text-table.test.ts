import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodeUnits } from '../../src/base/text.ts';
import { mergeTexts, textTable } from '../../src/image/text-table.ts';

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

describe('a table with more texts', () => {
  it('is the table of all of them, and says where those of the first went', () => {
    fc.assert(
      fc.property(fc.array(text), fc.array(text), fc.constantFrom(...'ab\ud83d'), (first, more, odd) => {
        const table = textTable([...first, odd]);
        const { texts, moved } = mergeTexts(table, [...more, `${odd}z`, '']);
        const whole = textTable([...first, odd, ...more, `${odd}z`, '']);
        expect(texts.texts).toEqual(whole.texts);
        for (const wanted of [...first, odd, ...more, `${odd}z`, ''])
          expect(texts.numberOf(wanted)).toBe(whole.numberOf(wanted));
        for (const wanted of [...first, odd]) expect(moved[table.numberOf(wanted)]).toBe(whole.numberOf(wanted));
      }),
    );
  });

  it('has no number for a text that was in none', () => {
    const { texts } = mergeTexts(textTable(['', 'cart']), ['till']);
    expect([texts.find('cart'), texts.find('till'), texts.find('tax')]).toEqual([1, 2, -1]);
    expect(() => texts.numberOf('tax')).toThrow('tax');
  });
});
