import type { Texts } from './read-strings.ts';
import type { SymbolsReader } from './reader.ts';
import type { SymbolVectors } from './symbol-vectors.ts';
import { elementAt } from './vectors.ts';

/** The names under which modules give their symbols to others. Few enough to look through all of them. */
export function readExports(
  { exported: { modules, names, symbols } }: SymbolVectors,
  texts: Texts,
): Pick<SymbolsReader, 'exportedAs' | 'exportsNamed' | 'exports'> {
  return {
    exports: { modules, symbols, nameOf: (row) => texts.get(elementAt(names, row)) },
    exportedAs(symbol) {
      const found: { module: number; name: string }[] = [];
      for (let at = symbols.indexOf(symbol); at >= 0; at = symbols.indexOf(symbol, at + 1)) {
        found.push({ module: elementAt(modules, at), name: texts.get(elementAt(names, at)) });
      }
      return found;
    },
    exportsNamed(name) {
      const found: { module: number; symbol: number }[] = [];
      const text = texts.numberOf(name);
      if (text < 0) return found;
      for (let at = names.indexOf(text); at >= 0; at = names.indexOf(text, at + 1)) {
        found.push({ module: elementAt(modules, at), symbol: elementAt(symbols, at) });
      }
      return found;
    },
  };
}
