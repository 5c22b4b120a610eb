// The AST tape: turns the JSON text in which SWC hands over a syntax tree into one flat array of records, in
// one pass and without building an object.
//
// Input: JSON as SWC (or JSON.stringify) writes it, without white space, followed by at least 16 bytes of zero,
// because names and strings are read in words of 8 and 16 bytes. `{"program":<tree>,…}` stands for its <tree>;
// what follows the tree is not read.
//
// Output: one record of 24 bytes a node, in source (pre-)order:
//
//      0      2      4          8          12         16         20         24
//      +------+------+----------+----------+----------+----------+----------+
//      | kind | field| start    | end      | parent   | next     | ctxt + 1 |
//      | u16  | u16  | u32      | u32      | u32      | u32      | u32      |
//      +------+------+----------+----------+----------+----------+----------+
//
//   kind    what the node is: a reserved number below, or the number of its "type" in the names table
//   field   under which key its parent holds it; the elements of an array all carry the array's key
//   start   of a node: its "span", as SWC counts it, or 0 where SWC writes none;
//   end     of a string or number: the range of its text in the input, without quotes
//   parent  number of the parent's record, 0xffffffff for the root
//   next    number of the record after the last descendant: the next sibling, if there is one
//   ctxt    the scope in which SWC resolved a name; 0 where there is none
//
// A key whose value is null or false has no record, so absent means null or false; an empty array has none either.
//
// Names table: a header of 16 bytes, then (mask + 1) entries of 16 bytes, at most half of them used, addressed
// by the upper half of a name's hash with linear probing. The whole name is hashed to 64 bits, and whoever
// writes the table makes sure that no two names share a hash, so names themselves need not be compared.
//
//      header  | u32 mask | u32 unknown names met | u32 start | u32 end of the last one in the input |
//      entry   | u64 hash, 0 when free            | u16 kind | u16 field | u32 unused               |
//
// Complexity: one pass, O(input bytes); strings are skipped 16 bytes at a time. Memory: the records, no scratch.
// No stack either: on `}` the field and the parent are read back from the record that closes.
//
// Returns the number of records, STATUS_OUTPUT_TOO_SMALL when there were more than `capacity`, or STATUS_MALFORMED.

import { hashName } from './hash-name';
import { STATUS_MALFORMED, STATUS_OUTPUT_TOO_SMALL } from './status';

// Kinds that are no type of SWC's. src/syntax/generated/kinds.ts repeats them; a test holds the two together.
const STRING: u32 = 1;
/** An object without "type": an argument or array element `{spread, expression}`, or a span beside another. */
const GROUP: u32 = 2;
const TRUE: u32 = 3;
/** A null among the elements of an array. */
const HOLE: u32 = 4;
const NUMBER: u32 = 5;

/** The field of the tree itself. */
const ROOT_FIELD: u32 = 1 << 16;
const NONE: u32 = 0xffffffff;
const RECORD: usize = 24;

const QUOTE: u32 = 0x22;
const COMMA: u32 = 0x2c;
const COLON: u32 = 0x3a;
/** `"span":{` */
const SPAN: u64 = 0x7b3a226e61707322;
/** `"ctxt":` */
const SCOPE: u64 = 0x003a227478746322;

/** The position of the quote that ends a string, or `end` and beyond when there is none. */
@inline
function endOfString(start: usize, end: usize): usize {
  let p = start;
  while (p < end) {
    const block = v128.load(p);
    const special = i8x16.bitmask(v128.or(i8x16.eq(block, i8x16.splat(0x22)), i8x16.eq(block, i8x16.splat(0x5c))));
    if (special == 0) {
      p += 16;
      continue;
    }
    p += <usize>ctz(special);
    if (load<u8>(p) == QUOTE) return p;
    p += 2; // a backslash and whatever it escapes
  }
  return end;
}

/** The entry's kind (low half) and field (high half); 0 for a name that is not in the table, which is noted. */
@inline
function lookUp(names: usize, start: usize, end: usize, input: usize): u32 {
  const mask = load<u32>(names);
  const hash = hashName(start, end);
  let slot = <u32>(hash >> 32) & mask;
  while (true) {
    const entry = names + 16 + (<usize>slot << 4);
    const found = load<u64>(entry);
    if (found == hash) return load<u32>(entry, 8);
    if (found == 0) break;
    slot = (slot + 1) & mask;
  }
  store<u32>(names, load<u32>(names, 4) + 1, 4);
  store<u32>(names, <u32>(start - input), 8);
  store<u32>(names, <u32>(end - input), 12);
  return 0;
}

@inline
function write(record: usize, kindAndField: u32, start: u32, end: u32, parent: u32, next: u32): void {
  store<u32>(record, kindAndField);
  store<u32>(record, start, 4);
  store<u32>(record, end, 8);
  store<u32>(record, parent, 12);
  store<u32>(record, next, 16);
  store<u32>(record, 0, 20);
}

