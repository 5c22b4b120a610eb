import { findAstroBlocks } from './find-astro-blocks.ts';
import { findSvelteBlocks } from './find-svelte-blocks.ts';
import { findVueBlocks } from './find-vue-blocks.ts';
import type { MarkupBlocks } from './markup-blocks.ts';

const FINDERS: readonly (readonly [extension: string, find: (text: string) => MarkupBlocks])[] = [
  ['.vue', findVueBlocks],
  ['.svelte', findSvelteBlocks],
  ['.astro', findAstroBlocks],
];

/**
 * The blocks of code of a component file, in source order; null for a path that is code throughout. Takes time linear in the
 * length of the source, whatever that holds.
 * @param source UTF-8 without a byte order mark
 */
export function findBlocks(path: string, source: Uint8Array): MarkupBlocks | null {
  const find = FINDERS.find(([extension]) => path.endsWith(extension))?.[1];
  if (!find) return null;
  // Latin-1 has a character for every byte, so that positions in the text are positions in the source.
  return find(Buffer.from(source.buffer, source.byteOffset, source.length).toString('latin1'));
}
