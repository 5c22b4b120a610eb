/** Of the positions that are remembered: 2^12, few enough to forget in a microsecond, many enough for a source file. */
const HASH_BITS = 12;
const MATCH_MIN = 4;
/** Matches end at least so many bytes before the end, and begin at least so many before it: what decoders that copy ahead rely on. */
const LAST_LITERALS = 5;
const MATCH_BEGINS_BEFORE = 12;
const OFFSET_MAX = 65_535;
/** Where nothing repeats, every so many bytes the steps get longer by one. */
const SKIP_SHIFT = 6;

/**
 * Compresses blocks into the LZ4 block format (https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md), each as if it stood behind the dictionary. Our own,
 * because the bytes go into images: they must be the same with every version of Node and of a library.
 * @returns what compresses one block; the bytes that it returns are valid until it is called again
 */
export function createBlockCompressor(dictionary: Uint8Array): (block: Uint8Array) => Uint8Array {
  const base = dictionary.length;
  const knownOfDictionary = new Int32Array(1 << HASH_BITS).fill(-1);
  const known = new Int32Array(1 << HASH_BITS);
  let text = new Uint8Array(base + 65_536);
  let out = new Uint8Array(0);
  text.set(dictionary);
  for (let at = 0; at + MATCH_MIN <= base; at++) knownOfDictionary[hashOf(wordAt(text, at))] = at;

  return (block) => {
    const end = base + block.length;
    if (text.length < end) text = enlarged(text, base, end);
    // A literal that repeats nothing costs one byte of length in 255.
    const most = block.length + Math.ceil(block.length / 255) + 16;
    if (out.length < most) out = new Uint8Array(most * 2);
    text.set(block, base);
    known.set(knownOfDictionary);
    let size = 0;
    let anchor = base;
    for (let at = base; at < end - MATCH_BEGINS_BEFORE; ) {
      const word = wordAt(text, at);
      const slot = hashOf(word);
      let from = known[slot] as number;
      known[slot] = at;
      if (from < 0 || at - from > OFFSET_MAX || wordAt(text, from) !== word) {
        at += 1 + ((at - anchor) >> SKIP_SHIFT);
        continue;
      }
      while (at > anchor && from > 0 && text[at - 1] === text[from - 1]) {
        at--;
        from--;
      }
      const limit = end - LAST_LITERALS;
      let matched = at + MATCH_MIN;
      while (matched < limit && text[matched] === text[matched - at + from]) matched++;
      size = writeSequence(out, size, text, anchor, at, at - from, matched - at - MATCH_MIN);
      anchor = matched;
      at = matched;
      known[hashOf(wordAt(text, at - 2))] = at - 2;
    }
    return out.subarray(0, writeSequence(out, size, text, anchor, end, 0, 0));
  };
}

/** Literals from `start` to `end`, then a match; none with offset 0, which is how a block ends. Returns the new size. */
function writeSequence(
  out: Uint8Array,
  size: number,
  text: Uint8Array,
  start: number,
  end: number,
  offset: number,
  extraLength: number,
): number {
  const literals = end - start;
  const token = size++;
  out[token] = (Math.min(literals, 15) << 4) | Math.min(extraLength, 15);
  if (literals >= 15) size = writeLength(out, size, literals - 15);
  for (let at = start; at < end; at++) out[size++] = text[at] as number;
  if (offset === 0) return size;
  out[size++] = offset & 0xff;
  out[size++] = offset >> 8;
  return extraLength >= 15 ? writeLength(out, size, extraLength - 15) : size;
}

function writeLength(out: Uint8Array, size: number, length: number): number {
  let rest = length;
  for (; rest >= 255; rest -= 255) out[size++] = 255;
  out[size++] = rest;
  return size;
}

function wordAt(text: Uint8Array, at: number): number {
  return (
    (text[at] as number) |
    ((text[at + 1] as number) << 8) |
    ((text[at + 2] as number) << 16) |
    ((text[at + 3] as number) << 24)
  );
}

/** Knuth's multiplicative hash: 2^32 divided by the golden ratio. */
const hashOf = (word: number): number => Math.imul(word, 2_654_435_761) >>> (32 - HASH_BITS);

function enlarged(text: Uint8Array, kept: number, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length * 2);
  larger.set(text.subarray(0, kept));
  return larger;
}
