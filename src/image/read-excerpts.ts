import { ByteBuffer } from 'flatbuffers';
import { decompressBlock } from '../base/blocks/decompress-block.ts';
import { EXCERPT_DICTIONARY } from '../base/blocks/excerpt-dictionary.ts';
import { EXCERPT_BLOCK_MAX } from '../base/excerpt-window.ts';
import type { VectorChecks } from '../base/vector-checks.ts';
import { checkSection } from './check-section.ts';
import { damaged } from './container.ts';
import { cutExcerpt } from './cut-excerpt.ts';
import { ExcerptsSection } from './generated/excerpts-section.ts';
import { type ExcerptBlock, readExcerptBlock } from './read-excerpt-block.ts';
import type { ExcerptsReader, SymbolsReader } from './reader.ts';
import { wordsOf } from './vectors.ts';

/**
 * Opens the section `excerpts`. A block is decompressed when it is first asked for, and the last one is kept: questions about one symbol are followed by
 * others about its neighbours.
 * @param nodeCount of the graph, as the header says it
 * @param symbols throws when the section `symbols` was not loaded
 */
export function readExcerpts(
  section: Uint8Array,
  nodeCount: number,
  symbols: () => SymbolsReader,
  checks: VectorChecks | null,
): ExcerptsReader {
  checkSection('excerpts', section, ['vector', 'vector', 'vector']);
  const root = ExcerptsSection.getRootAsExcerptsSection(new ByteBuffer(section));
  const offsets = wordsOf(root.offsetsArray(), 'offsets of excerpts');
  const lengths = wordsOf(root.lengthsArray(), 'lengths of excerpts');
  const bytes = root.bytesArray() ?? new Uint8Array();
  if (offsets.length !== lengths.length + 1) throw damaged('there are not as many lengths as blocks of excerpts');
  if (lengths.length > nodeCount) throw damaged('there are more blocks of excerpts than nodes');
  if (checks && !checks.ascendsTo(offsets, bytes.length)) throw damaged('offsets of excerpts do not ascend');
  if (checks && !checks.allBelow(lengths, EXCERPT_BLOCK_MAX + 1)) throw damaged('a block of excerpts is too long');

  let last: { readonly module: number; readonly block: ExcerptBlock } | undefined;
  const blockOf = (module: number): ExcerptBlock | null => {
    if (last?.module === module) return last.block;
    const compressed = bytes.subarray(offsets[module] ?? 0, offsets[module + 1] ?? 0);
    if (compressed.length === 0) return null;
    const text = decompressBlock(compressed, lengths[module] ?? 0, EXCERPT_DICTIONARY);
    if (!text) throw damaged(`the excerpts of module ${module} cannot be decompressed`);
    last = { module, block: readExcerptBlock(text) };
    return last.block;
  };

  return {
    excerptOf(symbol) {
      const declaration = symbols().declarationsOf(symbol)[0]?.location;
      const block = declaration && blockOf(symbols().nodeOf(symbol));
      return block ? cutExcerpt(block, declaration.line, declaration.endLine) : null;
    },
  };
}
