import { DECLARATION, DECLARED_OVERLOAD, NO_SYMBOL, TERM, TERM_OPS } from '../../../symbol-records.ts';
import { CLASS } from '../meanings.ts';
import type { TermTypes } from './term-types.ts';
import type { TypeContext } from './type-context.ts';
import { type Type, UNKNOWN } from './type-table.ts';

const FUNCTION_TERM = TERM_OPS.indexOf('function');

/** What declared functions and methods give and take. */
export class FunctionSymbols {
  private readonly context: TypeContext;
  private readonly terms: TermTypes;

  constructor(context: TypeContext, terms: TermTypes) {
    this.context = context;
    this.terms = terms;
  }

  /** What the call of a function or method gives: of its overloads, or else of itself. */
  returned(symbol: number): Type {
    const types: Type[] = [];
    const { symbols } = this.context;
    const module = symbols.modules[symbol] ?? 0;
    const { terms, declarations } = symbols.facts[module] ?? { terms: EMPTY, declarations: EMPTY };
    const end = symbols.declarationOffsets[symbol + 1] ?? 0;
    let overloads = 0;
    for (let at = symbols.declarationOffsets[symbol] ?? 0; at < end; at++) {
      const flags = declarations[(symbols.declarations[at] ?? 0) * DECLARATION.WORDS + DECLARATION.FLAGS] ?? 0;
      const isOverload = (flags & DECLARED_OVERLOAD) !== 0;
      if (isOverload) overloads++;
      else if (overloads > 0) continue;
      const term = this.terms.symbolTypes.termOf(symbol, at) - 1;
      if (term < 0 || terms[term * TERM.WORDS + TERM.OP] !== FUNCTION_TERM) continue;
      const given = terms[term * TERM.WORDS + TERM.A] ?? 0;
      if (given > 0) types.push(this.terms.of(module, given));
    }
    return this.terms.table.union(types);
  }

  /** What the parameter of a function takes; of a class, of its constructor. */
  parameter(symbol: number, position: number): Type {
    const { symbols, children, externals } = this.context;
    if (externals.has(symbol)) return UNKNOWN;
    const isClass = symbols.kinds[symbol] === CLASS;
    const called = isClass ? children.find(symbol, this.constructorName(), () => true) : symbol;
    if (called === NO_SYMBOL) return UNKNOWN;
    return this.terms.symbolTypes.first(called, (module, term) => this.terms.calls.parameterOf(module, term, position));
  }

  private constructorName(): number {
    return this.context.symbols.names.numberOf('constructor');
  }
}

const EMPTY = new Uint32Array();
