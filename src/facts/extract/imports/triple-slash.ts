import type { ImportSites } from './import-sites.ts';

// One `\s` and not several: with a repetition before another that takes spaces too, a line of nothing else is quadratic.
const REFERENCE = /^\/\/\/\s*<reference\s[^>]*>/;
const ATTRIBUTE = /\b(?:path|types)\s*=\s*(["'])(.*?)\1/;

/**
 * `/// <reference path="./globals.d.ts" />` and `/// <reference types="node" />`, which count only among the comments
 * before the first statement.
 */
export function findTripleSlash(source: Uint8Array, sites: ImportSites): void {
  const end = endOfHead(source);
  if (end === 0) return;
  // Latin-1 has a character for every byte, so that positions in the text are positions in the source.
  const head = Buffer.from(source.buffer, source.byteOffset, end);
  let lineStart = 0;
  for (const line of head.toString('latin1').split('\n')) {
    const attribute = REFERENCE.test(line.trimStart()) ? ATTRIBUTE.exec(line) : null;
    if (attribute) {
      const literalEnd = lineStart + attribute.index + attribute[0].length;
      const specifierStart = literalEnd - 1 - (attribute[2] ?? '').length;
      const specifier = head.toString('utf8', specifierStart, literalEnd - 1);
      sites.add('triple-slash', specifier, specifierStart - 1, literalEnd, 0);
    }
    lineStart += line.length + 1;
  }
}

const NEWLINE = 0x0a;
const HASH = 0x23;
const STAR = 0x2a;
const SLASH = 0x2f;

/** Where the first token stands; 0 when no line before it begins with three slashes. */
function endOfHead(source: Uint8Array): number {
  let found = false;
  let at = 0;
  if (source[0] === HASH) at = endOfLine(source, 0);
  while (at < source.length) {
    if ((source[at] as number) <= 0x20) at++;
    else if (source[at] === SLASH && source[at + 1] === SLASH) {
      found ||= source[at + 2] === SLASH;
      at = endOfLine(source, at);
    } else if (source[at] === SLASH && source[at + 1] === STAR) at = endOfBlockComment(source, at);
    else break;
  }
  return found ? Math.min(at, source.length) : 0;
}

function endOfLine(source: Uint8Array, from: number): number {
  const newline = source.indexOf(NEWLINE, from);
  return newline < 0 ? source.length : newline;
}

function endOfBlockComment(source: Uint8Array, from: number): number {
  let at = from + 2;
  while (at < source.length && !(source[at] === STAR && source[at + 1] === SLASH)) at++;
  return at + 2;
}
