import type { FileFacts } from '../../records.ts';
import { AmbientModules } from './ambient-modules.ts';
import { Children } from './children.ts';
import { type ListedDeclarations, listDeclarations } from './list-declarations.ts';
import { numberSymbols, type ProjectSymbols } from './project-symbols.ts';
import { SymbolIds } from './symbol-ids.ts';

/** What is known of symbols before anybody knows where imports lead. */
export interface PreparedSymbols extends ListedDeclarations {
  readonly symbols: ProjectSymbols;
  readonly children: Children;
  readonly ambient: AmbientModules;
  readonly ids: SymbolIds;
  readonly names: readonly string[];
}

/** @param files the modules, sorted by path; the first nodes of the graph */
export function prepareSymbols(files: readonly FileFacts[]): PreparedSymbols {
  const symbols = numberSymbols(files);
  const children = new Children(symbols);
  return {
    symbols,
    children,
    ambient: new AmbientModules(symbols, children),
    ids: new SymbolIds(symbols, children),
    names: namesOf(symbols),
    ...listDeclarations(symbols),
  };
}

/** Not `from`: with a function it takes a column one by one, several times slower. */
function namesOf({ nameNumbers, names }: ProjectSymbols): string[] {
  const texts: string[] = new Array(nameNumbers.length);
  nameNumbers.forEach((name, symbol) => {
    texts[symbol] = names.text(name);
  });
  return texts;
}
