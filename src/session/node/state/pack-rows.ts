/** Rows of numbers of any length, one after the other in one column. */
export interface PackedRows {
  /** One more than there are rows: where each begins. */
  readonly offsets: Uint32Array;
  readonly values: Uint32Array;
}

/**
 * One loop over two columns of known length: a build writes a hundred thousand of these numbers once, before anything is
 * optimised, and there `flatMap` and `flat` cost several times as much.
 * @param rows undefined is an empty one
 * @param renumbered what to write for each number; by default the number itself
 */
export function packRows(rows: readonly (ArrayLike<number> | undefined)[], renumbered?: ArrayLike<number>): PackedRows {
  const offsets = new Uint32Array(rows.length + 1);
  for (let row = 0; row < rows.length; row++) offsets[row + 1] = (offsets[row] ?? 0) + (rows[row]?.length ?? 0);
  const values = new Uint32Array(offsets[rows.length] ?? 0);
  for (let row = 0; row < rows.length; row++) {
    const own = rows[row];
    if (own) values.set(own, offsets[row]);
  }
  if (renumbered) for (let at = 0; at < values.length; at++) values[at] = renumbered[values[at] ?? 0] ?? 0;
  return { offsets, values };
}
