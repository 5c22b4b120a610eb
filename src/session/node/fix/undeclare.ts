import { isRecord } from '../../../base/is-record.ts';
import { type LineEdit, linesOf } from './unified-diff.ts';

/** A dependency to take out, by the line on which a manifest declares it, 1-based. */
export interface Undeclared {
  readonly name: string;
  readonly line: number;
}

/**
 * Takes dependencies out of a manifest that has one a line, as all package managers write it.
 * @returns the edits, ascending, and the names that could not be taken out
 */
export function undeclare(text: string, wanted: readonly Undeclared[]): { edits: LineEdit[]; left: string[] } {
  const lines = linesOf(text);
  const gone = new Set<number>();
  const left: string[] = [];
  for (const { name, line } of wanted) {
    const isAlone =
      (lines[line - 1] ?? '').trim().startsWith(`${JSON.stringify(name)}:`) &&
      /^[^{}]*,?\s*$/.test(lines[line - 1] ?? '');
    if (isAlone) gone.add(line - 1);
    else left.push(name);
  }
  const edits: LineEdit[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (gone.has(at)) edits.push({ start: at, count: 1, lines: [] });
    else if (endsList(lines, at, gone))
      edits.push({ start: at, count: 1, lines: [(lines[at] ?? '').replace(/,(\s*)$/, '$1')] });
  }
  const merged = edits.sort((a, b) => a.start - b.start);
  return isSound(text, lines, merged) ? { edits: merged, left } : { edits: [], left: wanted.map(({ name }) => name) };
}

/** Whether the comma of a line would stand before the end of its list when others are gone. */
function endsList(lines: readonly string[], at: number, gone: ReadonlySet<number>): boolean {
  if (!/,\s*$/.test(lines[at] ?? '') || !gone.has(at + 1)) return false;
  let next = at + 1;
  while (gone.has(next)) next++;
  return /^\s*[}\]]/.test(lines[next] ?? '');
}

/** JSON before and after. */
function isSound(text: string, lines: readonly string[], edits: readonly LineEdit[]): boolean {
  const changed = [...lines];
  for (const { start, count, lines: put } of [...edits].reverse()) changed.splice(start, count, ...put);
  try {
    return isRecord(JSON.parse(text)) && isRecord(JSON.parse(changed.join('\n')));
  } catch {
    return false;
  }
}
