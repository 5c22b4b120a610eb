import { createHash } from 'node:crypto';
import { ConduitError } from '../base/errors.ts';
import { ENTRY, FORMAT_VERSION, HEADER, MAGIC } from './container.ts';
import { crc32 } from './crc32.ts';
import { SECTIONS, type SectionName } from './sections.ts';

export interface EncodedImage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** 32 hexadecimal digits, as in the header. */
  readonly fingerprint: string;
}

/** What the header says besides where the sections are. */
export interface GraphSize {
  readonly nodeCount: number;
  readonly edgeCount: number;
}

/** Offsets in the file are 32 bits wide, and so are addresses of the memory that it is loaded into. */
const FILE_BYTES_MAX = 2 ** 32 - 1;

/** Puts finished sections behind a header; the layout is drawn in container.ts. */
export function assembleImage(
  sections: Readonly<Partial<Record<SectionName, Uint8Array>>>,
  { nodeCount, edgeCount }: GraphSize,
  checksum: (bytes: Uint8Array) => bigint,
): EncodedImage {
  const present = SECTIONS.flatMap((name) => {
    const section = sections[name];
    return section ? [{ name, section }] : [];
  });
  const headerLength = HEADER.SECTIONS + present.length * ENTRY.BYTES;
  const fileLength = present.reduce((total, { section }) => total + section.length, headerLength);
  if (fileLength > FILE_BYTES_MAX) {
    throw new ConduitError('CONDUIT_IMAGE_TOO_LARGE', `the image would have ${fileLength} bytes`);
  }

  const bytes = new Uint8Array(fileLength);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint32(HEADER.VERSION, FORMAT_VERSION, true);
  view.setUint32(HEADER.SECTION_COUNT, present.length, true);
  view.setUint32(HEADER.FILE_LENGTH, fileLength, true);
  view.setUint32(HEADER.NODE_COUNT, nodeCount, true);
  view.setUint32(HEADER.EDGE_COUNT, edgeCount, true);
  let offset = headerLength;
  present.forEach(({ name, section }, index) => {
    const entry = HEADER.SECTIONS + index * ENTRY.BYTES;
    new TextEncoder().encodeInto(name, bytes.subarray(entry + ENTRY.TAG));
    view.setUint32(entry + ENTRY.OFFSET, offset, true);
    view.setUint32(entry + ENTRY.LENGTH, section.length, true);
    view.setBigUint64(entry + ENTRY.CHECKSUM, checksum(section), true);
    bytes.set(section, offset);
    offset += section.length;
  });

  const digest = createHash('sha256').update(bytes).digest();
  const fingerprint = digest.subarray(0, HEADER.FILE_LENGTH - HEADER.FINGERPRINT);
  bytes.set(fingerprint, HEADER.FINGERPRINT);
  view.setUint32(HEADER.CRC, crc32(bytes.subarray(0, headerLength)), true);
  return { bytes, fingerprint: fingerprint.toString('hex') };
}
