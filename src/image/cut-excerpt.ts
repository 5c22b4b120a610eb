import { EXCERPT_BYTES_MAX, EXCERPT_LINES_MAX } from '../base/excerpt-window.ts';
import type { ExcerptBlock } from './read-excerpt-block.ts';
import type { Excerpt } from './reader.ts';

const encoder = new TextEncoder();

/**
 * The lines of a declaration as far as the limits of an excerpt go, without the indentation that they share; null when its first line is not kept.
 * @param first @param last lines of the source, 1-based, both included
 */
export function cutExcerpt(block: ExcerptBlock, first: number, last: number): Excerpt | null {
  const lines: string[] = [];
  let bytes = 0;
  for (let number = first; number <= last && lines.length < EXCERPT_LINES_MAX; number++) {
    const line = block.line(number);
    if (line === undefined) break;
    bytes += encoder.encode(line).length + 1;
    if (bytes > EXCERPT_BYTES_MAX && lines.length > 0) break;
    lines.push(line);
  }
  if (lines.length === 0) return null;
  return { text: dedented(lines).join('\n'), startLine: first, omittedLines: last - first + 1 - lines.length };
}

function dedented(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => /\S/.test(line)).map((line) => /^[ \t]*/.exec(line)?.[0] ?? '');
  const shared = indents.reduce((a, b) => a.slice(0, sharedLength(a, b)), indents[0] ?? '');
  // A line of white space may have less of it.
  return lines.map((line) => (line.startsWith(shared) ? line.slice(shared.length) : line.trimStart()));
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
