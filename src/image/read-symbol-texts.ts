import { ByteBuffer } from 'flatbuffers';
import type { VectorChecks } from '../base/vector-checks.ts';
import { checkSection } from './check-section.ts';
import { damaged } from './container.ts';
import { SymbolTextsSection } from './generated/symbol-texts-section.ts';
import { readTexts } from './read-strings.ts';
import type { SymbolTextsReader } from './reader.ts';
import { elementAt, wordsOf } from './vectors.ts';

/**
 * Opens the section `symbol-texts`.
 * @param declarationCount null when the section `symbols` is not loaded
 */
export function readSymbolTexts(
  section: Uint8Array,
  declarationCount: number | null,
  checks: VectorChecks | null,
): SymbolTextsReader {
  checkSection('symbol-texts', section, ['vector', 'vector', 'vector', 'vector']);
  const root = SymbolTextsSection.getRootAsSymbolTextsSection(new ByteBuffer(section));
  const texts = readTexts(root.textOffsetsArray(), root.textBytesArray(), checks);
  const signatures = wordsOf(root.signaturesArray(), 'signatures');
  const docs = wordsOf(root.docsArray(), 'doc comments');
  for (const [what, { length }] of [
    ['signatures', signatures],
    ['doc comments', docs],
  ] as const) {
    const wanted = declarationCount ?? signatures.length;
    if (length !== wanted) throw damaged(`there are ${length} ${what} where there should be ${wanted}`);
  }
  if (checks && !checks.allBelow(signatures, texts.count)) throw damaged('a signature is no text');
  if (checks && !checks.allBelow(docs, texts.count)) throw damaged('a doc comment is no text');
  return {
    signatureOf: (declaration) => texts.get(elementAt(signatures, declaration)),
    docOf: (declaration) => texts.get(elementAt(docs, declaration)),
  };
}
