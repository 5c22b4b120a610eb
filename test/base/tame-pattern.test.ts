import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTamePattern } from '../../src/base/tame-pattern.ts';

describe('isTamePattern', () => {
  it.each([
    '^src/',
    '(^|/)[.][^/]+[.](?:js|cjs|mjs|ts|json)$',
    '[.](?:spec|test)[.](?:js|mjs|ts)x?$',
    '^src/features/([^/]+)/.+',
    '^(?!src/shared/)src/[^/]+/(?:index)?',
    '\\(a+\\)+',
    '[(a+)]+',
  ])('takes %s', (pattern) => {
    expect(isTamePattern(pattern)).toBe(true);
  });

  it.each(['(a+)+$', '(a|aa)+$', '((a|b)c)*', '(a?)*', '(?:x{2,}){3}', '(.)\\1', 'a*b*c*d*e*', 'x'.repeat(1001)])(
    'refuses %s',
    (pattern) => {
      expect(isTamePattern(pattern)).toBe(false);
    },
  );

  it('lets nothing through that takes long on a path of 60 characters', () => {
    const atom = fc.constantFrom('a', '.', '[^/]', '(a|b)', '(?:ab?)', '(a+)', '\\w', '/');
    const quantified = fc.tuple(atom, fc.constantFrom('', '*', '+', '?', '{2,}')).map((parts) => parts.join(''));
    const pattern = fc.array(quantified, { minLength: 1, maxLength: 6 }).map((parts) => `^${parts.join('')}X$`);
    fc.assert(
      fc.property(pattern, (text) => {
        fc.pre(isTamePattern(text));
        const started = performance.now();
        expect(new RegExp(text).test(`${'a'.repeat(60)}b`)).toBe(false);
        // A pattern that is not tame takes 2^60 steps here; one that is, 60^4 at most.
        expect(performance.now() - started).toBeLessThan(5000);
      }),
    );
  });
});
