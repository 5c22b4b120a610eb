import { DECLARATION, HERITAGE_CALLED, HERITAGE_INDEXED, HERITAGE_MADE } from '../../../symbol-records.ts';
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
import { type Environment, NO_ENVIRONMENT } from './environments.ts';
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

  /** What reading it gives. @param environment of what it is a member of */
  value(symbol: number, environment: Environment = NO_ENVIRONMENT): Type {
    const { symbols, externals } = this.context;
    if (externals.has(symbol)) return valueType(symbol);
    switch (symbols.kinds[symbol]) {
      case MODULE:
      case CLASS:
      case ENUM:
      case NAMESPACE:
      case FUNCTION:
        return valueType(symbol);
      case METHOD:
      case CONSTRUCTOR:
        return this.boundTo(symbol, valueType(symbol), environment);
      case ENUM_MEMBER:
        return FOREIGN;
      case INTERFACE:
      case TYPE:
        return UNKNOWN;
      default:
        // Its members are those of its object literal or object type; what else it is lies behind.
        return this.isListed(symbol)
          ? this.boundTo(symbol, valueType(symbol), environment)
          : this.declared(symbol, environment);
    }
  }

  /** Whether members or signatures are listed for it: then it is a type itself, and what else it is lies behind. */
  private isListed(symbol: number): boolean {
    const { heritage } = this.terms.members;
    return (
      this.context.children.of(symbol).length > 0 || SIGNATURES.some((how) => heritage.termsOf(symbol, how).length > 0)
    );
  }

  /** What has it for a type where no types are written behind it: their defaults stand for its type parameters. */
  instance(symbol: number): Type {
    return this.applied(symbol, NO_TYPES);
  }

  /** What has it for a type, with these types for its parameters. */
  applied(symbol: number, given: readonly Type[]): Type {
    const parameters = this.context.externals.has(symbol) ? NO_TYPES : this.terms.parameters.of(symbol);
    return this.instanceIn(
      symbol,
      parameters.length === 0 ? NO_ENVIRONMENT : this.terms.parameters.boundBy(symbol, given),
    );
  }

  /** The same where it is said what they stand for. */
  private instanceIn(symbol: number, environment: Environment): Type {
    const { symbols, externals } = this.context;
    // What the project adds to it is known.
    if (externals.has(symbol)) return this.terms.table.allOf([FOREIGN, ...this.added(symbol)]);
    switch (symbols.kinds[symbol]) {
      case CLASS:
      case INTERFACE:
        return this.terms.table.bound(instanceType(symbol), environment);
      case ENUM:
      case ENUM_MEMBER:
        return FOREIGN;
      case TYPE:
        return this.isListed(symbol)
          ? this.terms.table.bound(instanceType(symbol), environment)
          : this.declared(symbol, environment);
      case MODULE:
      case NAMESPACE:
      case FUNCTION:
        return UNKNOWN;
      default:
        return this.ofClass(this.value(symbol));
    }
  }

  /** Types of what files add to a type of another module, each with type parameters of its own. */
  added(symbol: number, environment: Environment = NO_ENVIRONMENT): readonly Type[] {
    const added = this.context.additions.get(symbol);
    if (!added) return NO_TYPES;
    const { parameters, table } = this.terms;
    const own = environment === NO_ENVIRONMENT ? NO_TYPES : parameters.of(symbol);
    const given = own.map((parameter) => table.environments.get(environment, parameter) ?? UNKNOWN);
    return added.map((other) => this.terms.table.bound(instanceType(other), parameters.boundBy(other, given)));
  }

  /** An object of the class that a value is. */
  ofClass(type: Type): Type {
    const { table } = this.terms;
    const own = table.unbound(type);
    if (isInstance(own) || type === FOREIGN) return type;
    if (!isSymbolValue(own)) return table.partsOf(type)?.op === 'all-of' ? type : UNKNOWN;
    const symbol = symbolOfType(own);
    if (this.context.externals.has(symbol)) return FOREIGN;
    if (this.context.symbols.kinds[symbol] !== CLASS) return UNKNOWN;
    return table.bound(instanceType(symbol), table.environmentOf(type));
  }

  /** A symbol's type where what it stands in is of such type parameters. */
  boundTo(symbol: number, type: Type, environment: Environment): Type {
    const { table, parameters } = this.terms;
    if (environment === NO_ENVIRONMENT) return type;
    return table.bound(type, table.environments.restricted(environment, parameters.freeIn(symbol)));
  }

  /** What the terms of its declarations say, the first that says anything; of a property that parts of a union have, any of them. */
  declared(symbol: number, environment: Environment = NO_ENVIRONMENT): Type {
    const { terms } = this;
    if (this.context.symbols.kinds[symbol] === PROPERTY)
      return terms.table.union(this.declaredTypes(symbol, environment));
    return this.first(symbol, (module, term) => terms.of(module, term, environment));
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
  private declaredTypes(symbol: number, environment: Environment): Type[] {
    const { declarationOffsets, modules } = this.context.symbols;
    const types: Type[] = [];
    for (let at = declarationOffsets[symbol] ?? 0; at < (declarationOffsets[symbol + 1] ?? 0); at++) {
      const term = this.termOf(symbol, at) - 1;
      types.push(term < 0 ? UNKNOWN : this.terms.of(modules[symbol] ?? 0, term, environment));
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

const SIGNATURES = [HERITAGE_CALLED, HERITAGE_MADE, HERITAGE_INDEXED];
const NO_TYPES: readonly Type[] = [];
