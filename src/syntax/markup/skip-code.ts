import { ENDS_OPERAND, endOfComment, endOfRegExp, endOfString, isComment } from './literals.ts';

/**
 * Where pieces of JavaScript end that stand between markup, without parsing them: positions in a text with a character for
 * every byte (Latin-1). Every function reads on from where it is asked and never back, so that a scan stays linear.
 */

/** After the brace that closes the one which is open before `from`; -1 when it never closes. */
export function endOfBraces(text: string, from: number): number {
  const close = walkCode(text, from, (at, depth) => depth === 0 && text[at] === '}');
  return close < 0 ? -1 : close + 1;
}

/**
 * Goes over code, passing strings, templates, comments and regular expressions.
 * @param stops is asked at every other character, with the number of braces open since `from`
 * @returns where it stopped; -1 at the end of the text
 */
export function walkCode(text: string, from: number, stops: (at: number, depth: number) => boolean): number {
  let depth = 0;
  let before = '';
  for (let at = from; at < text.length; ) {
    const end = endOfLiteral(text, at, before);
    if (end > at) {
      if (!isComment(text, at)) before = '"';
      at = end;
      continue;
    }
    if (stops(at, depth)) return at;
    const character = text[at] as string;
    if (character === '{') depth++;
    else if (character === '}') depth--;
    if (character > ' ') before = character;
    at++;
  }
  return -1;
}

/**
 * The end of the string, template, comment or regular expression that begins at `at`; `at` itself when none does.
 * @param before the last character of code before it that is no space; empty at the beginning
 */
export function endOfLiteral(text: string, at: number, before: string): number {
  switch (text[at]) {
    case '"':
    case "'":
      return endOfString(text, at);
    case '`':
      return endOfTemplate(text, at);
    case '/':
      if (isComment(text, at)) return endOfComment(text, at);
      return ENDS_OPERAND.test(before) ? at : endOfRegExp(text, at);
    default:
      return at;
  }
}

/** Templates nest through their holes, as deep as anybody likes: a list of open holes, not recursion. */
export function endOfTemplate(text: string, start: number): number {
  /** For each hole that is open: the braces open inside of it. */
  const holes: number[] = [];
  let inText = true;
  let before = '';
  for (let at = start + 1; at < text.length; ) {
    const character = text[at] as string;
    if (inText) {
      at++;
      if (character === '\\') at++;
      else if (character === '`') {
        if (holes.length === 0) return at;
        inText = false;
        before = '`';
      } else if (character === '$' && text[at] === '{') {
        holes.push(0);
        inText = false;
        before = '{';
        at++;
      }
      continue;
    }
    const end = character === '`' ? at : endOfLiteral(text, at, before);
    if (end > at) {
      if (!isComment(text, at)) before = '"';
      at = end;
      continue;
    }
    const hole = holes.length - 1;
    if (character === '`') inText = true;
    else if (character === '{') holes[hole] = (holes[hole] ?? 0) + 1;
    else if (character === '}' && holes[hole] === 0) {
      holes.pop();
      inText = true;
    } else if (character === '}') holes[hole] = (holes[hole] ?? 0) - 1;
    if (character > ' ') before = character;
    at++;
  }
  return text.length;
}
