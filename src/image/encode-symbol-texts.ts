import { SYMBOL_PLACE, type SymbolRecords } from '../facts/symbol-records.ts';
import { SymbolTextsSection } from './generated/symbol-texts-section.ts';
import { packTexts } from './packed-texts.ts';
import { alignedVector, finishSection, sectionBuilder } from './section-builder.ts';

/**
 * The section `symbol-texts`: signatures and doc comments. They are as large as everything else that is known of symbols together, and one question
 * alone asks for them.
 */
export function encodeSymbolTexts({ declarations, texts }: Pick<SymbolRecords, 'declarations' | 'texts'>): Uint8Array {
  const { offsets, bytes } = packTexts(texts);
  const count = declarations.length / SYMBOL_PLACE.WORDS;
  const signatures = new Uint32Array(count);
  const docs = new Uint32Array(count);
  for (let row = 0, at = 0; row < count; row++, at += SYMBOL_PLACE.WORDS) {
    signatures[row] = declarations[at + SYMBOL_PLACE.SIGNATURE] ?? 0;
    docs[row] = declarations[at + SYMBOL_PLACE.DOC] ?? 0;
  }
  const columns = [
    [SymbolTextsSection.addTextOffsets, offsets],
    [SymbolTextsSection.addTextBytes, bytes],
    [SymbolTextsSection.addSignatures, signatures],
    [SymbolTextsSection.addDocs, docs],
  ] as const;
  const builder = sectionBuilder(columns.reduce((total, [, values]) => total + values.byteLength, 0));
  const vectors = columns.map(([add, values]) => [add, alignedVector(builder, values)] as const);
  SymbolTextsSection.startSymbolTextsSection(builder);
  for (const [add, vector] of vectors) add(builder, vector);
  return finishSection(builder, SymbolTextsSection.endSymbolTextsSection(builder));
}
