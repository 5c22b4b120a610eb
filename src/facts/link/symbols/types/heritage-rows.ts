import { HERITAGE, HERITAGE_EXTENDS, HERITAGE_IMPLEMENTS } from '../../../symbol-records.ts';
import type { ProjectSymbols } from '../project-symbols.ts';
import type { Environment } from './environments.ts';
import { Memo } from './memo.ts';
import type { TermTypes } from './term-types.ts';
import { instanceType, symbolOfType, type Type } from './type-table.ts';

/** What classes, interfaces and type aliases rest on, over all declarations of a symbol. */
export class HeritageRows {
  private readonly symbols: ProjectSymbols;
  private readonly terms: TermTypes;
  /** Of symbols that have any: words of their rows, in source order. */
  private readonly rows = new Map<number, number[]>();
  private readonly known: Memo<Type, readonly Type[]>;

  constructor(symbols: ProjectSymbols, terms: TermTypes) {
    this.symbols = symbols;
    this.terms = terms;
    this.known = new Memo(terms.doubts);
    symbols.facts.forEach(({ heritage }, module) => {
      for (let row = 0; row < heritage.length; row += HERITAGE.WORDS) {
        const symbol = terms.symbolAt(module, heritage[row + HERITAGE.DECLARATION] ?? 0);
        const own = this.rows.get(symbol);
        if (own) own.push(row);
        else this.rows.set(symbol, [row]);
      }
    });
  }

  /** Symbols of a module that extend or implement something, ascending. */
  heirsIn(module: number): readonly number[] {
    const heirs = new Set<number>();
    const heritage = this.symbols.facts[module]?.heritage ?? NO_WORDS;
    for (let row = 0; row < heritage.length; row += HERITAGE.WORDS) {
      const how = heritage[row + HERITAGE.HOW] ?? 0;
      if (how === HERITAGE_EXTENDS || how === HERITAGE_IMPLEMENTS)
        heirs.add(this.terms.symbolAt(module, heritage[row + HERITAGE.DECLARATION] ?? 0));
    }
    return [...heirs].sort((a, b) => a - b);
  }

  /**
   * Types of what it extends: instances, even of a class that stands there as a value.
   * @param type of a class or interface, an instance's
   */
  extended(type: Type): readonly Type[] {
    const known = this.known.get(type);
    if (known !== undefined) return known;
    const { table } = this.terms;
    // Asked for once more while it is found out, it rests on nothing: a class that extends itself.
    return this.known.find(type, NO_TYPES, () =>
      this.typesOf(symbolOfType(table.unbound(type)), HERITAGE_EXTENDS, table.environmentOf(type)),
    );
  }

  /** Types of what a symbol says that it implements. */
  implemented(type: Type): readonly Type[] {
    const { table } = this.terms;
    return this.typesOf(symbolOfType(table.unbound(type)), HERITAGE_IMPLEMENTS, table.environmentOf(type));
  }

  /** Both of a symbol, whatever its type parameters stand for. What implements a mapped type overrides nothing of what that runs over. */
  basesOf(symbol: number): readonly Type[] {
    const bases = [...this.extended(instanceType(symbol)), ...this.implemented(instanceType(symbol))];
    return bases.filter((base) => this.terms.table.partsOf(base)?.op !== 'mapped');
  }

  /** Terms of its rows of one kind. @param how HERITAGE_… */
  termsOf(symbol: number, how: number): readonly number[] {
    const rows = this.rows.get(symbol);
    if (!rows) return NO_TERMS;
    const heritage = this.heritageOf(symbol);
    return rows.filter((row) => heritage[row + HERITAGE.HOW] === how).map((row) => heritage[row + HERITAGE.TERM] ?? 0);
  }

  private typesOf(symbol: number, how: number, environment: Environment): Type[] {
    const module = this.symbols.modules[symbol] ?? 0;
    return this.termsOf(symbol, how).map((term) => this.terms.named(module, term, environment));
  }

  private heritageOf(symbol: number): Uint32Array {
    return this.symbols.facts[this.symbols.modules[symbol] ?? 0]?.heritage ?? NO_WORDS;
  }
}

const NO_TERMS: readonly number[] = [];
const NO_TYPES: readonly Type[] = [];
const NO_WORDS = new Uint32Array();
