import { MAX_PAGES, PAGE_BYTES } from '../../assembly/layout.ts';
import { instantiateKernels, type KernelExports } from './instantiate.ts';
import { roundUp } from './scratch.ts';

/** A source where kernels can read it, and room for what they write. Good until the next one is placed. */
export interface PlacedSource {
  readonly kernels: KernelExports;
  readonly memory: WebAssembly.Memory;
  /** Pointer to the table. */
  readonly table: number;
  /** Pointer to the source's first byte. */
  readonly start: number;
  /** Pointer to the room behind it, a multiple of 4. */
  readonly output: number;
}

/** The first bytes stay free, so that address 0 is never a good one. */
const TABLE_POINTER = 64;
/** Kernels read in blocks of 16 bytes, and those behind the source must be zero. */
const PADDING_BYTES = 16;
/** Beside what is asked for: the marks of a source are written without counting its bytes. */
const SPARE_BYTES = 64;
/** A memory that one large source made grow beyond this is dropped: WebAssembly memory cannot shrink. */
const KEPT_BYTES = 16 * 1024 * 1024;

/**
 * Plain memory for one source at a time:
 *
 *     | 64 free | table | source … | 16 zeros | output … |
 *
 * @param outputBytes room that the kernels need, in bytes for each byte of the source; 64 more are always there
 * @param table what kernels look things up in: the same for every source
 */
export function createSourceMemory(
  module: WebAssembly.Module,
  outputBytes: number,
  table: Uint8Array = new Uint8Array(),
): (source: Uint8Array) => PlacedSource {
  let memory: WebAssembly.Memory;
  let kernels: KernelExports | undefined;
  const start = roundUp(TABLE_POINTER + table.length, TABLE_POINTER);
  return (source) => {
    if (!kernels || memory.buffer.byteLength > KEPT_BYTES) {
      memory = new WebAssembly.Memory({ initial: 1, maximum: MAX_PAGES });
      kernels = instantiateKernels(module, memory);
      new Uint8Array(memory.buffer).set(table, TABLE_POINTER);
    }
    const end = start + source.length;
    const output = roundUp(end + PADDING_BYTES, 4);
    const missing = output + source.length * outputBytes + SPARE_BYTES - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
    const bytes = new Uint8Array(memory.buffer);
    bytes.set(source, start);
    bytes.fill(0, end, end + PADDING_BYTES);
    return { kernels, memory, table: TABLE_POINTER, start, output };
  };
}
