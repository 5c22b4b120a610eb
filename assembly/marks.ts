// Which words a source has that may be marks of secrets, and where the first of each group of them is: with most sources nowhere, and then
// nothing has to be decoded. src/facts/redact/mark-words.ts says which words.
//
// Input: UTF-8, followed by 16 bytes of zero, and the table of the words (src/wasm/mark-table.ts lays it out):
//
//      0                                     96             352
//      +------+------+------+------+--   --+--------------+---------+---------+---
//      | low nibble, high  | next byte   | … | 256 heads    | (none)  | word 1  | …     32 bytes each
//      +------+------+------+------+--   --+--------------+---------+---------+---
//
//      word: | next | window | length | tail | group | 3 unused | its text, 24 bytes |
//
// Output: a word for each group: the offset of the first place, the length of the source when there is none. A place is where a window of three
// bytes of a word lies within the source, less the offset of the window in the word. Then MARK_SEEN_BYTES: a bit for each number of a word, set when it is there.
//
// Complexity: one pass, 16 bytes at a time, by Teddy's nibble tables (https://github.com/BurntSushi/aho-corasick/tree/master/src/packed/teddy); what they
// let through is looked up by its three bytes and compared. Behind `://` at most 400 bytes more are looked at.

import { MARK_GROUPS, MARK_HEADS, MARK_SEEN_BYTES, MARK_WORD_BYTES, MARK_WORD_TEXT, MARK_WORDS } from './layout';
import { TAIL_ADDRESS, TAIL_CREDENTIAL, TAIL_GIVEN, TAIL_NONE, TAIL_SHORT } from './layout';
import { endsShort, hasAt, isCredential, isGiven } from './mark-tails';

const FOLD: u32 = 0x20;
const FOLD_THREE: u32 = 0x202020;

export function marks(source: usize, length: u32, table: usize, output: usize): void {
  const low0 = v128.load(table);
  const high0 = v128.load(table, 16);
  const low1 = v128.load(table, 32);
  const high1 = v128.load(table, 48);
  const low2 = v128.load(table, 64);
  const high2 = v128.load(table, 80);
  const nibble = i8x16.splat(0x0f);
  const end = source + length;
  for (let group = 0; group < MARK_GROUPS; group++) store<u32>(output + (<usize>group << 2), length);
  memory.fill(output + (MARK_GROUPS << 2), 0, MARK_SEEN_BYTES);
  for (let p = source; p < end; p += 16) {
    const first = v128.load(p);
    const second = v128.load(p, 1);
    const third = v128.load(p, 2);
    let seen = v128.and(
      i8x16.swizzle(low0, v128.and(first, nibble)),
      i8x16.swizzle(high0, i8x16.shr_u(first, 4)),
    );
    seen = v128.and(
      seen,
      v128.and(i8x16.swizzle(low1, v128.and(second, nibble)), i8x16.swizzle(high1, i8x16.shr_u(second, 4))),
    );
    seen = v128.and(
      seen,
      v128.and(i8x16.swizzle(low2, v128.and(third, nibble)), i8x16.swizzle(high2, i8x16.shr_u(third, 4))),
    );
    let places = <u32>i8x16.bitmask(i8x16.ne(seen, i8x16.splat(0)));
    while (places != 0) {
      lookUp(p + ctz(places), source, end, table, output);
      places &= places - 1;
    }
  }
}

function lookUp(window: usize, source: usize, end: usize, table: usize, output: usize): void {
  const three = (load<u32>(window) & 0xffffff) | FOLD_THREE;
  let number = <usize>load<u8>(table + MARK_HEADS + <usize>((three * <u32>2654435761) >>> 24));
  while (number != 0) {
    const word = table + MARK_WORDS + number * <usize>MARK_WORD_BYTES;
    const start = window - load<u8>(word, 1);
    const first = output + (<usize>load<u8>(word, 4) << 2);
    const seen = output + (MARK_GROUPS << 2) + (number >> 3);
    const bit = <u32>1 << (<u32>number & 7);
    const isNew = (<u32>load<u8>(seen) & bit) == 0;
    if (start >= source && (isNew || <u32>(start - source) < load<u32>(first)) && matches(word, start, end)) {
      store<u8>(seen, <u32>load<u8>(seen) | bit);
      store<u32>(first, min(load<u32>(first), <u32>(start - source)));
    }
    number = load<u8>(word);
  }
}

/** Of the first group case does not count. Letters, digits and what else is in words differ from one another in other bits than that. */
function matches(word: usize, start: usize, end: usize): bool {
  const length = <usize>load<u8>(word, 2);
  const fold: u32 = load<u8>(word, 4) == 0 ? FOLD : 0;
  for (let at: usize = 0; at < length; at++) {
    if ((<u32>load<u8>(start + at) | fold) != (<u32>load<u8>(word + at, MARK_WORD_TEXT) | fold)) return false;
  }
  const behind = start + length;
  const tail = <u32>load<u8>(word, 3);
  if (tail == TAIL_NONE) return true;
  if (tail == TAIL_GIVEN) return isGiven(behind);
  if (tail == TAIL_SHORT) return endsShort(<u32>load<u8>(behind)) && isGiven(behind);
  return tail == TAIL_CREDENTIAL ? isCredential(behind) : tail == TAIL_ADDRESS && hasAt(behind, end);
}