@inline
function isDigit(byte: u32): bool {
  return byte - 48 < 10;
}

export function tape(input: usize, length: u32, output: usize, capacity: u32, names: usize): i32 {
  const end = input + length;
  let p = input;
  let count: u32 = 0;
  let parent: u32 = NONE;
  let field: u32 = ROOT_FIELD;
  store<u32>(names, 0, 4);
  // {"program":
  if (load<u64>(p) == 0x6172676f7270227b && load<u32>(p, 7) == 0x3a226d61) p += 11;

  while (p < end) {
    const byte = <u32>load<u8>(p);
    if (byte == COMMA) {
      p++;
      continue;
    }
    if (byte == QUOTE) {
      const word = load<u64>(p);
      if (word == SPAN && parent != NONE) {
        // "span":{"start":N,"end":M} goes into the parent's own record
        const record = output + <usize>parent * RECORD;
        let value: u32 = 0;
        p += 16;
        for (let digit = <u32>load<u8>(p); isDigit(digit); digit = <u32>load<u8>(++p)) value = value * 10 + digit - 48;
        store<u32>(record, value, 4);
        value = 0;
        p += 7;
        for (let digit = <u32>load<u8>(p); isDigit(digit); digit = <u32>load<u8>(++p)) value = value * 10 + digit - 48;
        store<u32>(record, value, 8);
        p++;
        continue;
      }
      if ((word & 0x00ffffffffffffff) == SCOPE && parent != NONE) {
        // "ctxt":N likewise
        let value: u32 = 0;
        p += 7;
        for (let digit = <u32>load<u8>(p); isDigit(digit); digit = <u32>load<u8>(++p)) value = value * 10 + digit - 48;
        store<u32>(output + <usize>parent * RECORD, value + 1, 20);
        continue;
      }
      const start = p + 1;
      const close = endOfString(start, end);
      if (close >= end) return STATUS_MALFORMED;
      p = close + 1;
      if (load<u8>(p) != COLON) {
        if (count == capacity) return STATUS_OUTPUT_TOO_SMALL;
        write(output + <usize>count * RECORD, STRING | field, <u32>(start - input), <u32>(close - input), parent, count + 1);
        count++;
        continue;
      }
      p++;
      // Half of all keys hold null or false: their names need not even be looked up.
      const first = <u32>load<u8>(p);
      if (first == 0x6e) p += 4;
      else if (first == 0x66) p += 5;
      else field = lookUp(names, start, close, input) & 0xffff0000;
      continue;
    }
    if (byte == 0x7b) {
      if (count == capacity) return STATUS_OUTPUT_TOO_SMALL;
      p++;
      let kind = GROUP;
      // "type":"
      if (load<u64>(p) == 0x223a226570797422) {
        const start = p + 8;
        const close = endOfString(start, end);
        if (close >= end) return STATUS_MALFORMED;
        p = close + 1;
        kind = lookUp(names, start, close, input) & 0xffff;
      }
      write(output + <usize>count * RECORD, kind | field, 0, 0, parent, 0);
      parent = count++;
      continue;
    }
    if (byte == 0x7d) {
      if (parent == NONE) return STATUS_MALFORMED;
      p++;
      const record = output + <usize>parent * RECORD;
      store<u32>(record, count, 16);
      field = load<u32>(record) & 0xffff0000;
      parent = load<u32>(record, 12);
      if (parent == NONE) return <i32>count; // the tree is closed; SWC's copy of the source follows
      continue;
    }
    if (byte == 0x66) {
      p += 5; // false, in an array
      continue;
    }
    if (byte == 0x6e) {
      p += 4; // null, in an array
      if (count == capacity) return STATUS_OUTPUT_TOO_SMALL;
      write(output + <usize>count * RECORD, HOLE | field, 0, 0, parent, count + 1);
      count++;
      continue;
    }
    if (byte == 0x74) {
      p += 4; // true
      if (count == capacity) return STATUS_OUTPUT_TOO_SMALL;
      write(output + <usize>count * RECORD, TRUE | field, 0, 0, parent, count + 1);
      count++;
      continue;
    }
    if (isDigit(byte) || byte == 0x2d) {
      const start = p++;
      for (let next = <u32>load<u8>(p); isDigit(next) || next == 0x2e || (next | 0x20) == 0x65 || next == 0x2b || next == 0x2d; ) {
        next = <u32>load<u8>(++p);
      }
      if (count == capacity) return STATUS_OUTPUT_TOO_SMALL;
      write(output + <usize>count * RECORD, NUMBER | field, <u32>(start - input), <u32>(p - input), parent, count + 1);
      count++;
      continue;
    }
    p++; // a bracket
  }
  return STATUS_MALFORMED;
}
