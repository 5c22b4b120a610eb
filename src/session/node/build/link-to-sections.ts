import { SYMBOL_KINDS } from '../../../base/symbol-kinds.ts';
import type { SymbolInput } from '../../../facts/link/link-facts.ts';
import { linkSymbols } from '../../../facts/link/symbols/link-symbols.ts';
import type { FileFacts } from '../../../facts/records.ts';
import { encodeSymbolSections, type SymbolSections } from '../../../image/encode-symbol-sections.ts';

/** What symbols are linked from: facts of all modules, in any order, and perhaps of files that are none. */
export interface SymbolTask extends SymbolInput {
  readonly facts: readonly FileFacts[];
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

/** From facts to sections of the image: nothing else of it rests on symbols. */
export function linkToSections({ facts, sites, nodes }: SymbolTask): LinkedSymbols {
  const byPath = new Map(facts.map((own) => [own.path, own]));
  const modules = nodes.slice(0, sites.modules).map((path) => {
    const own = byPath.get(path);
    if (!own) throw new Error(`there are no facts of ${path}`);
    return own;
  });
  const symbols = linkSymbols(modules, sites, nodes);
  const excerpts = modules.map((own) => own.excerpts ?? null);
  return {
    sections: encodeSymbolSections({ symbols, excerpts }, nodes),
    count: symbols.kinds.filter((kind) => !NO_DECLARATIONS.has(kind)).length,
  };
}
