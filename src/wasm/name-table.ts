/**
 * The table by which the tape kernel turns names into numbers, as assembly/tape.ts draws it. The kernel compares
 * hashes only, so this is where it is made sure that no two names share one.
 */

/** Names with their numbers; one name may be both a kind and a field. Numbers must fit into 16 bits. */
export interface TapeNames {
  readonly kinds: Readonly<Record<string, number>>;
  readonly fields: Readonly<Record<string, number>>;
}

const NAME_TABLE_HEADER_BYTES = 16;
const ENTRY_BYTES = 16;

/**
 * The bytes of the table. Pure and deterministic.
 * @throws Error when two names share a hash (or one has the hash of a free entry): a defect of the tables.
 */
export function encodeNameTable({ kinds, fields }: TapeNames): Uint8Array {
  const names = new Set([...Object.keys(kinds), ...Object.keys(fields)]);
  let capacity = 16;
  while (capacity < names.size * 2) capacity *= 2;
  const view = new DataView(new ArrayBuffer(NAME_TABLE_HEADER_BYTES + capacity * ENTRY_BYTES));
  view.setUint32(0, capacity - 1, true);
  const seen = new Map<bigint, string>([[0n, 'a free entry']]);
  for (const name of names) {
    const hash = hashName(name);
    const other = seen.get(hash);
    if (other !== undefined) throw new Error(`the names ${name} and ${other} share a hash`);
    seen.set(hash, name);
    let slot = Number(hash >> 32n) & (capacity - 1);
    while (view.getBigUint64(entryAt(slot), true) !== 0n) slot = (slot + 1) & (capacity - 1);
    view.setBigUint64(entryAt(slot), hash, true);
    view.setUint16(entryAt(slot) + 8, numberOf(kinds, name), true);
    view.setUint16(entryAt(slot) + 10, numberOf(fields, name), true);
  }
  return new Uint8Array(view.buffer);
}

function entryAt(slot: number): number {
  return NAME_TABLE_HEADER_BYTES + slot * ENTRY_BYTES;
}

function numberOf(numbers: Readonly<Record<string, number>>, name: string): number {
  return Object.hasOwn(numbers, name) ? (numbers[name] ?? 0) : 0;
}

/** The kernel's hash: FxHash over the words of 8 bytes, little-endian, padded with zeros, seeded with the length. */
export function hashName(name: string): bigint {
  const bytes = new TextEncoder().encode(name);
  const padded = new DataView(new ArrayBuffer(Math.ceil(bytes.length / 8) * 8));
  bytes.forEach((byte, index) => {
    padded.setUint8(index, byte);
  });
  let hash = BigInt(bytes.length);
  for (let at = 0; at < padded.byteLength; at += 8) {
    const rotated = BigInt.asUintN(64, hash << 5n) | (hash >> 59n);
    hash = BigInt.asUintN(64, (rotated ^ padded.getBigUint64(at, true)) * 0x517cc1b727220a95n);
  }
  return hash;
}
