import type { LineTable } from '../../../syntax/line-table.ts';

/**
 * Lines and columns of where declarations begin and end. All names of a pattern have the same range, and in a source of one line it is a long
 * way between its two ends and each name: both are remembered.
 */
export class Places {
  private readonly bytes: number[] = [];
  private readonly lines: number[] = [];
  private readonly columns: number[] = [];

  clear(): void {
    this.bytes.length = 0;
  }

  /** Writes line and column of a byte of the file to two words. @param end 0 for a beginning, 1 for an end */
  write(table: LineTable, byte: number, end: 0 | 1, words: Uint32Array, at: number): void {
    if (this.bytes[end] !== byte) {
      const line = table.lineAt(byte);
      this.bytes[end] = byte;
      this.lines[end] = line;
      this.columns[end] = table.columnAt(byte, line);
    }
    words[at] = this.lines[end] as number;
    words[at + 1] = this.columns[end] as number;
  }
}
