import type { VectorChecks } from '../../src/base/vector-checks.ts';
import { HEADER_BYTES_MAX } from '../../src/image/container.ts';
import { openImage } from '../../src/image/open-image.ts';
import { readHeader } from '../../src/image/read-header.ts';
import type { ImageReader } from '../../src/image/reader.ts';
import { SECTIONS, type SectionName } from '../../src/image/sections.ts';
import { vectorChecks } from '../oracles/vector-checks.ts';

/** Opens the bytes of a whole image as a session does: the header first, then the sections that are wanted. */
export function openBytes(
  bytes: Uint8Array,
  wanted: readonly SectionName[] = SECTIONS,
  checks: VectorChecks | null = vectorChecks,
): ImageReader {
  const header = readHeader(bytes.subarray(0, HEADER_BYTES_MAX), bytes.length);
  const sections = new Map<SectionName, Uint8Array>();
  for (const name of wanted) {
    const place = header.sections.get(name);
    // A copy of its own, so that a view beyond the section cannot go unnoticed.
    if (place) sections.set(name, new Uint8Array(bytes.subarray(place.offset, place.offset + place.length)));
  }
  return openImage(header, sections, checks);
}
