/**
 * FxHash (Firefox, rustc) over the name's 8-byte words, the last one padded with zeros, seeded with the length. Reads up to 7
 * bytes beyond the end.
 */
@inline
export function hashName(start: usize, end: usize): u64 {
  let left = <u64>(end - start);
  let p = start;
  let hash = left;
  while (left >= 8) {
    hash = (rotl<u64>(hash, 5) ^ load<u64>(p)) * 0x517cc1b727220a95;
    p += 8;
    left -= 8;
  }
  if (left > 0) hash = (rotl<u64>(hash, 5) ^ (load<u64>(p) & ((<u64>1 << (left << 3)) - 1))) * 0x517cc1b727220a95;
  return hash;
}
