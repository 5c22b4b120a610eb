// Compresses a block into the LZ4 block format (https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md), as if it stood behind a dictionary. Our own,
// because the bytes go into images: they must be the same with every version of Node and of a library.
//
//      text:   | dictionary … | block … | 16 bytes that may be read |
//      table:  | 4,096 words: what is known of the dictionary | 4,096 words for what is known of both |
//      out:    block, a byte for each 255 of it, and 48 more
//
// A word of the table is 0, or a position in the text plus 1: the last one whose four bytes have that hash.
//
// Complexity: one pass; the table forgets all but the last position, so nothing is looked at twice but matches.

import { COMPRESS_TABLE_BYTES } from './layout';

/** 4,096 positions: few enough to forget in a microsecond, many enough for a source file. */
const HASH_SHIFT: u32 = 20;
const MATCH_MIN: i32 = 4;
/** Matches end at least so many bytes before the end, and begin at least so many before it: what decoders that copy ahead rely on. */
const LAST_LITERALS: i32 = 5;
const MATCH_BEGINS_BEFORE: i32 = 12;
const OFFSET_MAX: i32 = 65_535;
/** Where nothing repeats, every so many bytes the steps get longer by one. */
const SKIP_SHIFT: i32 = 6;

/** Knuth's multiplicative hash: 2^32 divided by the golden ratio. The pointer of the word for it. */
@inline
function slotOf(table: usize, word: u32): usize {
  return table + (<usize>((word * <u32>2654435761) >> HASH_SHIFT) << 2);
}

/** Fills the first half of a table that is zero. */
export function learnDictionary(table: usize, text: usize, length: i32): void {
  for (let at = 0; at + MATCH_MIN <= length; at++) store<u32>(slotOf(table, load<u32>(text + at)), at + 1);
}

/** Compresses what lies from `base` to `end` of the text. Returns how many bytes it wrote. */
export function compress(table: usize, text: usize, base: i32, end: i32, out: usize): u32 {
  const known = table + COMPRESS_TABLE_BYTES;
  memory.copy(known, table, COMPRESS_TABLE_BYTES);
  const limit = end - LAST_LITERALS;
  let size = out;
  let anchor = base;
  let at = base;
  while (at < end - MATCH_BEGINS_BEFORE) {
    const word = load<u32>(text + at);
    const slot = slotOf(known, word);
    let from = <i32>load<u32>(slot) - 1;
    store<u32>(slot, at + 1);
    if (from < 0 || at - from > OFFSET_MAX || load<u32>(text + from) != word) {
      at += 1 + ((at - anchor) >> SKIP_SHIFT);
      continue;
    }
    while (at > anchor && from > 0 && load<u8>(text + at - 1) == load<u8>(text + from - 1)) {
      at--;
      from--;
    }
    const matched = endOfMatch(text, at + MATCH_MIN, at - from, limit);
    size = writeSequence(size, text + anchor, at - anchor, at - from, matched - at - MATCH_MIN);
    anchor = matched;
    at = matched;
    store<u32>(slotOf(known, load<u32>(text + at - 2)), at - 1);
  }
  return <u32>(writeSequence(size, text + anchor, end - anchor, 0, 0) - out);
}

function endOfMatch(text: usize, start: i32, offset: i32, limit: i32): i32 {
  let at = start;
  while (at + 8 <= limit) {
    const different = load<u64>(text + at) ^ load<u64>(text + at - offset);
    if (different != 0) return at + <i32>(ctz(different) >> 3);
    at += 8;
  }
  while (at < limit && load<u8>(text + at) == load<u8>(text + at - offset)) at++;
  return at;
}

/** Literals, then a match; none with offset 0, which is how a block ends. Returns the new end. */
function writeSequence(out: usize, start: usize, literals: i32, offset: i32, extraLength: i32): usize {
  store<u8>(out, (min(literals, 15) << 4) | min(extraLength, 15));
  let p = out + 1;
  if (literals >= 15) p = writeLength(p, literals - 15);
  // Up to 15 bytes too many are copied, and written over.
  for (let copied = 0; copied < literals; copied += 16) v128.store(p + copied, v128.load(start + copied));
  p += literals;
  if (offset == 0) return p;
  store<u16>(p, offset);
  p += 2;
  return extraLength >= 15 ? writeLength(p, extraLength - 15) : p;
}

function writeLength(out: usize, length: i32): usize {
  let p = out;
  let rest = length;
  for (; rest >= 255; rest -= 255) store<u8>(p++, 255);
  store<u8>(p++, rest);
  return p;
}
