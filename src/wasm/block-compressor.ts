import { COMPRESS_TABLE_BYTES, MAX_PAGES, PAGE_BYTES } from '../../assembly/layout.ts';
import { instantiateKernels, type KernelExports } from './instantiate.ts';
import { roundUp } from './scratch.ts';

/**
 * Compresses a block, given in parts, into the LZ4 block format as if it stood behind the dictionary; src/base/blocks/decompress-block.ts draws it. The
 * bytes that it returns are its caller's.
 */
export type BlockCompressor = (parts: readonly Uint8Array[]) => Uint8Array<ArrayBuffer>;

const TABLE_POINTER = 64;
const TEXT_POINTER = TABLE_POINTER + 2 * COMPRESS_TABLE_BYTES;
/** The kernel copies 16 bytes at a time. */
const SPARE_BYTES = 48;
/** A memory that one large block made grow beyond this is dropped: WebAssembly memory cannot shrink. */
const KEPT_BYTES = 4 * 1024 * 1024;

/** A compressor with plain memory of its own, so one a thread: assembly/compress.ts. */
export function createBlockCompressor(module: WebAssembly.Module, dictionary: Uint8Array): BlockCompressor {
  const base = dictionary.length;
  let memory: WebAssembly.Memory;
  let kernels: KernelExports | undefined;
  return (parts) => {
    if (!kernels || memory.buffer.byteLength > KEPT_BYTES) {
      memory = new WebAssembly.Memory({ initial: 1, maximum: MAX_PAGES });
      kernels = instantiateKernels(module, memory);
      new Uint8Array(memory.buffer).set(dictionary, TEXT_POINTER);
      kernels.learnDictionary(TABLE_POINTER, TEXT_POINTER, base);
    }
    let end = base;
    for (const part of parts) end += part.length;
    const output = roundUp(TEXT_POINTER + end + SPARE_BYTES, 16);
    const most = end - base + Math.ceil((end - base) / 255) + SPARE_BYTES;
    const missing = output + most - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
    const bytes = new Uint8Array(memory.buffer);
    let at = TEXT_POINTER + base;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    const size = kernels.compress(TABLE_POINTER, TEXT_POINTER, base, end, output);
    return bytes.slice(output, output + size);
  };
}
