/** In lines. */
const NEAR = 4;

/**
 * Lines and columns of one source at a time. Lines end with LF (or CR LF); neither a lone CR nor U+2028 ends one, as
 * in Git and in most editors.
 */
export class LineTable {
  /** Lines of the source: a last line without a newline counts, an empty one does not. */
  count = 0;
  private source: Uint8Array = new Uint8Array();
  private starts: Uint32Array = new Uint32Array(1);
  /** The line, from 0, that was found last. */
  private lastFound = 0;
  private lastLine = 0;
  private lastOffset = 0;
  private lastColumn = 0;

  /**
   * @param source UTF-8 without a byte order mark
   * @param starts where each of its lines begins, in bytes; kept, not copied
   */
  load(source: Uint8Array, starts: Uint32Array): void {
    this.source = source;
    this.starts = starts;
    this.count = starts.at(-1) === source.length ? starts.length - 1 : starts.length;
    this.lastLine = 0;
    this.lastFound = 0;
  }

  /** The 1-based line that holds a byte. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    // What is asked in source order is mostly on the line of the last answer, or on one soon after it.
    const near = this.lastFound;
    if ((this.starts[near] as number) <= offset) {
      low = near;
      if (near + NEAR < high && offset < (this.starts[near + NEAR] as number)) high = near + NEAR;
    } else high = near;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    this.lastFound = low;
    return low + 1;
  }

  /** The byte at which a 1-based line begins; the end of the source for the line behind the last. */
  startOf(line: number): number {
    return line > this.starts.length ? this.source.length : (this.starts[line - 1] as number);
  }

  /** The 1-based column, in UTF-16 units, of a byte of that line. */
  columnAt(offset: number, line: number): number {
    // Sites come nearly in source order: on a line of a megabyte, counting from its start each time would be quadratic.
    const known = line === this.lastLine;
    let column = known ? this.lastColumn : 1;
    let at = known ? this.lastOffset : (this.starts[line - 1] as number);
    for (; at < offset; at++) column += utf16Units(this.source[at] as number);
    while (at > offset) column -= utf16Units(this.source[--at] as number);
    this.lastLine = line;
    this.lastOffset = offset;
    this.lastColumn = column;
    return column;
  }
}

/** How many UTF-16 units a character has, counted at the first of its bytes in UTF-8; the others count nothing. */
function utf16Units(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc0) return 0;
  return byte < 0xf0 ? 1 : 2;
}
