import { ALIGNMENT } from '../../image/container.ts';
import { SECTIONS, type SectionName } from '../../image/sections.ts';
import { roundUp } from '../../wasm/scratch.ts';

/**
 * How an image lies in a slot of WebAssembly memory. Only the sections that queries read are there, each aligned
 * to 16 bytes as in the file; a directory in front says where.
 *
 *   u32 header length │ u32 offset, u32 length of section 0 │ … │ header bytes │ section bytes │ …
 *
 * Offsets count from the slot's start; length 0 is a section that was not loaded.
 */
export interface SlotLayout {
  readonly headerLength: number;
  readonly headerOffset: number;
  readonly sections: ReadonlyMap<SectionName, { readonly offset: number; readonly length: number }>;
  /** Bytes that the slot needs. */
  readonly length: number;
}

const align = (offset: number): number => roundUp(offset, ALIGNMENT);
const DIRECTORY_BYTES = align(4 + SECTIONS.length * 8);

/** Lays out the given sections (name and length in bytes). */
export function layOutSlot(headerLength: number, lengths: ReadonlyMap<SectionName, number>): SlotLayout {
  let offset = align(DIRECTORY_BYTES + headerLength);
  const sections = new Map<SectionName, { offset: number; length: number }>();
  for (const name of SECTIONS) {
    const length = lengths.get(name);
    if (length === undefined) continue;
    sections.set(name, { offset, length });
    offset = align(offset + length);
  }
  return { headerLength, headerOffset: DIRECTORY_BYTES, sections, length: offset };
}

/** Writes the directory; the caller fills in header and sections. */
export function writeSlotDirectory(slot: Uint8Array, layout: SlotLayout): void {
  const words = new Uint32Array(slot.buffer, slot.byteOffset, DIRECTORY_BYTES / 4);
  words.fill(0);
  words[0] = layout.headerLength;
  SECTIONS.forEach((name, index) => {
    const section = layout.sections.get(name);
    if (!section) return;
    words[1 + index * 2] = section.offset;
    words[2 + index * 2] = section.length;
  });
}

/** What a reader finds in a slot: views, no copies. */
export function readSlot(slot: Uint8Array): { header: Uint8Array; sections: Map<SectionName, Uint8Array> } {
  const words = new Uint32Array(slot.buffer, slot.byteOffset, DIRECTORY_BYTES / 4);
  const sections = new Map<SectionName, Uint8Array>();
  SECTIONS.forEach((name, index) => {
    const offset = words[1 + index * 2] ?? 0;
    const length = words[2 + index * 2] ?? 0;
    if (length > 0) sections.set(name, slot.subarray(offset, offset + length));
  });
  return { header: slot.subarray(DIRECTORY_BYTES, DIRECTORY_BYTES + (words[0] ?? 0)), sections };
}
