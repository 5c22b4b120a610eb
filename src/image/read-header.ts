import { ConduitError } from '../base/errors.ts';
import {
  ALIGNMENT,
  damaged,
  ENTRY,
  FORMAT_VERSION,
  HEADER,
  type ImageHeader,
  MAGIC,
  SECTIONS_MAX,
  type SectionPlace,
  TAG_BYTES,
} from './container.ts';
import { crc32 } from './crc32.ts';
import { SECTIONS, type SectionName } from './sections.ts';

/**
 * Reads the header of an image; the layout is drawn in container.ts.
 * @param bytes the start of the file: at least HEADER_BYTES_MAX bytes, or all of a shorter file.
 * @param fileLength bytes of the whole file. Left out for a header whose sections lie in memory: a file was
 *   checked against its length when it was loaded.
 * @throws ConduitError CONDUIT_IMAGE_FOREIGN, CONDUIT_IMAGE_NEWER or CONDUIT_IMAGE_DAMAGED.
 */
export function readHeader(bytes: Uint8Array, fileLength?: number): ImageHeader {
  assertMagic(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER.SECTIONS) throw damaged(`it is cut short in the header, after ${bytes.length} bytes`);

  // Before the checksum, because a newer version may compute it in another way.
  const version = view.getUint32(HEADER.VERSION, true);
  if (version > FORMAT_VERSION) {
    const versions = `the image has format version ${version}, and this version reads up to ${FORMAT_VERSION}`;
    throw new ConduitError('CONDUIT_IMAGE_NEWER', versions);
  }
  if (version === 0) throw damaged('there is no format version 0');

  const sectionCount = view.getUint32(HEADER.SECTION_COUNT, true);
  if (sectionCount > SECTIONS_MAX) throw damaged(`the header speaks of ${sectionCount} sections`);
  const headerLength = HEADER.SECTIONS + sectionCount * ENTRY.BYTES;
  if (bytes.length < headerLength) throw damaged(`it is cut short in the header, after ${bytes.length} bytes`);

  // Not slice(): of a Node Buffer that is a view, and this copy is written to.
  const header = new Uint8Array(bytes.subarray(0, headerLength));
  header.fill(0, HEADER.CRC, HEADER.CRC + 4);
  if (crc32(header) !== view.getUint32(HEADER.CRC, true)) throw damaged('the checksum of the header does not match');

  const length = view.getUint32(HEADER.FILE_LENGTH, true);
  if (fileLength !== undefined && fileLength !== length) {
    throw damaged(`the file has ${fileLength} bytes where ${length} were written`);
  }
  const sections = readSectionTable(view, headerLength, length);
  const nodeCount = view.getUint32(HEADER.NODE_COUNT, true);
  const edgeCount = view.getUint32(HEADER.EDGE_COUNT, true);
  // Memory is planned from these before the graph is there to be counted: a wild one must not pass for a large project.
  if ((nodeCount + edgeCount) * 4 > (sections.get('graph')?.length ?? 0)) {
    throw damaged('the header speaks of more nodes and edges than the graph has room for');
  }
  return {
    fingerprint: hexadecimal(bytes.subarray(HEADER.FINGERPRINT, HEADER.FILE_LENGTH)),
    headerLength,
    fileLength: length,
    nodeCount,
    edgeCount,
    sections,
  };
}

function assertMagic(bytes: Uint8Array): void {
  if (bytes.length === 0) throw damaged('the file is empty');
  // A file cut inside the magic is still ours, as far as it goes.
  if (MAGIC.subarray(0, bytes.length).every((byte, index) => bytes[index] === byte)) return;
  throw new ConduitError('CONDUIT_IMAGE_FOREIGN', 'the file does not begin like an image');
}

function readSectionTable(view: DataView, headerLength: number, fileLength: number): Map<SectionName, SectionPlace> {
  const sections = new Map<SectionName, SectionPlace>();
  let end = headerLength;
  for (let entry = HEADER.SECTIONS; entry < headerLength; entry += ENTRY.BYTES) {
    const tag = readTag(view, entry + ENTRY.TAG);
    const offset = view.getUint32(entry + ENTRY.OFFSET, true);
    const length = view.getUint32(entry + ENTRY.LENGTH, true);
    if (offset !== end || length % ALIGNMENT !== 0 || offset + length > fileLength) {
      throw damaged(`section \`${tag}\` does not follow the one before it`);
    }
    end = offset + length;
    // A section of a later version is none of ours: additions do not raise the format version.
    const name = SECTIONS.find((known) => known === tag);
    if (name === undefined) continue;
    if (sections.has(name)) throw damaged(`there are two sections \`${name}\``);
    sections.set(name, { offset, length, checksum: view.getBigUint64(entry + ENTRY.CHECKSUM, true) });
  }
  if (end !== fileLength) throw damaged('the sections do not fill the file');
  return sections;
}

function readTag(view: DataView, position: number): string {
  let tag = '';
  for (let index = 0; index < TAG_BYTES; index++) {
    const byte = view.getUint8(position + index);
    if (byte !== 0) tag += String.fromCharCode(byte);
  }
  return tag;
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
