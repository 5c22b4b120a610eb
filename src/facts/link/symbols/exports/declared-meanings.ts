import {
  EXPORT,
  EXPORT_DECLARATION,
  EXPORT_IMPORT,
  EXPORT_SITE,
  NO_SYMBOL,
  TERM,
  TERM_OPS,
} from '../../../symbol-records.ts';
import type { Children } from '../children.ts';
import { isTypeKind, isValueKind } from '../meanings.ts';
import type { ProjectSymbols } from '../project-symbols.ts';
import type { EntryLookup } from './entry-lookup.ts';

/** A name means nothing that is known. Below it are terms, see {@link DeclaredMeanings.termOf}; from 0 on, symbols. */
export const NO_MEANING = -1;

/** What a name means as a value, and in types. */
export type Meanings = readonly [value: number, type: number];

export const NOTHING: Meanings = [NO_MEANING, NO_MEANING];

const FIRST_TERM = -2;
const [DECLARED, OBJECT, BOUND] = (['declared', 'object', 'imported'] as const).map((op) => TERM_OPS.indexOf(op));

/** What a module's own rows say of the names that it exports. */
export class DeclaredMeanings {
  private readonly symbols: ProjectSymbols;
  private readonly children: Children;
  private readonly lookup: EntryLookup;
  /** Pairs of module and term. */
  private readonly terms: number[] = [];

  constructor(symbols: ProjectSymbols, children: Children, lookup: EntryLookup) {
    this.symbols = symbols;
    this.children = children;
    this.lookup = lookup;
  }

  /** The entry that a row leads on to, or -1 for one that is of this module or leads nowhere. */
  referenceOf(module: number, row: number): number {
    const { names, facts } = this.symbols;
    const { exports = EMPTY, terms = EMPTY } = facts[module] ?? {};
    const a = exports[row + EXPORT.A] ?? 0;
    switch (exports[row + EXPORT.FROM]) {
      case EXPORT_SITE:
        return this.lookup.atSite(module, a, names.of(module, exports[row + EXPORT.B] ?? 0));
      case EXPORT_IMPORT:
        return this.lookup.ofImport(module, a);
      case EXPORT_DECLARATION:
        return -1;
      default: {
        const term = a * TERM.WORDS;
        return terms[term + TERM.OP] === BOUND ? this.lookup.ofImport(module, terms[term + TERM.A] ?? 0) : -1;
      }
    }
  }

  /** What a row means that leads to no other entry. */
  of(module: number, row: number): Meanings {
    const { facts, declarationBases, symbolOfDeclaration } = this.symbols;
    const { exports = EMPTY, terms = EMPTY } = facts[module] ?? {};
    const from = exports[row + EXPORT.FROM];
    if (from === EXPORT_SITE || from === EXPORT_IMPORT) return NOTHING;
    const a = exports[row + EXPORT.A] ?? 0;
    const op = from === EXPORT_DECLARATION ? DECLARED : terms[a * TERM.WORDS + TERM.OP];
    if (op === BOUND) return NOTHING;
    if (op !== DECLARED && op !== OBJECT) return [FIRST_TERM - (this.terms.push(module, a) / 2 - 1), NO_MEANING];
    const declaration = from === EXPORT_DECLARATION ? a : (terms[a * TERM.WORDS + TERM.A] ?? 0);
    return this.ofSymbol(symbolOfDeclaration[(declarationBases[module] ?? 0) + declaration] ?? NO_SYMBOL);
  }

  /** The term that a meaning below NO_MEANING stands for, and the module that it is of. */
  termOf(meaning: number): readonly [module: number, term: number] {
    const at = FIRST_TERM - meaning;
    return [this.terms[2 * at] ?? 0, this.terms[2 * at + 1] ?? 0];
  }

  /** A symbol and, where it is only a value or only a type, what its name is beside it as the other. */
  ofSymbol(symbol: number): Meanings {
    const { kinds, parents, nameNumbers } = this.symbols;
    const kind = kinds[symbol] ?? 0;
    const parent = parents[symbol] ?? NO_SYMBOL;
    if (parent === NO_SYMBOL) return [symbol, symbol];
    const [value, type] = this.named(parent, nameNumbers[symbol] ?? 0);
    return [isValueKind(kind) ? symbol : value, isTypeKind(kind) ? symbol : type];
  }

  /** What a name is among the children of a symbol. */
  named(parent: number, name: number): Meanings {
    return [meaning(this.children.value(parent, name)), meaning(this.children.type(parent, name))];
  }
}

const EMPTY = new Uint32Array();

function meaning(symbol: number): number {
  return symbol === NO_SYMBOL ? NO_MEANING : symbol;
}
