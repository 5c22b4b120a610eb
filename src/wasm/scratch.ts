import { ALIGNMENT } from '../../assembly/layout.ts';

/**
 * Parts of a worker's scratch region for a graph of `nodeCount` nodes, in bytes from its start: the answers of a kernel,
 * what it is handed in, and its working memory. Drawn for a graph of N nodes, W being N + 1 words of 32 bits:
 *
 *   reach              | nodes W     | depths W | starts W          | seen N bytes   |
 *   stronglyConnected  | component W | working memory: stack W, cursor W, isRoot N bytes |
 *   pageRank           | ranks 2 W   | working memory: shares 2 W, degrees W             |
 *
 * Every part starts at a multiple of 16, as the kernels read 16 bytes at a time.
 */
export interface ScratchLayout {
  readonly reach: {
    readonly output: number;
    readonly outputCapacity: number;
    readonly starts: number;
    readonly working: number;
  };
  readonly stronglyConnected: { readonly output: number; readonly working: number };
  readonly pageRank: { readonly output: number; readonly working: number };
  readonly bytes: number;
}

export function layOutScratch(nodeCount: number): ScratchLayout {
  // The one word more is what reach needs: see assembly/reach.ts.
  const words = roundUp((nodeCount + 1) * 4, 16);
  return {
    reach: { output: 0, outputCapacity: words / 4, starts: 2 * words, working: 3 * words },
    stronglyConnected: { output: 0, working: words },
    pageRank: { output: 0, working: 2 * words },
    bytes: roundUp(5 * words, ALIGNMENT),
  };
}

/** Bytes of scratch that a worker needs to run any graph kernel on a graph of that many nodes: about 20 a node. */
export function scratchBytesFor(nodeCount: number): number {
  return layOutScratch(nodeCount).bytes;
}

/** The next multiple; `multiple` need not be a power of two, and values may exceed 31 bits, as `&` could not. */
export function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}
