import { damaged } from './container.ts';

/**
 * The lines that a module's block holds.
 *
 *     count          how many ranges of lines there are
 *     per range      lines between the end of the one before and this one (counted from line 0), and how many lines it has
 *     text           UTF-8: the lines of all ranges one after the other, each with its `\n`
 *
 * Numbers are unsigned LEB128.
 */
export interface ExcerptBlock {
  /** A line of the source, 1-based, without its end; undefined when it is not kept. */
  line(number: number): string | undefined;
}

/**
 * Reads a block that is not compressed any more.
 * @throws ConduitError CONDUIT_IMAGE_DAMAGED
 */
export function readExcerptBlock(bytes: Uint8Array): ExcerptBlock {
  let at = 0;
  const readNumber = (): number => {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 28; scale *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) throw damaged('a block of excerpts ends in its header');
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
    throw damaged('a number in a block of excerpts is too long');
  };
  const count = readNumber();
  if (count > bytes.length) throw damaged('a block of excerpts has more ranges than bytes');
  const ranges: { readonly first: number; readonly end: number; readonly place: number }[] = [];
  let line = 0;
  let place = 0;
  for (let range = 0; range < count; range++) {
    const first = line + readNumber();
    line = first + readNumber();
    ranges.push({ first, end: line, place });
    place += line - first;
  }
  const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(at)).split('\n');
  // The last line has its end too.
  if (lines.length !== place + 1) throw damaged('a block of excerpts has another number of lines than it says');
  return {
    line(number) {
      const range = ranges.find(({ first, end }) => first <= number && number < end);
      return range && lines[range.place + number - range.first]?.replace(/\r$/, '');
    },
  };
}
