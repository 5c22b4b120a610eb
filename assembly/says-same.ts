/** Whether the text of a string's record (tape.ts) is the one between two bytes. */
@inline
export function saysSame(string: usize, text: usize, start: usize, end: usize): bool {
  let p = text + <usize>load<u32>(string, 4);
  const length = end - start;
  if (text + <usize>load<u32>(string, 8) - p != length) return false;
  let q = start;
  for (; q + 8 <= end; p += 8, q += 8) if (load<u64>(p) != load<u64>(q)) return false;
  for (; q < end; p++, q++) if (load<u8>(p) != load<u8>(q)) return false;
  return true;
}
