import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kernelModule } from '../../src/session/node/kernels.ts';
import { createSurveyor } from '../../src/wasm/source-survey.ts';

const survey = createSurveyor(kernelModule('plain'));

/** By looking at one character after the other; only ASCII is looked for. */
function naive(source: Buffer): { lines: number[]; openings: number } {
  const text = source.toString('latin1');
  return {
    lines: [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)],
    openings: [...text.matchAll(/[([{]/g)].length,
  };
}

it('finds the lines and the brackets of any bytes, wherever they fall in a block of 16', () => {
  const byte = fc.oneof(fc.constantFrom(0x0a, 0x28, 0x5b, 0x7b, 0x08, 0x7d, 0xdb, 0xfb), fc.nat(255));
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 70 }), (bytes) => {
      const source = Buffer.from(bytes);
      const { lineStarts, openings } = survey(source);
      expect({ lines: [...lineStarts], openings }).toEqual(naive(source));
    }),
    { numRuns: 2_000 },
  );
});

it('sees nothing of the source before it', () => {
  survey(Buffer.from('(\n'.repeat(1_000)));
  expect(survey(Buffer.from('ship'))).toEqual({ lineStarts: Uint32Array.of(0), openings: 0 });
  expect(survey(Buffer.alloc(0))).toEqual({ lineStarts: Uint32Array.of(0), openings: 0 });
});
