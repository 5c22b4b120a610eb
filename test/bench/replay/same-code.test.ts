import { describe, expect, it } from 'vitest';
import { isSameCode } from '../../../bench/replay/same-code.ts';

const cart = `/** Sums up. */\nexport const total = (prices: number[]) => prices.reduce((sum, price) => sum + price, 0);\n`;

describe('isSameCode', () => {
  it.each([
    ['another comment', cart.replace('Sums up.', '@see the invoice')],
    ['no comment', cart.replace('/** Sums up. */\n', '')],
    ['other white space', cart.replace('=> prices', '=>\n  prices')],
  ])('sets aside %s', (_, after) => expect(isSameCode('cart.ts', cart, after)).toBe(true));

  it.each([
    ['another number', cart.replace(', 0', ', 1')],
    ['another operator', cart.replace('+', '-')],
    ['what is a comment in a string', cart.replace(', 0', `, '// 0'`)],
    ['an error of syntax', cart.replace('0);', '0')],
  ])('sees %s', (_, after) => expect(isSameCode('cart.ts', cart, after)).toBe(false));

  it('tells groupings apart whose words are the same', () => {
    expect(isSameCode('a.ts', 'if (a) if (b) c(); else d();', 'if (a) { if (b) c(); } else d();')).toBe(false);
    expect(isSameCode('a.ts', 'return1\nx', 'return1;\nx')).toBe(false);
  });

  it('sees a comment in a component, which may be markup', () => {
    expect(isSameCode('a.vue', '<p>1</p>', '<p>1</p> ')).toBe(false);
    expect(isSameCode('a.vue', '<p>1</p>\n<b/>', '<p>1</p>  <b/>')).toBe(true);
    expect(isSameCode('a.vue', '<p>1</p>', '<p><!-- 1 --></p>')).toBe(false);
  });
});
