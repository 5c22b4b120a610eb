/**
 * The lines on which the keys of a manifest stand, one and two levels deep. `JSON.parse` forgets them, and a parser that keeps them makes an object a
 * node. The text is known to be JSON.
 * @returns asked with a key, or with a key and one in its object; 1-based, 0 for what is not there
 */
export function manifestLines(text: string): (key: string, inner?: string) => number {
  const lines = new Map<string, number>();
  let line = 1;
  let depth = 0;
  let outer = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) line++;
    else if (code === BRACE || code === BRACKET) depth++;
    else if (code === BRACE_END || code === BRACKET_END) depth--;
    else if (code === QUOTE) {
      const end = endOfString(text, at);
      // In a list within the manifest an object is deeper than that, so what is not deeper is a key of ours.
      if (depth <= 2 && isKey(text, end)) {
        const key = unquoted(text.slice(at, end));
        if (depth === 1) outer = key;
        // Of a key that stands there twice, the last counts.
        lines.set(depth === 1 ? key : `${outer}\0${key}`, line);
      }
      at = end - 1;
    }
  }
  return (key, inner) => lines.get(inner === undefined ? key : `${key}\0${inner}`) ?? 0;
}

const NEWLINE = 0x0a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BRACKET = 0x5b;
const BRACKET_END = 0x5d;
const BRACE = 0x7b;
const BRACE_END = 0x7d;

/** Behind the closing quote. */
function endOfString(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && text.charCodeAt(at - 1) === BACKSLASH && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at < 0 ? text.length : at + 1;
}

/** Behind an odd number of backslashes. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text.charCodeAt(before - 1) === BACKSLASH) before--;
  return (at - before) % 2 === 1;
}

function isKey(text: string, end: number): boolean {
  let at = end;
  while (' \t\r\n'.includes(text.charAt(at)) && at < text.length) at++;
  return text.charAt(at) === ':';
}

function unquoted(quoted: string): string {
  return quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
}
