import { DECLARATION } from '../../../symbol-records.ts';
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
  PROPERTY,
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

/** What a symbol is as a value and as a type: from its declarations. */
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

  /** What the terms of its declarations say, the first that says anything; of a property that parts of a union have, any of them. */
  declared(symbol: number): Type {
    if (this.context.symbols.kinds[symbol] === PROPERTY) return this.terms.table.union(this.declaredTypes(symbol));
    return this.first(symbol, (module, term) => this.terms.of(module, term));
  }

  /** What `typeOf` makes of the terms of its declarations, the first that says anything. */
  first(symbol: number, typeOf: (module: number, term: number) => Type): Type {
    const { declarationOffsets, modules } = this.context.symbols;
    for (let at = declarationOffsets[symbol] ?? 0; at < (declarationOffsets[symbol + 1] ?? 0); at++) {
      const term = this.termOf(symbol, at) - 1;
      const type = term < 0 ? UNKNOWN : typeOf(modules[symbol] ?? 0, term);
      if (type !== UNKNOWN) return type;
    }
    return UNKNOWN;
  }

  /** What the terms of each of its declarations say. */
  private declaredTypes(symbol: number): Type[] {
    const { declarationOffsets, modules } = this.context.symbols;
    const types: Type[] = [];
    for (let at = declarationOffsets[symbol] ?? 0; at < (declarationOffsets[symbol + 1] ?? 0); at++) {
      const term = this.termOf(symbol, at) - 1;
      types.push(term < 0 ? UNKNOWN : this.terms.of(modules[symbol] ?? 0, term));
    }
    return types;
  }

  /** Of one of its declarations: a term plus 1, or 0. */
  termOf(symbol: number, at: number): number {
    const { symbols } = this.context;
    const declarations = symbols.facts[symbols.modules[symbol] ?? 0]?.declarations;
    return declarations?.[(symbols.declarations[at] ?? 0) * DECLARATION.WORDS + DECLARATION.TERM] ?? 0;
  }
}

const NO_TYPES: readonly Type[] = [];
