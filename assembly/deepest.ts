// How many brackets of a source are open at the deepest place, not counting those in strings, comments, template text and
// regular expressions. src/syntax/prescan.ts says what for.
//
// Where a regular expression begins is guessed from the character before it: `return /[(]/` is taken for a division, whose
// brackets are then counted. A string ends at the end of its line at the latest, so a wrong guess does not carry on.
//
// Input: UTF-8, of which only ASCII is seen, followed by a byte of zero. `templates`: a stack with a word for each template
// whose `${…}` we are inside, the depth outside of it; room for a word for every second byte of the source is enough.
//
// Complexity: one pass, and at most 1,024 bytes more for a slash. Stops as soon as `limit` is passed.

const QUOTE: u32 = 0x22;
const DOLLAR: u32 = 0x24;
const APOSTROPHE: u32 = 0x27;
const OPEN_ROUND: u32 = 0x28;
const CLOSE_ROUND: u32 = 0x29;
const STAR: u32 = 0x2a;
const SLASH: u32 = 0x2f;
const NEWLINE: u32 = 0x0a;
const LESS: u32 = 0x3c;
const OPEN_SQUARE: u32 = 0x5b;
const BACKSLASH: u32 = 0x5c;
const CLOSE_SQUARE: u32 = 0x5d;
const UNDERSCORE: u32 = 0x5f;
const BACKTICK: u32 = 0x60;
const OPEN_CURLY: u32 = 0x7b;
const CLOSE_CURLY: u32 = 0x7d;

/** What goes on for longer is taken for divisions: to look for the end of each at the end of a long line would be quadratic. */
const LONGEST_REGEX: usize = 1024;

@inline
function opens(byte: u32): bool {
  return byte == OPEN_ROUND || byte == OPEN_SQUARE || byte == OPEN_CURLY;
}

@inline
function closes(byte: u32): bool {
  return byte == CLOSE_ROUND || byte == CLOSE_SQUARE || byte == CLOSE_CURLY;
}

/** After these a slash divides (or closes a JSX tag); after anything else it begins a regular expression. */
@inline
function endsOperand(byte: u32): bool {
  const letter = byte | 0x20;
  if ((letter >= 0x61 && letter <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || closes(byte)) return true;
  return byte == QUOTE || byte == APOSTROPHE || byte == BACKTICK || byte == UNDERSCORE || byte == DOLLAR || byte == LESS;
}

export function deepest(source: usize, length: u32, limit: u32, templates: usize): u32 {
  const end = source + length;
  let depth: u32 = 0;
  let maximum: u32 = 0;
  let top = templates;
  let before: u32 = 0;
  let p = source;
  while (p < end && maximum <= limit) {
    const byte = <u32>load<u8>(p);
    if (byte == BACKTICK || (byte == CLOSE_CURLY && top > templates && depth == load<u32>(top - 4) + 1)) {
      if (byte == CLOSE_CURLY) {
        top -= 4;
        depth--;
      }
      before = BACKTICK;
      p = endOfTemplateText(p + 1, end);
      if (p <= end && load<u8>(p - 1) == OPEN_CURLY) {
        store<u32>(top, depth++);
        top += 4;
        maximum = max(maximum, depth);
        before = OPEN_CURLY;
      }
      continue;
    }
    if (opens(byte)) {
      maximum = max(maximum, ++depth);
    } else if (closes(byte)) {
      if (depth > 0) depth--;
    } else if (byte == QUOTE || byte == APOSTROPHE) {
      p = endOfString(p, end);
    } else if (byte == SLASH) {
      const after = endOfCommentOrRegex(p, end, before);
      if (after > p) {
        p = after;
        continue;
      }
    }
    if (byte > 0x20) before = byte;
    p++;
  }
  return maximum;
}

/** Behind the backtick that closes the text, or behind the `${` that interrupts it; beyond `end` when neither comes. */
function endOfTemplateText(from: usize, end: usize): usize {
  for (let p = from; p < end; p++) {
    const byte = <u32>load<u8>(p);
    if (byte == BACKSLASH) p++;
    else if (byte == BACKTICK) return p + 1;
    else if (byte == DOLLAR && load<u8>(p + 1) == OPEN_CURLY) return p + 2;
  }
  return end + 1;
}

/** The closing quote, or the last character of the line. */
function endOfString(start: usize, end: usize): usize {
  const quote = load<u8>(start);
  for (let p = start + 1; p < end; p++) {
    const byte = <u32>load<u8>(p);
    if (byte == BACKSLASH) p++;
    else if (byte == quote) return p;
    else if (byte == NEWLINE) return p - 1;
  }
  return end;
}

/** Where code goes on after the comment or regular expression at `start`; `start` itself when it is a division. */
function endOfCommentOrRegex(start: usize, end: usize, before: u32): usize {
  const next = <u32>load<u8>(start + 1);
  if (next == SLASH) {
    let p = start;
    while (p < end && load<u8>(p) != NEWLINE) p++;
    return p;
  }
  if (next == STAR) {
    let p = start + 2;
    while (p < end && !(load<u8>(p) == STAR && load<u8>(p + 1) == SLASH)) p++;
    return p + 2;
  }
  if (endsOperand(before)) return start;
  let inClass = false;
  const limit = min(end, start + LONGEST_REGEX);
  for (let p = start + 1; p < limit; p++) {
    const byte = <u32>load<u8>(p);
    if (byte == NEWLINE) break;
    if (byte == BACKSLASH) p++;
    else if (byte == OPEN_SQUARE) inClass = true;
    else if (byte == CLOSE_SQUARE) inClass = false;
    else if (byte == SLASH && !inClass) return p + 1;
  }
  return start;
}
