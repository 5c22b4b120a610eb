/** No block says more: a byte of it stands for at most 255 bytes. */
const GROWTH_MAX = 255;

/**
 * The bytes of a block in the LZ4 block format that was compressed behind a dictionary; null when it is damaged: every length and offset is
 * checked, and nothing is allocated that the block could not fill.
 * @param length how many bytes it must give
 */
export function decompressBlock(block: Uint8Array, length: number, dictionary: Uint8Array): Uint8Array | null {
  if (length > block.length * GROWTH_MAX) return null;
  const base = dictionary.length;
  const end = base + length;
  const out = new Uint8Array(end);
  out.set(dictionary);
  let size = base;
  let at = 0;
  const readLength = (nibble: number): number => {
    let value = nibble;
    for (let more = nibble === 15; more && at < block.length; at++) {
      value += block[at] as number;
      more = block[at] === 255;
    }
    return value;
  };
  while (at < block.length) {
    const token = block[at++] as number;
    const literals = readLength(token >> 4);
    if (at + literals > block.length || size + literals > end) return null;
    out.set(block.subarray(at, at + literals), size);
    at += literals;
    size += literals;
    // Only the last sequence has no match.
    if (at === block.length) return size === end ? out.subarray(base) : null;
    if (at + 2 > block.length) return null;
    const offset = (block[at] as number) | ((block[at + 1] as number) << 8);
    at += 2;
    const matched = readLength(token & 15) + 4;
    if (offset === 0 || offset > size || size + matched > end) return null;
    // One by one: a match may overlap what it makes.
    for (const last = size + matched; size < last; size++) out[size] = out[size - offset] as number;
  }
  return null;
}
