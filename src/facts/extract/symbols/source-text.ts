import type { Redactor } from '../../redact/redactor-of.ts';

/** In UTF-16 units. */
const LONGEST_SIGNATURE = 400;
const LONGEST_DOC = 2000;
/** In bytes: on a line of a megabyte, looking for its start before each declaration would be quadratic. */
const LONGEST_LINE = 1000;

const SPACE = 0x20;
const SLASH = 0x2f;
const STAR = 0x2a;
const NEWLINE = 0x0a;

/** Comments, and the strings in which what looks like one is none. */
const COMMENT = /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;

/** White space that is not a single blank. */
const SPACES = /[^\S ]| {2}/;

/** The text of a piece of source, for which a view of its bytes is made once. */
export class SourceText {
  private bytes: Buffer = Buffer.alloc(0);
  /** All names of a pattern have the same comment. */
  private lastOffset = -1;
  private lastDoc = '';

  private redactor: Redactor | null = null;

  load(source: Uint8Array, redactor: Redactor | null): void {
    this.redactor = redactor;
    this.bytes = Buffer.from(source.buffer, source.byteOffset, source.length);
    this.lastOffset = -1;
  }

  slice(start: number, end: number): string {
    return this.bytes.toString('utf8', start, end);
  }

  byteAt(offset: number): number {
    return this.bytes[offset] ?? 0;
  }

  /** Pieces of the source on one line, without comments; cut with `…` where it gets long. */
  printed(start: number, end: number): string {
    // Of a literal of megabytes not more is decoded than can be kept; white space may take some of it.
    const text = this.redacted(start, Math.min(end, start + LONGEST_SIGNATURE * 8));
    const code = text.includes('/') ? text.replace(COMMENT, (_, literal?: string) => literal ?? ' ') : text;
    const line = SPACES.test(code) ? code.replace(/\s+/g, ' ') : code;
    return cut(line.replace(/(?:=>|[ ;,])+$/, '').trim(), LONGEST_SIGNATURE);
  }

  /**
   * The doc comment that ends directly before a byte, without its stars; '' when there is none. Line comments between the two
   * (`// eslint-disable-next-line`) are passed over.
   */
  docBefore(offset: number): string {
    if (offset !== this.lastOffset) {
      this.lastOffset = offset;
      this.lastDoc = this.findDocBefore(offset);
    }
    return this.lastDoc;
  }

  private findDocBefore(offset: number): string {
    let end = this.skipSpaceBefore(offset);
    for (let line = this.lineCommentBefore(end); line >= 0; line = this.lineCommentBefore(end)) {
      end = this.skipSpaceBefore(line);
    }
    if (this.byteAt(end - 1) !== SLASH || this.byteAt(end - 2) !== STAR) return '';
    const start = this.bytes.lastIndexOf('/*', end - 3);
    if (start < 0 || this.byteAt(start + 2) !== STAR || start + 4 >= end) return '';
    const text = this.redacted(start + 3, Math.min(end - 2, start + LONGEST_DOC * 8));
    const lines = text.split('\n').map((line) => line.replace(/^\s*\*? ?/, '').trimEnd());
    return cut(lines.join('\n').trim(), LONGEST_DOC);
  }

  /** Before anything is cut or put together: half a secret is found by no rule. */
  private redacted(start: number, end: number): string {
    const text = this.slice(start, end);
    return this.redactor ? this.redactor.redact(text) : text;
  }

  private skipSpaceBefore(offset: number): number {
    let end = offset;
    while (end > 0 && this.byteAt(end - 1) <= SPACE) end--;
    return end;
  }

  /** Where the line comment begins that is all there is on the line which ends at `end`; -1 when it is none. */
  private lineCommentBefore(end: number): number {
    if (end === 0 || this.byteAt(end - 1) === SLASH) return -1;
    let start = end;
    while (start > 0 && this.bytes[start - 1] !== NEWLINE) if (end - --start > LONGEST_LINE) return -1;
    while (start < end && this.byteAt(start) <= SPACE) start++;
    return this.byteAt(start) === SLASH && this.byteAt(start + 1) === SLASH ? start : -1;
  }
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // Not between the halves of a surrogate pair.
  return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
