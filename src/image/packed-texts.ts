/** Texts as an image holds them: one run of UTF-8, and the offsets into it, one more than there are texts. */
export interface PackedTexts {
  readonly offsets: Uint32Array;
  readonly bytes: Uint8Array;
}

/** Halves of surrogate pairs have no UTF-8 form and become U+FFFD; who orders or compares texts makes them well-formed before. */
export function packTexts(texts: readonly string[]): PackedTexts {
  const offsets = new Uint32Array(texts.length + 1);
  // A UTF-16 unit takes at most three bytes of UTF-8.
  const bytes = new Uint8Array(texts.reduce((total, text) => total + text.length, 0) * 3);
  const encoder = new TextEncoder();
  let end = 0;
  texts.forEach((text, number) => {
    end += encoder.encodeInto(text, bytes.subarray(end)).written;
    offsets[number + 1] = end;
  });
  return { offsets, bytes: bytes.subarray(0, end) };
}
