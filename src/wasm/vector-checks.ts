import { MAX_PAGES, PAGE_BYTES } from '../../assembly/layout.ts';
import type { VectorChecks } from '../base/vector-checks.ts';
import { instantiateKernels, type KernelExports } from './instantiate.ts';
import { pointerOf } from './kernel-memory.ts';

/** Checks in place: vectors and bytes must lie in the kernels' own memory, as a loaded image does. */
export function createVectorChecks(exports: KernelExports, memory: WebAssembly.Memory): VectorChecks {
  return {
    // The kernel's i64 arrives signed.
    checksum: (bytes) => BigInt.asUintN(64, exports.checksum(pointerOf(memory, bytes), bytes.length)),
    ascendsTo: (values, end) => exports.ascendsTo(pointerOf(memory, values), values.length, end) === 1,
    allBelow(values, limit, none) {
      if (limit === 0 && none === undefined) return values.length === 0;
      // The kernel always takes a `none`. One below the limit is allowed anyway, so it stands for "none given".
      return exports.allBelow(pointerOf(memory, values), values.length, limit, none ?? limit - 1) === 1;
    },
  };
}

/**
 * Checks of what lies outside WebAssembly, such as an image that is being encoded: copied into a private memory, which
 * grows to the largest vector seen. `module` is the kernels over plain memory.
 */
export function createCopyingChecks(module: WebAssembly.Module): VectorChecks {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: MAX_PAGES });
  const checks = createVectorChecks(instantiateKernels(module, memory), memory);

  function copy(bytes: Uint8Array): Uint8Array {
    const missing = bytes.length - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
    const inside = new Uint8Array(memory.buffer, 0, bytes.length);
    inside.set(bytes);
    return inside;
  }
  const copyWords = (values: Uint32Array): Uint32Array => {
    const inside = copy(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    return new Uint32Array(inside.buffer, 0, values.length);
  };

  return {
    checksum: (bytes) => checks.checksum(copy(bytes)),
    ascendsTo: (values, end) => checks.ascendsTo(copyWords(values), end),
    allBelow: (values, limit, none) => checks.allBelow(copyWords(values), limit, none),
  };
}
