import { endOfBraces, endOfTemplate } from './skip-code.ts';

/** An opening tag; positions are those of the text. */
export interface Tag {
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly selfClosing: boolean;
  /** After its `>`. */
  readonly end: number;
}

export interface Attribute {
  readonly name: string;
  /** Null when it has none, or one that is an expression. */
  readonly value: string | null;
  /** Of the value, its quotes included. */
  readonly start: number;
  readonly end: number;
}

/** Where expressions in braces can stand in a tag: nowhere, as values (`class={a}`), or inside quoted values too. */
export type TagExpressions = 'none' | 'values' | 'everywhere';

export const startsTag = (text: string, at: number): boolean => /[a-z]/i.test(text[at + 1] ?? '');

/** Reads the opening tag at `at`. One that never ends reaches to the end of the text. */
export function readTag(text: string, at: number, expressions: TagExpressions): Tag {
  let end = at + 1;
  while (end < text.length && !/[\s/>{]/.test(text[end] as string)) end++;
  const name = text.slice(at + 1, end);
  const attributes: Attribute[] = [];
  while (end < text.length) {
    const character = text[end] as string;
    if (character === '>') return { name, attributes, selfClosing: text[end - 1] === '/', end: end + 1 };
    if (character === '{' && expressions !== 'none') end = orEnd(text, endOfBraces(text, end + 1));
    else if (/[\s/=]/.test(character)) end++;
    else {
      const attribute = readAttribute(text, end, expressions);
      attributes.push(attribute);
      end = attribute.end;
    }
  }
  return { name, attributes, selfClosing: false, end: text.length };
}

/** The text of an attribute; null when it is absent or an expression. */
export function attributeText(tag: Tag, name: string): string | null {
  return tag.attributes.find((attribute) => attribute.name === name)?.value ?? null;
}

function readAttribute(text: string, at: number, expressions: TagExpressions): Attribute {
  let nameEnd = at;
  while (nameEnd < text.length && !/[\s/>=]/.test(text[nameEnd] as string)) nameEnd++;
  const name = text.slice(at, nameEnd);
  let start = skipSpace(text, nameEnd);
  if (text[start] !== '=') return { name, value: null, start: nameEnd, end: nameEnd };
  start = skipSpace(text, start + 1);
  const quote = text[start] ?? '';
  if (quote === '"' || quote === "'") {
    const close = endOfQuoted(text, start, expressions === 'everywhere');
    return { name, value: text.slice(start + 1, close - 1), start, end: close };
  }
  if (expressions !== 'none' && quote === '{')
    return { name, value: null, start, end: orEnd(text, endOfBraces(text, start + 1)) };
  if (expressions === 'values' && quote === '`') return { name, value: null, start, end: endOfTemplate(text, start) };
  let end = start;
  while (end < text.length && !/[\s>]/.test(text[end] as string)) {
    end = expressions !== 'none' && text[end] === '{' ? orEnd(text, endOfBraces(text, end + 1)) : end + 1;
  }
  return { name, value: text.slice(start, end), start, end };
}

function endOfQuoted(text: string, start: number, hasExpressions: boolean): number {
  if (!hasExpressions) {
    const close = text.indexOf(text[start] as string, start + 1);
    return close < 0 ? text.length : close + 1;
  }
  for (let at = start + 1; at < text.length; ) {
    if (text[at] === text[start]) return at + 1;
    at = text[at] === '{' ? orEnd(text, endOfBraces(text, at + 1)) : at + 1;
  }
  return text.length;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] as string)) at++;
  return at;
}

const orEnd = (text: string, position: number): number => (position < 0 ? text.length : position);
