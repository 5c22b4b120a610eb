import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fingerprintOf } from '../../src/base/fingerprint.ts';

// The vectors that come with the reference implementation of FNV-1a.
it.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
  ['chongo was here!\n', '46810940eff5f915'],
])('is the FNV-1a hash of %j', (text, hash) => {
  expect(fingerprintOf([text])).toBe(hash);
});

it('tells parts apart', () => {
  expect(fingerprintOf(['a', 'b'])).not.toBe(fingerprintOf(['ab']));
});

it('is what arithmetic of 64 bits makes of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      let hash = 0xcbf29ce484222325n;
      for (const byte of new TextEncoder().encode(text)) {
        hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
      }
      expect(fingerprintOf([text])).toBe(hash.toString(16).padStart(16, '0'));
    }),
  );
});
