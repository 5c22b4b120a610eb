// What stands behind the words of marks.ts, as the patterns of src/facts/redact/ say it for bytes that are read as Latin-1; each may let through more than
// its pattern. The zeros behind a source end everything but an address, which is told where the source ends.

const FOLD: u32 = 0x20;
const ADDRESS_MAX: usize = 400;

const ENDING_MAX: usize = 12;

/** `(?:[_-]?\d{1,3}|[_-](?:prod|…))?\\{0,3}["'`]?\]?[?!]?\s{0,9}[:=,(|?!]`, with any letters behind `_` or `-` */
export function isGiven(start: usize): bool {
  let p = start;
  if (load<u8>(p) == 0x5f || load<u8>(p) == 0x2d) {
    p++;
    while (p <= start + ENDING_MAX && isLetter(<u32>load<u8>(p))) p++;
  }
  while (isDigit(<u32>load<u8>(p))) p++;
  while (p < start + ENDING_MAX + 7 && load<u8>(p) == 0x5c) p++;
  if (isQuote(<u32>load<u8>(p))) p++;
  if (load<u8>(p) == 0x5d) p++;
  if (load<u8>(p) == 0x3f || load<u8>(p) == 0x21) return true;
  const last = <u32>load<u8>(behindSpaces(p));
  return last == 0x3a || last == 0x3d || last == 0x2c || last == 0x28 || last == 0x7c || last == 0x3f || last == 0x21;
}

/** `\s{1,9}[\w.~+/-]{12}` */
export function isCredential(start: usize): bool {
  const first = behindSpaces(start);
  if (first == start) return false;
  for (let p = first; p < first + 12; p++) {
    const byte = <u32>load<u8>(p);
    const isWord = isLetter(byte) || isDigit(byte) || byte == 0x5f;
    // `+`, `-`, `.`, `/`; `,` lies among them and is let through.
    if (!isWord && !(byte >= 0x2b && byte <= 0x2f) && byte != 0x7e) return false;
  }
  return true;
}

/** `[^\s@'"`\\<>]{1,400}@`, and for spaces of other scripts more. */
export function hasAt(start: usize, end: usize): bool {
  const most = min(start + ADDRESS_MAX + 1, end);
  for (let p = start; p < most; p++) {
    const byte = <u32>load<u8>(p);
    if (byte == 0x40) return p > start;
    if (isSpace(byte) || isQuote(byte) || byte == 0x5c || byte == 0x3c || byte == 0x3e) return false;
  }
  return false;
}

/** At most nine of them. */
function behindSpaces(start: usize): usize {
  let p = start;
  while (p < start + 9 && isSpace(<u32>load<u8>(p))) p++;
  return p;
}

/** As `\s` sees bytes that are read as Latin-1. */
function isSpace(byte: u32): bool {
  return byte == 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte == 0xa0;
}

function isLetter(byte: u32): bool {
  const letter = byte | FOLD;
  return letter >= 0x61 && letter <= 0x7a;
}

function isDigit(byte: u32): bool {
  return byte >= 0x30 && byte <= 0x39;
}

function isQuote(byte: u32): bool {
  return byte == 0x22 || byte == 0x27 || byte == 0x60;
}

/** `["'`:= ]` */
export function endsShort(byte: u32): bool {
  return isQuote(byte) || byte == 0x3a || byte == 0x3d || byte == 0x20;
}
