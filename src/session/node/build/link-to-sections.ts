import { SYMBOL_KINDS } from '../../../base/symbol-kinds.ts';
import type { SymbolInput } from '../../../facts/link/link-facts.ts';
import { linkSymbols, prepareSymbols } from '../../../facts/link/symbols/link-symbols.ts';
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

/** Symbols that no declaration of the project stands for. */
const NO_DECLARATIONS: ReadonlySet<number> = new Set([
  SYMBOL_KINDS.indexOf('module'),
  SYMBOL_KINDS.indexOf('external'),
]);

/**
 * From facts to sections of the image: nothing else of it rests on symbols. Whatever does not rest on where imports lead is done at once.
 * @param modules sorted by path
 */
export function beginSections(modules: readonly FileFacts[]): (input: SymbolInput) => LinkedSymbols {
  const prepared = prepareSymbols(modules);
  const texts = encodeSymbolTexts(prepared);
  const excerpts = encodeExcerpts(modules.map((facts) => facts.excerpts ?? null));
  const names = nameSymbols({ names: prepared.names, irregularIds: prepared.ids.irregular });
  return ({ sites, nodes }) => {
    const symbols = linkSymbols(prepared, sites, nodes);
    return {
      sections: { symbols: encodeSymbols(symbols, nodes, names), 'symbol-texts': texts, excerpts },
      count: symbols.kinds.filter((kind) => !NO_DECLARATIONS.has(kind)).length,
    };
  };
}
