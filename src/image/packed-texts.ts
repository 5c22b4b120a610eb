/** Texts as an image holds them: one run of UTF-8, and the offsets into it, one more than there are texts. */
export interface PackedTexts {
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
}

/** The encoder takes longer to be called than for a short text, and most are short and ASCII. */
const TEXTS_AT_ONCE = 256;

/** Halves of surrogate pairs have no UTF-8 form and become U+FFFD; who orders or compares texts makes them well-formed before. */
export function packTexts(texts: readonly string[]): PackedTexts {
  const offsets = new Uint32Array(texts.length + 1);
  // A UTF-16 unit takes at most three bytes of UTF-8.
  const bytes = new Uint8Array(texts.reduce((total, text) => total + text.length, 0) * 3);
  const encoder = new TextEncoder();
  let end = 0;
  for (let first = 0; first < texts.length; first += TEXTS_AT_ONCE) {
    const some = texts.slice(first, first + TEXTS_AT_ONCE);
    const joined = some.join('');
    const { written } = encoder.encodeInto(joined, bytes.subarray(end));
    // One byte a unit: each text is as long as it was.
    const isAscii = written === joined.length;
    some.forEach((text, at) => {
      end += isAscii ? text.length : encoder.encodeInto(text, bytes.subarray(end)).written;
      offsets[first + at + 1] = end;
    });
  }
  return { offsets, bytes: bytes.subarray(0, end) };
}
