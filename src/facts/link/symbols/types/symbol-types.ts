import { DECLARATION, DECLARED_OVERLOAD, NO_SYMBOL, TERM, TERM_OPS } from '../../../symbol-records.ts';
import {
  CLASS,
  CONSTRUCTOR,
  ENUM,
  ENUM_MEMBER,
  FUNCTION,
  INTERFACE,
  METHOD,
  MODULE,
  NAMESPACE,
  TYPE,
} from '../meanings.ts';
import type { TermTypes } from './term-types.ts';
import type { TypeContext } from './type-context.ts';
import {
  FOREIGN,
  instanceType,
  isInstance,
  isSymbolValue,
  symbolOfType,
  type Type,
  UNKNOWN,
  valueType,
} from './type-table.ts';

const FUNCTION_TERM = TERM_OPS.indexOf('function');

/** What a symbol is as a value, as a type, and as a function: from its declarations. */
export class SymbolTypes {
  private readonly context: TypeContext;
  private readonly terms: TermTypes;

  constructor(context: TypeContext, terms: TermTypes) {
    this.context = context;
    this.terms = terms;
  }

  /** What reading it gives. */
  value(symbol: number): Type {
    const { symbols, externals, children } = this.context;
    if (externals.has(symbol)) return valueType(symbol);
    switch (symbols.kinds[symbol]) {
      case MODULE:
      case CLASS:
      case ENUM:
      case NAMESPACE:
      case FUNCTION:
      case METHOD:
      case CONSTRUCTOR:
        return valueType(symbol);
      case ENUM_MEMBER:
        return FOREIGN;
      case INTERFACE:
      case TYPE:
        return UNKNOWN;
      default:
        // Its members are those of its object literal or object type; what else it is lies behind.
        return children.of(symbol).length > 0 ? valueType(symbol) : this.declared(symbol);
    }
  }

  /** What has it for a type. */
  instance(symbol: number): Type {
    const { symbols, externals, children } = this.context;
    // What the project adds to it is known.
    if (externals.has(symbol)) return this.terms.table.allOf([FOREIGN, ...this.added(symbol)]);
    switch (symbols.kinds[symbol]) {
      case CLASS:
      case INTERFACE:
        return instanceType(symbol);
      case ENUM:
      case ENUM_MEMBER:
        return FOREIGN;
      case TYPE:
        return children.of(symbol).length > 0 ? instanceType(symbol) : this.declared(symbol);
      case MODULE:
      case NAMESPACE:
      case FUNCTION:
        return UNKNOWN;
      default:
        return this.ofClass(this.value(symbol));
    }
  }

  /** Types of what files add to a type of another module. */
  added(symbol: number): readonly Type[] {
    return this.context.additions.get(symbol)?.map(instanceType) ?? NO_TYPES;
  }

  /** An object of the class that a value is. */
  ofClass(type: Type): Type {
    if (isInstance(type) || type === FOREIGN) return type;
    if (!isSymbolValue(type)) return this.terms.table.partsOf(type)?.op === 'all-of' ? type : UNKNOWN;
    const symbol = symbolOfType(type);
    if (this.context.externals.has(symbol)) return FOREIGN;
    return this.context.symbols.kinds[symbol] === CLASS ? instanceType(symbol) : UNKNOWN;
  }

  /** What the terms of its declarations say, the first that says anything. */
  declared(symbol: number): Type {
    return this.first(symbol, (module, term) => this.terms.of(module, term));
  }

  /** What the call of a function or method gives: of its overloads, or else of itself. */
  returned(symbol: number): Type {
    const types: Type[] = [];
    const { symbols } = this.context;
    const module = symbols.modules[symbol] ?? 0;
    const { terms, declarations } = this.factsOf(module);
    const end = symbols.declarationOffsets[symbol + 1] ?? 0;
    let overloads = 0;
    for (let at = symbols.declarationOffsets[symbol] ?? 0; at < end; at++) {
      const flags = declarations[(symbols.declarations[at] ?? 0) * DECLARATION.WORDS + DECLARATION.FLAGS] ?? 0;
      const isOverload = (flags & DECLARED_OVERLOAD) !== 0;
      if (isOverload) overloads++;
      else if (overloads > 0) continue;
      const term = this.termOf(symbol, at) - 1;
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
    return this.first(called, (module, term) => this.terms.calls.parameterOf(module, term, position));
  }

  private constructorName(): number {
    return this.context.symbols.names.numberOf('constructor');
  }

  private first(symbol: number, typeOf: (module: number, term: number) => Type): Type {
    const { declarationOffsets, modules } = this.context.symbols;
    for (let at = declarationOffsets[symbol] ?? 0; at < (declarationOffsets[symbol + 1] ?? 0); at++) {
      const term = this.termOf(symbol, at) - 1;
      const type = term < 0 ? UNKNOWN : typeOf(modules[symbol] ?? 0, term);
      if (type !== UNKNOWN) return type;
    }
    return UNKNOWN;
  }

  /** Of one of its declarations: a term plus 1, or 0. */
  private termOf(symbol: number, at: number): number {
    const { symbols } = this.context;
    const { declarations } = this.factsOf(symbols.modules[symbol] ?? 0);
    return declarations[(symbols.declarations[at] ?? 0) * DECLARATION.WORDS + DECLARATION.TERM] ?? 0;
  }

  private factsOf(module: number): { readonly terms: Uint32Array; readonly declarations: Uint32Array } {
    return this.context.symbols.facts[module] ?? { terms: EMPTY, declarations: EMPTY };
  }
}

const EMPTY = new Uint32Array();
const NO_TYPES: readonly Type[] = [];
