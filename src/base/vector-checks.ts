/**
 * Bulk checks over vectors: what an image must pass before it is used. Production runs them in WebAssembly
 * (src/wasm/vector-checks.ts); the tests compare that with a plain TypeScript twin.
 */
export interface VectorChecks {
  /** 64-bit checksum (XXH64, seed 0) of bytes. */
  checksum(bytes: Uint8Array): bigint;
  /** True if values never descend, the first is 0 and the last is `end`. False for no values at all. */
  ascendsTo(values: Uint32Array, end: number): boolean;
  /** True if every value is < limit; `none` is also allowed when given. */
  allBelow(values: Uint32Array, limit: number, none?: number): boolean;
}
