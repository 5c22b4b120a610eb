import { DECLARATION, type SymbolFacts } from '../../symbol-records.ts';
import type { ProjectSymbols } from './project-symbols.ts';

/** The symbol of each declaration of all files: those that are merged have one. */
export function numberDeclarations(
  facts: readonly SymbolFacts[],
): Pick<ProjectSymbols, 'moduleSymbols' | 'declarationBases' | 'symbolOfDeclaration'> {
  const declarationBases = new Uint32Array(facts.length + 1);
  const moduleSymbols = new Uint32Array(facts.length + 1);
  facts.forEach(({ declarations }, module) => {
    declarationBases[module + 1] = (declarationBases[module] ?? 0) + declarations.length / DECLARATION.WORDS;
  });
  const symbolOfDeclaration = new Uint32Array(declarationBases[facts.length] ?? 0);
  let symbol = 0;
  facts.forEach(({ declarations }, module) => {
    const base = declarationBases[module] ?? 0;
    moduleSymbols[module] = symbol++;
    for (let word = 0, number = 0; word < declarations.length; word += DECLARATION.WORDS, number++) {
      const first = declarations[word + DECLARATION.SYMBOL] ?? number;
      symbolOfDeclaration[base + number] = first === number ? symbol++ : (symbolOfDeclaration[base + first] ?? 0);
    }
  });
  moduleSymbols[facts.length] = symbol;
  return { moduleSymbols, declarationBases, symbolOfDeclaration };
}

/**
 * Declarations in the order of their symbols, as numbers in their file.
 * @param offsets counts in, each behind its place; offsets out
 */
export function sortDeclarations(offsets: Uint32Array, symbols: Uint32Array, bases: Uint32Array): Uint32Array {
  for (let symbol = 1; symbol < offsets.length; symbol++)
    offsets[symbol] = (offsets[symbol] ?? 0) + (offsets[symbol - 1] ?? 0);
  const free = offsets.slice();
  const sorted = new Uint32Array(symbols.length);
  for (let module = 0; module + 1 < bases.length; module++) {
    const base = bases[module] ?? 0;
    for (let at = base; at < (bases[module + 1] ?? 0); at++) {
      const symbol = symbols[at] ?? 0;
      const place = free[symbol] ?? 0;
      sorted[place] = at - base;
      free[symbol] = place + 1;
    }
  }
  return sorted;
}
