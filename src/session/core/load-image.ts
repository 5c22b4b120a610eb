import type { VectorChecks } from '../../base/vector-checks.ts';
import { openImage } from '../../image/open-image.ts';
import { readHeader } from '../../image/read-header.ts';
import type { ImageReader } from '../../image/reader.ts';
import { LATE_SECTIONS, type SectionName } from '../../image/sections.ts';
import { layOutSlot, readSlot, type SlotLayout, writeSlotDirectory } from './image-slot.ts';
import type { ImageSource } from './image-source.ts';

/** How a slot must look to hold the given sections of an image, as far as it has them. */
export function layOutSource(source: ImageSource, sections: readonly SectionName[]): SlotLayout {
  const known = source.header.sections;
  const lengths = new Map(
    sections
      .filter((name) => known.has(name) || !LATE_SECTIONS.has(name))
      .map((name) => [name, known.get(name)?.length ?? 0]),
  );
  return layOutSlot(source.headerBytes.length, lengths);
}

/**
 * Copies sections of an image into a slot and checks them there: nobody may read a slot that did not come out of this.
 * @throws ConduitError CONDUIT_IMAGE_DAMAGED
 */
export function fillSlot(slot: Uint8Array, source: ImageSource, layout: SlotLayout, checks: VectorChecks): ImageReader {
  writeSlotDirectory(slot, layout);
  slot.set(source.headerBytes, layout.headerOffset);
  for (const [name, { offset, length }] of layout.sections)
    source.readSection(name, slot.subarray(offset, offset + length));
  return openImage(source.header, readSlot(slot).sections, checks);
}

/** Opens what {@link fillSlot} left in a slot, without checking it again. */
export function openSlot(slot: Uint8Array): ImageReader {
  const { header, sections } = readSlot(slot);
  return openImage(readHeader(header), sections, null);
}
