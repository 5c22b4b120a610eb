import { ConduitError } from '../base/errors.ts';

/**
 * The pointer of a view, for a kernel. Kernels know one memory only: a view of another one, or one made before the
 * memory grew, would name some unrelated place in it.
 */
export function pointerOf(memory: WebAssembly.Memory, view: Uint8Array | Uint32Array): number {
  if (view.buffer !== memory.buffer) {
    throw new ConduitError('CONDUIT_QUERY_FAILED', 'a kernel was given a vector that does not lie in its own memory');
  }
  return view.byteOffset;
}
