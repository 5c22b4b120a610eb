/** Where each row begins when all rows lie one after the other; one more than there are rows. */
export function offsetsOf(rows: readonly { readonly length: number }[]): Uint32Array {
  const offsets = new Uint32Array(rows.length + 1);
  rows.forEach(({ length }, row) => {
    offsets[row + 1] = (offsets[row] ?? 0) + length;
  });
  return offsets;
}
