import { Cursor } from '../../syntax/cursor.ts';
import { TAPE_NAMES } from '../../syntax/tape-names.ts';
import { createTapeBuilder } from '../../wasm/tape-builder.ts';

/**
 * Makes a tree readable; good until the next one is read. Null when there is no room for it.
 * @param json the tree as SWC writes it
 * @param origin what SWC calls the first byte of the source
 */
export type TreeReader = (json: string, origin: number) => Cursor | null;

/** The tree by way of the tape: one cursor and one memory, so one a thread. */
export function createTapeReader(kernels: WebAssembly.Module): TreeReader {
  const builder = createTapeBuilder(kernels, TAPE_NAMES);
  const tree = new Cursor();
  return (json, origin) => {
    try {
      tree.load(builder.build(json), origin);
      return tree;
    } catch (error) {
      if (error instanceof RangeError) return null; // no room in WebAssembly memory
      throw error;
    }
  };
}
