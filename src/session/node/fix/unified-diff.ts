/** New lines in the place of old ones: `count` old lines from `start` on, counted from 0. */
export interface LineEdit {
  readonly start: number;
  readonly count: number;
  readonly lines: readonly string[];
}

/** Unchanged lines around a change, as git prints them. */
const CONTEXT = 3;

/**
 * A change of one file as `git apply` takes it. https://git-scm.com/docs/diff-format
 * @param text of the file before; carriage returns stay in their lines
 * @param edits ascending, not touching each other
 */
export function changedFile(path: string, text: string, edits: readonly LineEdit[]): string {
  const before = linesOf(text);
  const hunks: string[] = [];
  let shift = 0;
  for (let at = 0; at < edits.length; ) {
    const group: LineEdit[] = [];
    let end = 0;
    for (let edit = edits[at]; edit && (group.length === 0 || edit.start - end <= 2 * CONTEXT); edit = edits[at]) {
      group.push(edit);
      end = edit.start + edit.count;
      at++;
    }
    const first = Math.max(0, (group[0]?.start ?? 0) - CONTEXT);
    const last = Math.min(before.length, end + CONTEXT);
    const body: string[] = [];
    let line = first;
    for (const edit of group) {
      body.push(
        ...before.slice(line, edit.start).map(kept),
        ...before.slice(edit.start, edit.start + edit.count).map(gone),
      );
      body.push(...edit.lines.map((one) => `+${one}`));
      line = edit.start + edit.count;
    }
    body.push(...before.slice(line, last).map(kept));
    const change = group.reduce((sum, { lines, count }) => sum + lines.length - count, 0);
    const [oldCount, newCount] = [last - first, last - first + change];
    hunks.push(`@@ -${range(first, oldCount)} +${range(first + shift, newCount)} @@`, ...body);
    // The mark belongs to the last line, wherever that stands.
    if (last === before.length && !text.endsWith('\n')) markMissingNewline(hunks);
    shift += change;
  }
  return [`diff --git a/${path} b/${path}`, `--- a/${path}`, `+++ b/${path}`, ...hunks, ''].join('\n');
}

/** @param mode as git writes it: `100644`, `100755` */
export function deletedFile(path: string, text: string, mode: string): string {
  const lines = linesOf(text);
  const header = [`diff --git a/${path} b/${path}`, `deleted file mode ${mode}`];
  if (lines.length === 0) return [...header, ''].join('\n');
  const end = text.endsWith('\n') ? [] : [NO_NEWLINE];
  const hunk = [`--- a/${path}`, '+++ /dev/null', `@@ -${range(0, lines.length)} +0,0 @@`];
  return [...header, ...hunk, ...lines.map(gone), ...end, ''].join('\n');
}

const NO_NEWLINE = '\\ No newline at end of file';
const kept = (line: string): string => ` ${line}`;
const gone = (line: string): string => `-${line}`;
const range = (start: number, count: number): string => `${count === 0 ? start : start + 1},${count}`;

/** Without the end of the last one. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** The last old and the last new line are one when it is kept. */
function markMissingNewline(hunks: string[]): void {
  const last = hunks.at(-1) ?? '';
  if (last.startsWith('+')) {
    const removed = hunks.findLastIndex((line) => line.startsWith('-'));
    if (removed >= 0) hunks.splice(removed + 1, 0, NO_NEWLINE);
  }
  hunks.push(NO_NEWLINE);
}
