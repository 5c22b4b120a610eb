import { SYMBOL_KINDS } from '../../../base/symbol-kinds.ts';
import type { KeptLinks } from '../../../facts/link/symbols/kept-links.ts';
import type { EarlierLinks } from '../../../facts/link/symbols/known-links.ts';
import { linkSymbols } from '../../../facts/link/symbols/link-symbols.ts';
import { prepareSymbols } from '../../../facts/link/symbols/prepare-symbols.ts';
import type { SymbolInput } from '../../../facts/link/symbols/site-targets.ts';
import type { FileFacts } from '../../../facts/records.ts';
import { encodeExcerpts } from '../../../image/encode-excerpts.ts';
import type { SymbolSections } from '../../../image/encode-symbol-sections.ts';
import { encodeSymbolTexts } from '../../../image/encode-symbol-texts.ts';
import { encodeSymbols } from '../../../image/encode-symbols.ts';
import { nameSymbols } from '../../../image/symbol-names.ts';

export interface LinkedSymbols {
  readonly sections: SymbolSections;
  /** Named declarations of the project. */
  readonly count: number;
}

/** The sections, and what a later build can keep of how they were linked; null where that is nothing. */
export interface LinkedSections {
  readonly linked: LinkedSymbols;
  readonly keep: (() => KeptLinks) | null;
}

/** Symbols that no declaration of the project stands for. */
const NO_DECLARATIONS: ReadonlySet<number> = new Set([
  SYMBOL_KINDS.indexOf('module'),
  SYMBOL_KINDS.indexOf('external'),
]);

/**
 * From facts to sections of the image: nothing else of it rests on symbols. Whatever does not rest on where imports lead is done at once.
 * @param modules sorted by path
 * @param before what an earlier build found of them
 */
export function beginSections(
  modules: readonly FileFacts[],
  before?: EarlierLinks,
): (input: SymbolInput) => LinkedSections {
  const prepared = prepareSymbols(modules);
  const texts = encodeSymbolTexts(prepared);
  const excerpts = encodeExcerpts(modules.map((facts) => facts.excerpts ?? null));
  const names = nameSymbols({ names: prepared.names, irregularIds: prepared.ids.irregular });
  return (input) => {
    const { records, keep } = linkSymbols(prepared, input, before);
    const linked = {
      sections: { symbols: encodeSymbols(records, input.nodes, names), 'symbol-texts': texts, excerpts },
      count: records.kinds.filter((kind) => !NO_DECLARATIONS.has(kind)).length,
    };
    return { linked, keep };
  };
}
