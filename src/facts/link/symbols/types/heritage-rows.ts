import { HERITAGE } from '../../../symbol-records.ts';
import type { ProjectSymbols } from '../project-symbols.ts';
import type { TermTypes } from './term-types.ts';
import type { Type } from './type-table.ts';

/** What classes and interfaces rest on, over all declarations of a symbol. */
export class HeritageRows {
  private readonly symbols: ProjectSymbols;
  private readonly terms: TermTypes;
  /** Of symbols that have any: words of their rows, in source order. */
  private readonly rows = new Map<number, number[]>();
  private readonly known = new Map<number, readonly Type[]>();

  constructor(symbols: ProjectSymbols, terms: TermTypes) {
    this.symbols = symbols;
    this.terms = terms;
    symbols.facts.forEach(({ heritage }, module) => {
      for (let row = 0; row < heritage.length; row += HERITAGE.WORDS) {
        const symbol = terms.symbolAt(module, heritage[row + HERITAGE.DECLARATION] ?? 0);
        const own = this.rows.get(symbol);
        if (own) own.push(row);
        else this.rows.set(symbol, [row]);
      }
    });
  }

  /** Symbols that extend or implement something, ascending. */
  get heirs(): readonly number[] {
    return [...this.rows.keys()].sort((a, b) => a - b);
  }

  /** Types of what it extends: instances, even of a class that stands there as a value. */
  extended(symbol: number): readonly Type[] {
    let types = this.known.get(symbol);
    if (types === undefined) {
      // Asked for once more while it is found out, it rests on nothing: a class that extends itself.
      this.known.set(symbol, []);
      types = this.typesOf(symbol, 0);
      this.known.set(symbol, types);
    }
    return types;
  }

  /** Types of what it says that it implements. */
  implemented(symbol: number): readonly Type[] {
    return this.typesOf(symbol, 1);
  }

  private typesOf(symbol: number, isImplements: number): Type[] {
    const module = this.symbols.modules[symbol] ?? 0;
    const heritage = this.symbols.facts[module]?.heritage ?? new Uint32Array();
    return (this.rows.get(symbol) ?? [])
      .filter((row) => heritage[row + HERITAGE.IS_IMPLEMENTS] === isImplements)
      .map((row) => this.terms.named(module, heritage[row + HERITAGE.TERM] ?? 0));
  }
}
