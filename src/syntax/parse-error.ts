/** What SWC’s error text says without the source that it quotes and the native backtrace that it may carry. */
export interface ParseError {
  /** The parser's own first line, at most 200 characters. */
  readonly message: string;
  /** 1-based, the column in UTF-16 units; 0 when the text names no place. */
  readonly line: number;
  readonly column: number;
}

/**
 * Reads the text that SWC throws:
 *
 *       x Expected ';', '}' or <eof>
 *        ,-[file.ts:4:1]
 *      3 | foo(
 *      4 |   bar baz
 *        :   ^|^ ^^^
 *        :    `-- This is the expression part of an expression statement
 *
 * The column of the header is always 1; the true one is where the carets stand, those that have no remark.
 */
export function readParseError(text: string, source: Uint8Array): ParseError {
  const message = (/^\s*x (.*)$/m.exec(text)?.[1] ?? text.split('\n', 1)[0] ?? '').trim().slice(0, 200);
  const header = /^\s*,-\[.*:(\d+):\d+\]$/m.exec(text);
  if (!header) return { message, line: 0, column: 0 };
  const line = Number(header[1]);
  const row = new RegExp(`^ *${line} \\|.*\\n( *: )(.*[\\^].*)$`, 'm').exec(text.slice(header.index));
  if (!row) return { message, line, column: 1 };
  const carets = [...(row[2] ?? '').matchAll(/[\^|]+/g)];
  const shown = (carets.find(([run]) => !run.includes('|')) ?? carets[0])?.index ?? 0;
  return { message, line, column: columnShownAt(lineOf(source, line), shown) + 1 };
}

/** Tabs are shown as spaces up to the next multiple of this. */
const TAB_STOP = 4;
/** Characters that take two places in a terminal: close enough to point at the right word. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** The 0-based UTF-16 column of what is shown at that place of a terminal. */
function columnShownAt(line: string, wanted: number): number {
  let place = 0;
  let column = 0;
  for (const character of line) {
    if (place >= wanted) break;
    place += character === '\t' ? TAB_STOP - (place % TAB_STOP) : WIDE.test(character) ? 2 : 1;
    column += character.length;
  }
  return column;
}

function lineOf(source: Uint8Array, line: number): string {
  let start = 0;
  for (let passed = 1; passed < line; passed++) {
    const newline = source.indexOf(0x0a, start);
    if (newline < 0) return '';
    start = newline + 1;
  }
  const end = source.indexOf(0x0a, start);
  return new TextDecoder().decode(source.subarray(start, end < 0 ? source.length : end));
}
