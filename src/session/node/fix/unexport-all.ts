import type { UnusedResult } from '../../../queries/registry.ts';
import { unexport } from './unexport.ts';
import { type LineEdit, linesOf } from './unified-diff.ts';

type SymbolFinding = UnusedResult['exports'][number];

/**
 * Takes names out of what a module exports, one after the other, each of them checked: the module exports what it did, but for that name.
 * @returns the edits, and the ids of what could not be taken out
 */
export function unexportAll(
  path: string,
  text: string,
  findings: readonly SymbolFinding[],
  exportsOf: (path: string, text: string) => readonly string[] | null,
): { edits: LineEdit[]; kept: string[] } {
  const original = linesOf(text);
  // Null for a line that goes; lines keep their numbers until the end.
  let now: readonly (string | null)[] = original;
  const asText = (lines: readonly (string | null)[]): string => lines.map((line) => line ?? '').join('\n');
  let exported = exportsOf(path, text);
  const kept: string[] = [];
  for (const { id, name, location } of findings) {
    const [line, column] = [location.line - 1, location.column - 1];
    const local = (original[line] ?? '').slice(column, location.endColumn - 1);
    const view = now.map((one) => one ?? '');
    // What was taken off the beginning of its line has moved the name.
    const shift = (original[line] ?? '').length - (view[line] ?? '').length;
    const edit = unexport(view, { line, column: column - shift, local, name });
    const next =
      edit && now.map((one, at) => (at < edit.start || at >= edit.start + edit.count ? one : replaced(edit, at)));
    const after = next && exportsOf(path, asText(next));
    if (next && after && exported && isWithout(exported, after, name)) {
      now = next;
      exported = after;
    } else kept.push(id);
  }
  const edits = now.flatMap((line, start): LineEdit[] =>
    line === original[start] ? [] : [{ start, count: 1, lines: line === null ? [] : line.split('\n') }],
  );
  return { edits, kept };
}

/** All new lines stand in the place of the first old one. */
function replaced({ start, lines }: LineEdit, at: number): string | null {
  return at === start && lines.length > 0 ? lines.join('\n') : null;
}

function isWithout(before: readonly string[], after: readonly string[], name: string): boolean {
  const wanted = before.filter((one) => one !== name);
  return (
    wanted.length === before.length - 1 &&
    wanted.length === after.length &&
    wanted.every((one, at) => one === after[at])
  );
}
