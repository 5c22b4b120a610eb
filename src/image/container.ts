import { ConduitError } from '../base/errors.ts';
import type { SectionName } from './sections.ts';

/**
 * The file that holds the sections of an image. Numbers are little-endian, as in WebAssembly memory.
 *
 *      0  magic                                  8 bytes
 *      8  format version                         u32
 *     12  number of sections                     u32
 *     16  fingerprint                           16 bytes   SHA-256, cut to 16 bytes, of the file with this and the CRC zero
 *     32  length of the file                     u32
 *     36  number of nodes of the module graph    u32       memory is sized from these two before anything is loaded
 *     40  number of edges                        u32
 *     44  CRC-32 of the header, this field zero  u32
 *     48  per section, in file order:
 *            tag, padded with zeros             16 bytes
 *            offset in the file                  u32
 *            length                              u32
 *            XXH64 (seed 0) of its bytes         u64
 *     48 + 32 × sections: the first section; each section follows the one before without a gap
 *
 * Every section is a FlatBuffer (schema/image.fbs) of a multiple of 16 bytes, its own padding zero, so each starts on a 16-byte
 * boundary and every byte of the file is covered by one checksum. A section may be loaded alone.
 *
 * The header has a CRC because it must be read without WebAssembly, which computes the XXH64 of the sections.
 */
export const HEADER = {
  VERSION: 8,
  SECTION_COUNT: 12,
  FINGERPRINT: 16,
  FILE_LENGTH: 32,
  NODE_COUNT: 36,
  EDGE_COUNT: 40,
  CRC: 44,
  SECTIONS: 48,
} as const;

/** One entry of the section table. */
export const ENTRY = { TAG: 0, OFFSET: 16, LENGTH: 20, CHECKSUM: 24, BYTES: 32 } as const;

/** As in PNG: a byte with the high bit set and both line ends show a file that was treated as text. */
export const MAGIC = Uint8Array.of(0x89, 0x43, 0x44, 0x49, 0x0d, 0x0a, 0x1a, 0x0a);

/** Raised when an older reader could no longer give right answers: see schema/README.md. */
export const FORMAT_VERSION = 1;

/** The FlatBuffers file identifier of every section; the same as in schema/image.fbs. */
export const FILE_IDENTIFIER = 'CIN1';

/** Sections and the vectors in them start at multiples of this, in the file and in memory. */
export const ALIGNMENT = 16;

/** FlatBuffers' offsets are signed 32-bit numbers. */
export const SECTION_BYTES_MAX: number = 2 ** 31 - 1;

export const TAG_BYTES = 16;
export const SECTIONS_MAX = 32;

/** As many bytes as a header can have: what to read of a file before {@link readHeader} (fewer if the file is shorter). */
export const HEADER_BYTES_MAX: number = HEADER.SECTIONS + SECTIONS_MAX * ENTRY.BYTES;

/** Where a section lies in the file, in bytes. */
export interface SectionPlace {
  readonly offset: number;
  readonly length: number;
  /** XXH64, seed 0. */
  readonly checksum: bigint;
}

export interface ImageHeader {
  /** 32 hexadecimal digits: names the content, whoever built it and when. */
  readonly fingerprint: string;
  /** Of the header itself, in bytes. */
  readonly headerLength: number;
  /** Of the whole file, in bytes. */
  readonly fileLength: number;
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** The sections that this version knows; those of a later one are passed over. */
  readonly sections: ReadonlyMap<SectionName, SectionPlace>;
}

/** The refusal of an image that does not hold together; `what` completes "the image is damaged: …". */
export function damaged(what: string): ConduitError {
  return new ConduitError('CONDUIT_IMAGE_DAMAGED', `the image is damaged: ${what}`);
}
