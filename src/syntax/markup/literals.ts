/** Where strings, regular expressions and comments end; all of them take time linear in their length. */

/** After these a slash divides; after anything else it begins a regular expression. */
export const ENDS_OPERAND = /[)\]}"'`\w$]/;

export const isComment = (text: string, at: number): boolean =>
  text[at] === '/' && (text[at + 1] === '/' || text[at + 1] === '*');

/** A comment in a line ends before its newline. */
export function endOfComment(text: string, at: number): number {
  const isLine = text[at + 1] === '/';
  const end = isLine ? text.indexOf('\n', at) : text.indexOf('*/', at + 2);
  return end < 0 ? text.length : end + (isLine ? 0 : 2);
}

/** A string ends at the end of its line at the latest: what was taken for one by mistake does not carry on. */
export function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === text[start]) return at + 1;
    else if (text[at] === '\n') return at;
  }
  return text.length;
}

/** It too ends with its line at the latest. Going back to the slash instead would look through a long line again and again. */
export function endOfRegExp(text: string, start: number): number {
  let inClass = false;
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '\n') return at;
    else if (text[at] === '[') inClass = true;
    else if (text[at] === ']') inClass = false;
    else if (text[at] === '/' && !inClass) return at + 1;
  }
  return text.length;
}
