import type { FileFacts } from '../../records.ts';
import { DECLARATION, NO_SYMBOL, type SymbolFacts } from '../../symbol-records.ts';
import { CLASS, ENUM, FUNCTION, INTERFACE, MODULE, NAMESPACE } from './meanings.ts';
import { NameNumbers } from './name-numbers.ts';

/** All symbols of the project's modules, as columns. What is imported of other packages is numbered behind them, see external-symbols.ts. */
export interface ProjectSymbols {
  readonly files: readonly FileFacts[];
  /** Of each file; empty columns for one without. */
  readonly facts: readonly SymbolFacts[];
  readonly names: NameNumbers;
  readonly count: number;
  /** The symbol of each module itself, and the count behind the last. */
  readonly moduleSymbols: Uint32Array;
  /** Where the declarations of a file begin among those of all files. */
  readonly declarationBases: Uint32Array;
  /** For a declaration of any file, its symbol. */
  readonly symbolOfDeclaration: Uint32Array;
  /** The position of the module that each symbol is of. */
  readonly modules: Uint32Array;
  readonly kinds: Uint8Array;
  readonly parents: Uint32Array;
  readonly flags: Uint32Array;
  /** Numbers of names; of a module, its path. */
  readonly nameNumbers: Uint32Array;
  /** Declarations of symbol s, as numbers in their file, are declarations[declarationOffsets[s] … declarationOffsets[s + 1]]. */
  readonly declarationOffsets: Uint32Array;
  readonly declarations: Uint32Array;
}

const NONE = new Uint32Array();
const NO_FACTS: SymbolFacts = {
  declarations: NONE,
  heritage: NONE,
  imports: NONE,
  exports: NONE,
  terms: NONE,
  uses: NONE,
};

/**
 * Numbers the symbols: for each module itself, then what it declares in the order of first declarations.
 * @param files sorted by path
 */
export function numberSymbols(files: readonly FileFacts[]): ProjectSymbols {
  const facts = files.map(({ symbols }) => symbols ?? NO_FACTS);
  const names = new NameNumbers(files);
  const { moduleSymbols, declarationBases, symbolOfDeclaration } = numberDeclarations(facts);
  const count = moduleSymbols[files.length] ?? 0;
  const modules = new Uint32Array(count);
  const kinds = new Uint8Array(count);
  const parents = new Uint32Array(count).fill(NO_SYMBOL);
  const flags = new Uint32Array(count);
  const nameNumbers = new Uint32Array(count);
  const declarationOffsets = new Uint32Array(count + 1);
  facts.forEach(({ declarations }, module) => {
    const base = declarationBases[module] ?? 0;
    const own = moduleSymbols[module] ?? 0;
    modules.fill(module, own, moduleSymbols[module + 1]);
    kinds[own] = MODULE;
    nameNumbers[own] = names.numberOf(files[module]?.path ?? '');
    for (let word = 0, number = 0; word < declarations.length; word += DECLARATION.WORDS, number++) {
      const symbol = symbolOfDeclaration[base + number] ?? 0;
      const kind = declarations[word + DECLARATION.KIND] ?? 0;
      declarationOffsets[symbol + 1] = (declarationOffsets[symbol + 1] ?? 0) + 1;
      if (declarations[word + DECLARATION.SYMBOL] !== number) {
        if (outranks(kind, kinds[symbol] ?? 0)) kinds[symbol] = kind;
        continue;
      }
      const parent = declarations[word + DECLARATION.PARENT] ?? 0;
      kinds[symbol] = kind;
      parents[symbol] = parent === 0 ? own : (symbolOfDeclaration[base + parent - 1] ?? own);
      flags[symbol] = declarations[word + DECLARATION.FLAGS] ?? 0;
      nameNumbers[symbol] = names.of(module, declarations[word + DECLARATION.NAME] ?? 0);
    }
  });
  const declarations = sortDeclarations(declarationOffsets, symbolOfDeclaration, declarationBases);
  return {
    files,
    facts,
    names,
    count,
    moduleSymbols,
    declarationBases,
    symbolOfDeclaration,
    modules,
    kinds,
    parents,
    flags,
    nameNumbers,
    declarationOffsets,
    declarations,
  };
}

function numberDeclarations(
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

/** What merges with an interface or a namespace is what a reader calls it, whichever stands first. */
function outranks(kind: number, other: number): boolean {
  return (kind === CLASS || kind === FUNCTION || kind === ENUM) && (other === INTERFACE || other === NAMESPACE);
}

/** @param offsets counts in, each behind its place; offsets out */
function sortDeclarations(offsets: Uint32Array, symbols: Uint32Array, bases: Uint32Array): Uint32Array {
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
