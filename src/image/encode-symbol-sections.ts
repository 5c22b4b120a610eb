import type { ImageRecords } from '../facts/records.ts';
import { encodeExcerpts } from './encode-excerpts.ts';
import { encodeSymbolTexts } from './encode-symbol-texts.ts';
import { encodeSymbols } from './encode-symbols.ts';
import type { SectionName } from './sections.ts';

/** What an image has where symbols were read. */
export type SymbolSections = Readonly<
  Partial<Record<Extract<SectionName, 'symbols' | 'symbol-texts' | 'excerpts'>, Uint8Array>>
>;

/**
 * The sections that symbols make. They share nothing with those of the graph, so that another thread can encode them.
 * @param nodeIds ids of the graph's nodes
 */
export function encodeSymbolSections(
  { symbols, excerpts }: Pick<ImageRecords, 'symbols' | 'excerpts'>,
  nodeIds: readonly string[],
): SymbolSections {
  return {
    ...(symbols && { symbols: encodeSymbols(symbols, nodeIds), 'symbol-texts': encodeSymbolTexts(symbols) }),
    ...(excerpts && { excerpts: encodeExcerpts(excerpts) }),
  };
}
