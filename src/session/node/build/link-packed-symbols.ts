import { SYMBOL_KINDS } from '../../../base/symbol-kinds.ts';
import type { SymbolInput } from '../../../facts/link/link-facts.ts';
import { linkSymbols } from '../../../facts/link/symbols/link-symbols.ts';
import { type PackedFacts, unpackFacts } from '../../../facts/packed-facts.ts';
import { encodeSymbolSections, type SymbolSections } from '../../../image/encode-symbol-sections.ts';

/** What a thread is told that links symbols. */
export interface SymbolTask extends SymbolInput {
  /** Facts of all modules, in any order, and perhaps of files that are none. */
  readonly packed: readonly PackedFacts[];
}

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

/** From facts as they were packed to sections of the image: nothing else of it rests on symbols. */
export function linkPackedSymbols({ packed, sites, nodes }: SymbolTask): LinkedSymbols {
  const byPath = new Map(packed.flatMap((batch) => unpackFacts(batch).map((facts) => [facts.path, facts])));
  const modules = nodes.slice(0, sites.modules).map((path) => {
    const facts = byPath.get(path);
    if (!facts) throw new Error(`there are no facts of ${path}`);
    return facts;
  });
  const symbols = linkSymbols(modules, sites, nodes);
  const excerpts = modules.map((facts) => facts.excerpts ?? null);
  return {
    sections: encodeSymbolSections({ symbols, excerpts }, nodes),
    count: symbols.kinds.filter((kind) => !NO_DECLARATIONS.has(kind)).length,
  };
}
