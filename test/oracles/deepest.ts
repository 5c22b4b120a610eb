/** The naive twin of assembly/deepest.ts. */

const QUOTE = 0x22;
const DOLLAR = 0x24;
const APOSTROPHE = 0x27;
const STAR = 0x2a;
const SLASH = 0x2f;
const NEWLINE = 0x0a;
const LESS = 0x3c;
const OPEN_SQUARE = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_SQUARE = 0x5d;
const BACKTICK = 0x60;
const OPEN_CURLY = 0x7b;
const CLOSE_CURLY = 0x7d;

const OPENING = flags('([{');
const CLOSING = flags(')]}');
/** After these a slash divides (or closes a JSX tag); after anything else it begins a regular expression. */
const ENDS_OPERAND = flags(')]}"\'`_$<0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ');

function flags(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

/** How many brackets are open at the deepest place; stops counting as soon as the limit is passed. */
export function deepest(source: Uint8Array, limit: number): number {
  let depth = 0;
  let maximum = 0;
  /** For each template whose `${…}` we are inside: the depth outside of it. */
  const templates: number[] = [];
  let before = 0;
  let at = 0;
  while (at < source.length && maximum <= limit) {
    const byte = source[at] as number;
    if (OPENING[byte] === 1) {
      maximum = Math.max(maximum, ++depth);
    } else if (byte === CLOSE_CURLY && templates.length > 0 && depth - 1 === templates.at(-1)) {
      templates.pop();
      depth--;
      at = skipTemplateText(at + 1);
      continue;
    } else if (CLOSING[byte] === 1) {
      depth = Math.max(0, depth - 1);
    } else if (byte === QUOTE || byte === APOSTROPHE) {
      at = endOfString(source, at);
    } else if (byte === BACKTICK) {
      at = skipTemplateText(at + 1);
      continue;
    } else if (byte === SLASH) {
      const end = endOfCommentOrRegex(source, at, before);
      if (end > at) {
        at = end;
        continue;
      }
    }
    if (byte > 0x20) before = byte;
    at++;
  }
  return maximum;

  /** Returns where code goes on: after the closing backtick, or inside `${`, which is then open. */
  function skipTemplateText(from: number): number {
    before = BACKTICK;
    for (let end = from; end < source.length; end++) {
      const byte = source[end];
      if (byte === BACKSLASH) end++;
      else if (byte === BACKTICK) return end + 1;
      else if (byte === DOLLAR && source[end + 1] === OPEN_CURLY) {
        templates.push(depth);
        maximum = Math.max(maximum, ++depth);
        before = OPEN_CURLY;
        return end + 2;
      }
    }
    return source.length;
  }
}

/** The closing quote, or the last character of the line. */
function endOfString(source: Uint8Array, start: number): number {
  for (let at = start + 1; at < source.length; at++) {
    const byte = source[at];
    if (byte === BACKSLASH) at++;
    else if (byte === source[start]) return at;
    else if (byte === NEWLINE) return at - 1;
  }
  return source.length;
}

/** What goes on for longer is taken for divisions: to look for the end of each at the end of a long line would be quadratic. */
const LONGEST_REGEX = 1_024;

/** Where code goes on after the comment or regular expression at `start`; `start` itself when it is a division. */
function endOfCommentOrRegex(source: Uint8Array, start: number, before: number): number {
  const next = source[start + 1];
  if (next === SLASH) return indexOrEnd(source, source.indexOf(NEWLINE, start));
  if (next === STAR) {
    let at = start + 2;
    while (at < source.length && !(source[at] === STAR && source[at + 1] === SLASH)) at++;
    return at + 2;
  }
  if (ENDS_OPERAND[before] === 1 || before === LESS) return start;
  let inClass = false;
  const end = Math.min(source.length, start + LONGEST_REGEX);
  for (let at = start + 1; at < end && source[at] !== NEWLINE; at++) {
    const byte = source[at];
    if (byte === BACKSLASH) at++;
    else if (byte === OPEN_SQUARE) inClass = true;
    else if (byte === CLOSE_SQUARE) inClass = false;
    else if (byte === SLASH && !inClass) return at + 1;
  }
  return start;
}

function indexOrEnd(source: Uint8Array, index: number): number {
  return index < 0 ? source.length : index;
}
