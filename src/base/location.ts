/** A range in a source file: 1-based, columns in UTF-16 units, end exclusive. One shape everywhere. */
export interface Location {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}
