import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { replaceFile } from '../replace-file.ts';

/** A column of numbers, all of one type. */
export type Column = Uint8Array | Uint32Array | Float64Array;

/**
 * A small object and a few long columns, as a file that opens without decoding the columns: readers look at rows where
 * they lie. For caches beside the image; the machine that writes it reads it, so numbers are in its own byte order.
 *
 *     checksum u32 · length of the header u32 · header (JSON) · columns, each from a multiple of eight bytes on
 */
export interface ColumnFile<Header> {
  readonly header: Header;
  readonly columns: ReadonlyMap<string, Column>;
}

const PREFIX_BYTES = 8;
const TYPES = { u8: Uint8Array, u32: Uint32Array, f64: Float64Array } as const;
type TypeName = keyof typeof TYPES;

/** Where the columns lie: name, type, first byte, number of entries. */
type Directory = readonly (readonly [name: string, type: TypeName, offset: number, length: number])[];

/** @throws ConduitError CONDUIT_NOT_WRITABLE, CONDUIT_NO_SPACE */
export function writeColumnFile<Header>(path: string, header: Header, columns: Readonly<Record<string, Column>>): void {
  const entries = Object.entries(columns);
  let end = 0;
  const directory: Directory = entries.map(([name, column]) => {
    const offset = end;
    end = align(offset + column.byteLength);
    return [name, typeOf(column), offset, column.length] as const;
  });
  const text = Buffer.from(JSON.stringify({ directory, header }));
  const start = align(PREFIX_BYTES + text.length);
  const bytes = Buffer.alloc(start + end);
  bytes.writeUInt32LE(text.length, 4);
  bytes.set(text, PREFIX_BYTES);
  entries.forEach(([, column], index) => {
    bytes.set(
      new Uint8Array(column.buffer, column.byteOffset, column.byteLength),
      start + (directory[index]?.[2] ?? 0),
    );
  });
  bytes.writeUInt32LE(crc32(bytes.subarray(4)), 0);
  replaceFile(path, bytes);
}

/** Null when the file is missing, cut short or damaged: it is a cache. The header is only as typed as its writer was. */
export function readColumnFile<Header>(path: string): ColumnFile<Header> | null {
  try {
    const bytes = readFileSync(path);
    if (bytes.readUInt32LE(0) !== crc32(bytes.subarray(4))) return null;
    const headerEnd = PREFIX_BYTES + bytes.readUInt32LE(4);
    const { directory, header } = JSON.parse(bytes.toString('utf8', PREFIX_BYTES, headerEnd)) as {
      directory: Directory;
      header: Header;
    };
    // A file of some size has a buffer of its own; a small one may lie anywhere in the pool.
    const own = bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
    const start = own.byteOffset + align(headerEnd);
    const columns = directory.map(
      ([name, type, offset, length]) => [name, new TYPES[type](own.buffer, start + offset, length)] as const,
    );
    return { header, columns: new Map(columns) };
  } catch {
    return null;
  }
}

const align = (offset: number): number => Math.ceil(offset / 8) * 8;

function typeOf(column: Column): TypeName {
  if (column instanceof Uint8Array) return 'u8';
  return column instanceof Uint32Array ? 'u32' : 'f64';
}
