import { EXPORTED_SYMBOL, SYMBOL_PLACE, SYMBOL_SITE, type SymbolRecords } from '../facts/symbol-records.ts';
import { SymbolsSection } from './generated/symbols-section.ts';
import { packTexts } from './packed-texts.ts';
import { reverseRows } from './reverse-rows.ts';
import { alignedVector, finishSection, sectionBuilder } from './section-builder.ts';
import { addNames, irregularIds, numbersOf, type SymbolNames } from './symbol-names.ts';
import { PLACE_WORDS } from './symbol-vectors.ts';
import { textTable } from './text-table.ts';

const LONGEST = 0xffff;
const shortened = (length: number): number => Math.min(length, LONGEST);

/**
 * The section `symbols`.
 * @param nodeIds ids of the graph's nodes
 * @param own names of the first symbols, which can be had before the rest is known
 */
export function encodeSymbols(
  symbols: SymbolRecords,
  nodeIds: readonly string[],
  own: SymbolNames = NO_NAMES,
): Uint8Array {
  const named = { names: symbols.names, irregularIds: symbols.irregularIds ?? irregularIds(symbols, nodeIds) };
  const { texts, names, ids } = addNames(own, named, [...symbols.exportNames, ...symbols.unknownMembers]);
  const packed = packTexts(texts.texts);
  const exportNames = numbersOf(symbols.exportNames, texts);
  const exported = (word: number): Uint32Array => column(symbols.exported, EXPORTED_SYMBOL.WORDS, word);
  const sites = (word: number): Uint32Array => column(symbols.sites, SYMBOL_SITE.WORDS, word);
  const reverse = reverseRows(symbols);

  const columns = [
    [SymbolsSection.addTextOffsets, packed.offsets],
    [SymbolsSection.addTextBytes, packed.bytes],
    [SymbolsSection.addNames, names],
    [SymbolsSection.addIds, ids],
    [SymbolsSection.addKinds, symbols.kinds],
    [SymbolsSection.addNodes, symbols.nodes],
    [SymbolsSection.addParents, symbols.parents],
    [SymbolsSection.addFlags, symbols.flags],
    [SymbolsSection.addDeclarationOffsets, symbols.declarationOffsets],
    [SymbolsSection.addDeclarations, placesOf(symbols.declarations)],
    [SymbolsSection.addExportedModules, exported(EXPORTED_SYMBOL.MODULE)],
    [SymbolsSection.addExportedNames, exported(EXPORTED_SYMBOL.NAME).map((name) => exportNames[name] ?? 0)],
    [SymbolsSection.addExportedSymbols, exported(EXPORTED_SYMBOL.SYMBOL)],
    [SymbolsSection.addOffsets, symbols.offsets],
    [SymbolsSection.addTargets, symbols.targets],
    [SymbolsSection.addMasks, symbols.masks],
    [SymbolsSection.addReverseOffsets, reverse.offsets],
    [SymbolsSection.addReverseTargets, reverse.targets],
    [SymbolsSection.addReverseMasks, reverse.masks],
    [SymbolsSection.addReverseEdges, reverse.edges],
    [SymbolsSection.addSiteOffsets, symbols.siteOffsets],
    [SymbolsSection.addSiteKinds, new Uint8Array(sites(SYMBOL_SITE.KIND))],
    [SymbolsSection.addSiteLines, sites(SYMBOL_SITE.LINE)],
    [SymbolsSection.addSiteColumns, sites(SYMBOL_SITE.COLUMN)],
    [SymbolsSection.addSiteLengths, new Uint16Array(sites(SYMBOL_SITE.LENGTH).map(shortened))],
    [SymbolsSection.addUnknownNames, numbersOf(symbols.unknownMembers, texts)],
    [SymbolsSection.addUnknownCounts, symbols.unknownCounts],
  ] as const;
  const builder = sectionBuilder(columns.reduce((total, [, values]) => total + values.byteLength, 0));
  const vectors = columns.map(([add, values]) => [add, alignedVector(builder, values)] as const);
  SymbolsSection.startSymbolsSection(builder);
  for (const [add, vector] of vectors) add(builder, vector);
  return finishSection(builder, SymbolsSection.endSymbolsSection(builder));
}

const NO_NAMES: SymbolNames = { texts: textTable([]), names: new Uint32Array(), ids: new Uint32Array() };

/** One word of every row, as a vector of its own: such a vector can be checked in one pass. */
function column(rows: Uint32Array, words: number, word: number): Uint32Array {
  const values = new Uint32Array(rows.length / words);
  for (let row = 0, at = word; row < values.length; row++, at += words) values[row] = rows[at] ?? 0;
  return values;
}

/** Declarations without their texts. */
function placesOf(declarations: Uint32Array): Uint32Array {
  const count = declarations.length / SYMBOL_PLACE.WORDS;
  const places = new Uint32Array(count * PLACE_WORDS);
  for (let row = 0; row < count; row++) {
    const start = row * SYMBOL_PLACE.WORDS;
    const to = row * PLACE_WORDS;
    for (let word = 0; word < PLACE_WORDS; word++) places[to + word] = declarations[start + word] ?? 0;
  }
  return places;
}
