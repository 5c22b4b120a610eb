import { EXCERPT_BYTES_MAX, EXCERPT_LINE_MAX, EXCERPT_LINES_MAX } from '../../../base/excerpt-window.ts';
import type { LineTable } from '../../../syntax/line-table.ts';
import { DECLARATION } from '../../symbol-records.ts';

/** Lines from `first` on, 1-based, `end` exclusive. */
export interface LineRange {
  readonly first: number;
  readonly end: number;
}

/**
 * The lines of a file that excerpts of its symbols need, as ranges that ascend without touching: of the first declaration of each symbol what the limits
 * of an excerpt allow. A member within the lines of what it is a member of adds nothing.
 */
export function keptLines(declarations: Uint32Array, lines: LineTable): LineRange[] {
  const ranges: LineRange[] = [];
  // In source order, as declarations are; only what overloads and accessors leave between them can step back.
  for (let row = 0, number = 0; row < declarations.length; row += DECLARATION.WORDS, number++) {
    if (declarations[row + DECLARATION.SYMBOL] !== number) continue;
    const first = declarations[row + DECLARATION.LINE] as number;
    const end = endOfExcerpt(first, (declarations[row + DECLARATION.END_LINE] as number) + 1, lines);
    const last = ranges.at(-1);
    if (!last || first > last.end) ranges.push({ first, end });
    else if (first >= last.first) ranges[ranges.length - 1] = { first: last.first, end: Math.max(last.end, end) };
    else ranges.push({ first, end });
  }
  return ascending(ranges) ? ranges : united(ranges);
}

function endOfExcerpt(first: number, end: number, lines: LineTable): number {
  const most = Math.min(end, first + EXCERPT_LINES_MAX);
  let bytes = 0;
  for (let line = first; line < most; line++) {
    bytes += Math.min(lines.startOf(line + 1) - lines.startOf(line), EXCERPT_LINE_MAX);
    if (bytes > EXCERPT_BYTES_MAX) return Math.max(line, first + 1);
  }
  return most;
}

const ascending = (ranges: readonly LineRange[]): boolean =>
  ranges.every(({ first }, place) => place === 0 || first > (ranges[place - 1] as LineRange).end);

function united(ranges: readonly LineRange[]): LineRange[] {
  const whole: LineRange[] = [];
  for (const { first, end } of [...ranges].sort((a, b) => a.first - b.first || a.end - b.end)) {
    const last = whole.at(-1);
    if (!last || first > last.end) whole.push({ first, end });
    else whole[whole.length - 1] = { first: last.first, end: Math.max(last.end, end) };
  }
  return whole;
}
