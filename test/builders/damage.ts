import { ENTRY, HEADER } from '../../src/image/container.ts';
import { crc32 } from '../../src/image/crc32.ts';
import { xxh64 } from '../oracles/xxh64.ts';

/** Whole numbers below a limit from a seed (mulberry32), so that a failure can be repeated. */
export function seededRandom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** One random damage: bits, bytes, words of values that arithmetic trips over, stretches moved, zeroed, cut out or put in. */
export function damage(bytes: Uint8Array, random: (limit: number) => number): Uint8Array {
  const damaged = bytes.slice();
  const at = random(bytes.length);
  const length = 1 + random(32);
  const word = (value: number) => {
    if (at + 4 <= bytes.length) new DataView(damaged.buffer).setUint32(at & ~3, value, true);
    return damaged;
  };
  const telling = [0, 1, 2, 3, 4, 7, 16, 0x7f, 0xff, 0x100, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffc, 0xffffffff];
  const ways: (() => Uint8Array)[] = [
    () => damaged.fill((damaged[at] ?? 0) ^ (1 << random(8)), at, at + 1),
    () => damaged.fill(random(256), at, at + 1),
    () => word(telling[random(telling.length)] ?? 0),
    () => word(bytes.length - 8 + random(16)),
    () => word(random(bytes.length)),
    () => damaged.fill(0, at, at + length),
    () => damaged.fill(0xff, at, at + length),
    () => damaged.copyWithin(at, random(bytes.length), random(bytes.length) + length),
    () => Uint8Array.of(...damaged.subarray(0, at), ...damaged.subarray(at + length)),
    () => Uint8Array.of(...damaged.subarray(0, at), ...new Uint8Array(length), ...damaged.subarray(at)),
  ];
  return (ways[random(ways.length)] ?? (() => damaged))();
}

/**
 * Computes all checksums anew, as somebody would who crafts an image. Sections are taken to be where the section table says
 * as far as the file goes.
 */
export function reseal(bytes: Uint8Array): Uint8Array {
  const sealed = bytes.slice();
  if (sealed.length < HEADER.SECTIONS) return sealed;
  const view = new DataView(sealed.buffer);
  view.setUint32(HEADER.FILE_LENGTH, sealed.length, true);
  const end = HEADER.SECTIONS + view.getUint32(HEADER.SECTION_COUNT, true) * ENTRY.BYTES;
  if (end > sealed.length) return sealed;
  for (let entry = HEADER.SECTIONS; entry < end; entry += ENTRY.BYTES) {
    const offset = view.getUint32(entry + ENTRY.OFFSET, true);
    const section = sealed.subarray(offset, offset + view.getUint32(entry + ENTRY.LENGTH, true));
    view.setBigUint64(entry + ENTRY.CHECKSUM, xxh64(section), true);
  }
  view.setUint32(HEADER.CRC, 0, true);
  view.setUint32(HEADER.CRC, crc32(sealed.subarray(0, end)), true);
  return sealed;
}
