// What is asked of every source before it is parsed: where its lines begin, and how many brackets it opens.
//
// Input: UTF-8, followed by at least 16 bytes of zero. Output: room for a word a byte of the source, and two more.
//
//      0          4          8
//      +----------+----------+----------+---
//      | brackets | line 1   | line 2   | …      where each line begins, in bytes: behind every LF, and at 0
//      +----------+----------+----------+---
//
// Complexity: one pass, 16 bytes at a time. Returns how many lines begin.

const LINE_FEED: i8 = 0x0a;
const ROUND: i8 = 0x28;
/** `{`, and `[` with the bit that tells the two apart. */
const CURLY: i8 = 0x7b;
const SQUARE_TO_CURLY: i8 = 0x20;

export function survey(source: usize, length: u32, output: usize): u32 {
  const end = source + length;
  let brackets: u32 = 0;
  let line = output + 4;
  store<u32>(line, 0);
  for (let p = source; p < end; p += 16) {
    const block = v128.load(p);
    const curly = i8x16.eq(v128.or(block, i8x16.splat(SQUARE_TO_CURLY)), i8x16.splat(CURLY));
    const opening = v128.or(i8x16.eq(block, i8x16.splat(ROUND)), curly);
    brackets += popcnt<u32>(i8x16.bitmask(opening));
    let feeds = <u32>i8x16.bitmask(i8x16.eq(block, i8x16.splat(LINE_FEED)));
    while (feeds != 0) {
      line += 4;
      store<u32>(line, <u32>(p - source) + ctz(feeds) + 1);
      feeds &= feeds - 1;
    }
  }
  store<u32>(output, brackets);
  return <u32>((line - output) >> 2);
}
