import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decompressBlock } from '../../../src/base/blocks/decompress-block.ts';
import { EXCERPT_DICTIONARY } from '../../../src/base/blocks/excerpt-dictionary.ts';
import { kernelModule } from '../../../src/session/node/kernels.ts';
import { createBlockCompressor } from '../../../src/wasm/block-compressor.ts';
import { createBlockCompressor as createOracle } from '../../oracles/compress-block.ts';

const kernels = kernelModule('plain');
const compressorOf = (dictionary: Uint8Array): ((block: Uint8Array) => Uint8Array) => {
  const compress = createBlockCompressor(kernels, dictionary);
  // In parts, of which the last may be empty.
  return (block) =>
    compress([block.subarray(0, block.length >> 1), block.subarray(block.length >> 1), new Uint8Array()]);
};

const NONE = new Uint8Array();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Bytes that repeat themselves near and far, as sources do. */
const repetitive = fc
  .array(fc.tuple(fc.uint8Array({ maxLength: 40 }), fc.nat({ max: 600 })), { maxLength: 20 })
  .map((parts) => Uint8Array.from(parts.flatMap(([part, times]) => new Array<number[]>(times).fill([...part]).flat())));

describe('a compressed block', () => {
  it.each([NONE, EXCERPT_DICTIONARY, bytes('export const answer = 42;')])(
    'gives back what it was made of',
    (dictionary) => {
      const compress = compressorOf(dictionary);
      const oracle = createOracle(dictionary);
      fc.assert(
        fc.property(fc.oneof(fc.uint8Array({ maxLength: 2000 }), repetitive), (block) => {
          const compressed = compress(block);
          expect(decompressBlock(compressed, block.length, dictionary)).toEqual(block);
          expect(compressed).toEqual(oracle(block).slice());
        }),
      );
    },
  );

  it('does not depend on what was compressed before it', () => {
    const compress = compressorOf(EXCERPT_DICTIONARY);
    fc.assert(
      fc.property(repetitive, repetitive, (first, second) => {
        compress(first);
        expect(compress(second)).toEqual(compressorOf(EXCERPT_DICTIONARY)(second));
      }),
      { numRuns: 30 },
    );
  });

  it('is small where it repeats itself or the dictionary', () => {
    const compress = compressorOf(EXCERPT_DICTIONARY);
    expect(compress(new Uint8Array(1_000_000)).length).toBeLessThan(4_000);
    expect(compress(EXCERPT_DICTIONARY).length).toBeLessThan(40);
  });

  it('is in the format that is published: by hand from its specification', () => {
    // Token 0x24: two literals, a match of 4 + 4 at offset 2; token 0x50: five literals, the end.
    const block = Uint8Array.of(0x24, 0x61, 0x62, 0x02, 0x00, 0x50, 0x63, 0x64, 0x65, 0x66, 0x67);
    expect(decompressBlock(block, 15, NONE)).toEqual(bytes('ababababab' + 'cdefg'));
    // A length of 15 and more goes on in further bytes, each of 255 with another one behind it.
    const long = Uint8Array.of(0xf0, 255, 30, ...new Uint8Array(300).fill(0x78));
    expect(decompressBlock(long, 300, NONE)).toEqual(bytes('x'.repeat(300)));
  });
});

describe('a damaged block', () => {
  it.each([
    ['literals beyond its end', [0x50, 0x61], 5],
    ['a match before its beginning', [0x10, 0x61, 0x02, 0x00, 0x00], 5],
    ['an offset of nothing', [0x10, 0x61, 0x00, 0x00, 0x00], 5],
    ['half an offset', [0x10, 0x61, 0x01], 5],
    ['more than it says', [0x50, 0x61, 0x61, 0x61, 0x61, 0x61], 4],
    ['less than it says', [0x50, 0x61, 0x61, 0x61, 0x61, 0x61], 6],
    ['nothing', [], 1],
    ['a match longer than what it says', [0x1f, 0x61, 0x01, 0x00, 0xff, 0xff, 0x00, 0x00], 100],
  ])('with %s is refused', (_, block, length) => {
    expect(decompressBlock(Uint8Array.from(block), length, NONE)).toBeNull();
  });

  it('allocates nothing that it could not fill', () => {
    expect(decompressBlock(Uint8Array.of(0x1f, 0x61), 2 ** 40, NONE)).toBeNull();
  });

  it('is refused or gives as many bytes as it says, whatever is in it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat({ max: 3000 }), (block, length) => {
        const found = decompressBlock(block, length, EXCERPT_DICTIONARY);
        expect(found === null || found.length === length).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

it('the dictionary is the one that images rest on', () => {
  expect(createHash('sha256').update(EXCERPT_DICTIONARY).digest('hex')).toBe(
    '1914246ef675bee5ba50d447687c2fda668549e9da45a24eafb664674b878646',
  );
});
