import { posix } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinSpecifier } from '../../../src/facts/resolve/join-specifier.ts';

const SEGMENTS = fc.array(fc.constantFrom('.', '..', '', 'src', 'oven.ts', '.hidden', '...', 'a.'), { maxLength: 6 });

it('says what the general function says', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('src', 'shop', 'a.b'), { maxLength: 4 }), SEGMENTS, (folders, segments) => {
      const from = [...folders, 'cart.ts'].join('/');
      const specifier = segments.join('/');
      expect(joinSpecifier(from, specifier)).toBe(posix.join(posix.dirname(from), specifier));
    }),
    { numRuns: 2000 },
  );
});
