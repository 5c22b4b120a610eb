import { describe, expect, it } from 'vitest';
import { ENTRY, HEADER, HEADER_BYTES_MAX, MAGIC } from '../../src/image/container.ts';
import { crc32 } from '../../src/image/crc32.ts';
import { encodeImage } from '../../src/image/encode.ts';
import { readHeader } from '../../src/image/read-header.ts';
import { SECTIONS } from '../../src/image/sections.ts';
import { shop } from '../builders/image-records.ts';
import { vectorChecks } from '../oracles/vector-checks.ts';

const { bytes: image } = encodeImage(shop, vectorChecks);
const headerLength = HEADER.SECTIONS + SECTIONS.length * ENTRY.BYTES;

/** The image with something changed in its header by somebody who knows how to compute the checksum. */
function altered(change: (view: DataView, bytes: Uint8Array) => void): Uint8Array {
  const bytes = image.slice();
  const view = new DataView(bytes.buffer);
  change(view, bytes);
  view.setUint32(HEADER.CRC, 0, true);
  const length = HEADER.SECTIONS + view.getUint32(HEADER.SECTION_COUNT, true) * ENTRY.BYTES;
  view.setUint32(HEADER.CRC, crc32(bytes.subarray(0, length)), true);
  return bytes;
}

const refusal = (bytes: Uint8Array, fileLength = bytes.length) => {
  try {
    readHeader(bytes.subarray(0, HEADER_BYTES_MAX), fileLength);
  } catch (error) {
    return error;
  }
  return 'accepted';
};
const refused = (code: string, message: RegExp | string) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });

describe('a header', () => {
  it('is read from no more than the start of a file, and from memory without a file', () => {
    expect(readHeader(image.subarray(0, HEADER_BYTES_MAX), image.length)).toEqual(
      readHeader(image.subarray(0, headerLength)),
    );
  });

  it('may lie in shared memory', () => {
    const shared = new Uint8Array(new SharedArrayBuffer(headerLength));
    shared.set(image.subarray(0, headerLength));
    expect(readHeader(shared)).toEqual(readHeader(image));
  });

  it('is only read: a Buffer, whose slices are views, stays as it was', () => {
    const buffer = Buffer.from(image);
    expect(readHeader(buffer)).toEqual(readHeader(image));
    expect(Buffer.compare(buffer, image)).toBe(0);
  });

  it.each([
    ['nodes', HEADER.NODE_COUNT],
    ['edges', HEADER.EDGE_COUNT],
  ])('that speaks of more %s than fit into the graph is damaged, however large the memory they ask for', (_, field) => {
    for (const count of [image.length, 300_000_000, 0xffffffff]) {
      const bytes = altered((view) => view.setUint32(field, count, true));
      expect(refusal(bytes)).toEqual(
        refused('CONDUIT_IMAGE_DAMAGED', /more nodes and edges than the graph has room for/),
      );
    }
  });

  it.each([
    ['text', 'export const order = 1;'],
    ['a shorter text', 'ord'],
    ['another binary format', '\x7fELF\x02\x01\x01\0\0\0'],
  ])('of %s is foreign', (_, text) => {
    expect(refusal(new TextEncoder().encode(text))).toEqual(refused('CONDUIT_IMAGE_FOREIGN', /does not begin like/));
  });

  it('of an image that went through a conversion of line ends is foreign', () => {
    const text = [...image].filter((byte, index) => !(byte === 0x0d && image[index + 1] === 0x0a));
    expect(refusal(Uint8Array.from(text))).toEqual(refused('CONDUIT_IMAGE_FOREIGN', /does not begin like/));
  });

  it('of an empty file is damaged', () => {
    expect(refusal(new Uint8Array())).toEqual(refused('CONDUIT_IMAGE_DAMAGED', /empty/));
  });

  it('of a newer format is recognised, whatever else that format changed', () => {
    const newer = Uint8Array.of(...MAGIC, 2, 0, 0, 0, ...new Array(64).fill(0xee));
    expect(refusal(newer)).toEqual(refused('CONDUIT_IMAGE_NEWER', /format version 2, and this version reads up to 1/));
  });

  it('is refused at every length a file can be cut to', () => {
    for (let length = 0; length < image.length; length++) {
      expect(refusal(image.subarray(0, length)), `cut to ${length}`).toEqual(refused('CONDUIT_IMAGE_DAMAGED', /./));
    }
  });

  it('is refused when the file is longer', () => {
    expect(refusal(image, image.length + 16)).toEqual(refused('CONDUIT_IMAGE_DAMAGED', /has \d+ bytes where \d+ were/));
  });

  it('passes over a section that a later version added', () => {
    const bytes = altered((_, changed) =>
      changed.set(new TextEncoder().encode('frescoes'), HEADER.SECTIONS + 2 * ENTRY.BYTES),
    );
    expect([...readHeader(bytes, bytes.length).sections.keys()]).toEqual(['strings', 'graph']);
  });

  const first = HEADER.SECTIONS;
  const second = first + ENTRY.BYTES;
  it.each<[string, RegExp, (view: DataView, bytes: Uint8Array) => void]>([
    ['format version 0', /no format version 0/, (view) => view.setUint32(HEADER.VERSION, 0, true)],
    ['more sections than can be', /speaks of 33 sections/, (view) => view.setUint32(HEADER.SECTION_COUNT, 33, true)],
    ['fewer sections than fill the file', /follow|fill/, (view) => view.setUint32(HEADER.SECTION_COUNT, 2, true)],
    ['no sections', /fill/, (view) => view.setUint32(HEADER.SECTION_COUNT, 0, true)],
    [
      'a section inside another',
      /`graph` does not follow/,
      (view) => view.setUint32(second + ENTRY.OFFSET, headerLength, true),
    ],
    [
      'a section beyond the file',
      /`strings` does not follow/,
      (view) => view.setUint32(first + ENTRY.LENGTH, 0xfffffff0, true),
    ],
    [
      'a section of a length that misaligns the next',
      /does not follow/,
      (view) => view.setUint32(first + ENTRY.LENGTH, 17, true),
    ],
    ['one section twice', /two sections `graph`/, (_, bytes) => bytes.copyWithin(first, second, second + 16)],
  ])('with %s is damaged even if its checksum is right', (_, message, change) => {
    expect(refusal(altered(change))).toEqual(refused('CONDUIT_IMAGE_DAMAGED', message));
  });
});
