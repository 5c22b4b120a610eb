import { createDepthGauge } from '../wasm/depth-gauge.ts';

/**
 * SWC parses by recursion: source that nests deep enough is a native stack overflow, which ends the process
 * instead of throwing. Real code does not nest deep (the deepest of 22,511 files, huge bundles aside, reaches 128),
 * so what passes this limit is refused unparsed.
 */
export const NESTING_LIMIT = 2_000;

/**
 * True when more than {@link NESTING_LIMIT} brackets of a source, UTF-8, are open at once.
 * @param openings how many it opens in all, at most: what never opens so many cannot hold them open at once, and few files do
 */
export type Prescan = (source: Uint8Array, openings: number) => boolean;

/**
 * A prescan with memory of its own: one a thread.
 * @param kernels the compiled kernels over plain memory
 */
export function createPrescan(kernels: WebAssembly.Module): Prescan {
  const deepest = createDepthGauge(kernels);
  return (source, openings) => openings > NESTING_LIMIT && deepest(source, NESTING_LIMIT) > NESTING_LIMIT;
}
