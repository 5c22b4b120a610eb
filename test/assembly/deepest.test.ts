import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kernelModule } from '../../src/session/node/kernels.ts';
import { createDepthGauge } from '../../src/wasm/depth-gauge.ts';
import { deepest as twin } from '../oracles/deepest.ts';

const deepest = createDepthGauge(kernelModule('plain'));

/** All that decides where text ends and code goes on. */
const pieces = ['(', ')', '[', ']', '{', '}', '${', '`', '"', "'", '\\', '/', '//', '/*', '*/', '*', '<', '\n', ' '];
const source = fc
  .array(fc.constantFrom(...pieces, '$', '_', 'a', 'z', 'A', 'Z', '0', '9', '=', '@', ':', 'é', '🚢', '\u0000'), {
    maxLength: 40,
  })
  .map((parts) => Buffer.from(parts.join('')));

it('counts what its twin counts, and stops where that stops', () => {
  fc.assert(
    fc.property(source, fc.nat(6), (bytes, limit) => {
      expect(deepest(bytes, limit)).toBe(twin(bytes, limit));
      expect(deepest(bytes, 1_000)).toBe(twin(bytes, 1_000));
    }),
    { numRuns: 5_000 },
  );
});

it('guesses after every character as its twin does', () => {
  for (let before = 0; before < 128; before++) {
    const bytes = Buffer.from(`x = ${String.fromCharCode(before)} /((/; ((([1])))`);
    expect(deepest(bytes, 100), `character ${before}`).toBe(twin(bytes, 100));
  }
});

it('has room for as many open templates as a source can hold', () => {
  // A closing bracket too many forgets the depth, but not the template.
  const bytes = Buffer.from('`${)'.repeat(50_000));
  expect(deepest(bytes, 10)).toBe(twin(bytes, 10));
});
