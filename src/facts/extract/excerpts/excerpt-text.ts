import { EXCERPT_LINE_MAX } from '../../../base/excerpt-window.ts';
import type { LineTable } from '../../../syntax/line-table.ts';
import type { Redactor } from '../../redact/redactor-of.ts';
import type { LineRange } from './kept-lines.ts';

/** Of a line only so much is looked through for secrets: what begins in the part that is kept has its end, or is one without it. */
const LINE_LOOKED_AT = 4000;
/** At the end of a line that goes on in the source. */
const CUT_MARK = '… [line cut]';

const encoder = new TextEncoder();

/**
 * The text of ranges of lines one after the other, in UTF-8, each line with its `\n`: in parts, without secrets, and long lines cut. Redacted first and cut then: half
 * a secret is found by no rule.
 */
export function excerptText(
  source: Uint8Array,
  ranges: readonly LineRange[],
  lines: LineTable,
  redactor: Redactor | null,
): readonly Uint8Array[] {
  const parts: Uint8Array[] = [];
  let isPlain = !redactor?.found;
  for (const range of ranges) {
    const [start, end] = [lines.startOf(range.first), lines.startOf(range.end)];
    parts.push(source.subarray(start, end));
    if (start === end || source[end - 1] !== NEWLINE) parts.push(LINE_END);
    isPlain &&= hasShortLines(range, lines);
  }
  if (isPlain) return parts;
  const text = Buffer.concat(parts)
    .toString('utf8')
    .split('\n')
    .map((line) => line.slice(0, LINE_LOOKED_AT))
    .join('\n');
  return [encoder.encode((redactor ? redactor.redact(text) : text).split('\n').map(cut).join('\n'))];
}

const NEWLINE = 0x0a;
const LINE_END = Uint8Array.of(NEWLINE);

function hasShortLines({ first, end }: LineRange, lines: LineTable): boolean {
  for (let line = first; line < end; line++) {
    if (lines.startOf(line + 1) - lines.startOf(line) > EXCERPT_LINE_MAX) return false;
  }
  return true;
}

const cut = (line: string): string =>
  line.length > EXCERPT_LINE_MAX ? `${line.slice(0, EXCERPT_LINE_MAX)}${CUT_MARK}` : line;
