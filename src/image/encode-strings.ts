import { StringsSection } from './generated/strings-section.ts';
import { alignedVector, finishSection, sectionBuilder } from './section-builder.ts';
import type { TextTable } from './text-table.ts';

/** The section `strings`: every text in the order of its number, as one run of UTF-8 and the offsets into it. */
export function encodeStrings({ texts }: TextTable): Uint8Array {
  const offsets = new Uint32Array(texts.length + 1);
  // A UTF-16 unit takes at most three bytes of UTF-8.
  const bytes = new Uint8Array(texts.reduce((total, text) => total + text.length, 0) * 3);
  const encoder = new TextEncoder();
  let end = 0;
  texts.forEach((text, number) => {
    end += encoder.encodeInto(text, bytes.subarray(end)).written;
    offsets[number + 1] = end;
  });

  const builder = sectionBuilder(end + offsets.byteLength);
  const offsetsVector = alignedVector(builder, offsets);
  const bytesVector = alignedVector(builder, bytes.subarray(0, end));
  return finishSection(builder, StringsSection.createStringsSection(builder, offsetsVector, bytesVector));
}
