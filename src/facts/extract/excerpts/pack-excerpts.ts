import { EXCERPT_DICTIONARY } from '../../../base/blocks/excerpt-dictionary.ts';
import { EXCERPT_BLOCK_MAX } from '../../../base/excerpt-window.ts';
import type { LineTable } from '../../../syntax/line-table.ts';
import { createBlockCompressor } from '../../../wasm/block-compressor.ts';
import type { ExcerptFacts } from '../../records.ts';
import type { Redactor } from '../../redact/redactor-of.ts';
import { excerptText } from './excerpt-text.ts';
import { keptLines, type LineRange } from './kept-lines.ts';

/** Makes the block of a file's excerpts; null when it has no symbols. */
export type ExcerptPacker = (
  source: Uint8Array,
  declarations: Uint32Array,
  lines: LineTable,
  redactor: Redactor | null,
) => ExcerptFacts | null;

/** A packer with memory of its own: one a thread. src/image/read-excerpt-block.ts draws the block. */
export function createExcerptPacker(kernels: WebAssembly.Module): ExcerptPacker {
  const compress = createBlockCompressor(kernels, EXCERPT_DICTIONARY);
  return (source, declarations, lines, redactor) => {
    let ranges = keptLines(declarations, lines);
    if (ranges.length === 0) return null;
    let text = excerptText(source, ranges, lines, redactor);
    while (lengthOf(text) > EXCERPT_BLOCK_MAX - ranges.length * RANGE_BYTES_MAX) {
      // Generated code of megabytes: the first of its declarations are more than enough to tell what it is.
      ranges = firstHalf(ranges);
      text = excerptText(source, ranges, lines, redactor);
    }
    const parts = [headerOf(ranges), ...text];
    return { length: lengthOf(parts), block: compress(parts) };
  };
}

const lengthOf = (parts: readonly Uint8Array[]): number => parts.reduce((sum, { length }) => sum + length, 0);

function firstHalf(ranges: readonly LineRange[]): LineRange[] {
  let left = ranges.reduce((sum, { first, end }) => sum + end - first, 0) >> 1;
  return ranges.flatMap(({ first, end }) => {
    const count = Math.min(end - first, left);
    left -= count;
    return count > 0 ? [{ first, end: first + count }] : [];
  });
}

/** Two numbers of at most five bytes. */
const RANGE_BYTES_MAX = 10;

/** How many ranges there are; of each the lines since the one before, and its own. LEB128. */
function headerOf(ranges: readonly LineRange[]): Uint8Array {
  const bytes: number[] = [];
  const write = (number: number): void => {
    let rest = number;
    for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
    bytes.push(rest);
  };
  write(ranges.length);
  let line = 0;
  for (const { first, end } of ranges) {
    write(first - line);
    write(end - first);
    line = end;
  }
  return Uint8Array.from(bytes);
}
