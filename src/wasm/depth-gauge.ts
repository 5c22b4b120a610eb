import { createSourceMemory } from './source-memory.ts';

/**
 * How many brackets of a source, UTF-8, are open at the deepest place, not counting those in strings, comments, template
 * text and regular expressions. Stops counting as soon as the limit is passed.
 */
export type DepthGauge = (source: Uint8Array, limit: number) => number;

/** A word for every second byte. */
const STACK_BYTES_A_BYTE = 2;

/** A gauge with plain memory of its own, so one a thread: assembly/deepest.ts. */
export function createDepthGauge(module: WebAssembly.Module): DepthGauge {
  const place = createSourceMemory(module, STACK_BYTES_A_BYTE);
  return (source, limit) => {
    const { kernels, start, output } = place(source);
    return kernels.deepest(start, source.length, limit, output);
  };
}
