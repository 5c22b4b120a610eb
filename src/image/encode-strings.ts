import { StringsSection } from './generated/strings-section.ts';
import { packTexts } from './packed-texts.ts';
import { alignedVector, finishSection, sectionBuilder } from './section-builder.ts';
import type { TextTable } from './text-table.ts';

/** The section `strings`: every text in the order of its number. */
export function encodeStrings({ texts }: TextTable): Uint8Array {
  const { offsets, bytes } = packTexts(texts);
  const builder = sectionBuilder(bytes.length + offsets.byteLength);
  const offsetsVector = alignedVector(builder, offsets);
  const bytesVector = alignedVector(builder, bytes);
  return finishSection(builder, StringsSection.createStringsSection(builder, offsetsVector, bytesVector));
}
