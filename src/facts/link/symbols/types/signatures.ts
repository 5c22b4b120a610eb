import { DECLARATION, DECLARED_OVERLOAD, HERITAGE_CALLED, HERITAGE_MADE, NO_SYMBOL } from '../../../symbol-records.ts';
import { CLASS, FUNCTION, isVariableKind, METHOD } from '../meanings.ts';
import type { Environment } from './environments.ts';
import { Memo } from './memo.ts';
import type { TermTypes } from './term-types.ts';
import type { TypeContext } from './type-context.ts';
import { FOREIGN, isInstance, isSymbolValue, symbolOfType, type TermMade, type Type, UNKNOWN } from './type-table.ts';

/** One way to call something. */
export interface Signature {
  readonly module: number;
  /** A `function`. */
  readonly term: number;
  /** Its own type parameters. */
  readonly parameters: readonly Type[];
  /** What those of the things around it stand for. */
  readonly environment: Environment;
}

/** Types that are looked at for the signatures of one. */
const MOST_TYPES = 32;

/** The ways in which values can be called, by what is declared of them. */
export class Signatures {
  private readonly context: TypeContext;
  private readonly terms: TermTypes;
  private readonly known: Memo<Type, readonly Signature[]>;

  constructor(context: TypeContext, terms: TermTypes) {
    this.context = context;
    this.terms = terms;
    this.known = new Memo(terms.doubts);
  }

  /** Of a function, a method, or anything that has call signatures; none of a class. */
  called(type: Type): readonly Signature[] {
    if (type === UNKNOWN || type === FOREIGN) return NONE;
    return this.known.get(type) ?? this.known.find(type, NONE, () => this.of(type, HERITAGE_CALLED));
  }

  /** Of a class its constructors, nearest first, or of what has signatures of `new`. */
  made(type: Type): readonly Signature[] {
    const { table, parameters } = this.terms;
    const own = table.unbound(type);
    if (!isSymbolValue(own)) return this.of(type, HERITAGE_MADE);
    const { children, symbols, externals } = this.context;
    const seen = new Set<Type>();
    // What is extended is looked at as an instance: its environment is that of the class.
    let at = own - 1;
    let environment = table.environmentOf(type);
    while (!seen.has(at) && seen.size < MOST_TYPES) {
      seen.add(at);
      const symbol = symbolOfType(table.unbound(at));
      if (externals.has(symbol) || symbols.kinds[symbol] !== CLASS) return [];
      const built = children.find(symbol, symbols.names.numberOf('constructor'), () => true);
      if (built !== NO_SYMBOL) {
        const found = this.declared(built, environment);
        return seen.size > 1 ? found : found.map((one) => ({ ...one, parameters: parameters.of(symbol) }));
      }
      const [base = FOREIGN] = this.terms.members.heritage.extended(table.bound(table.unbound(at), environment));
      if (!isInstance(table.unbound(base))) return [];
      at = base;
      environment = table.environmentOf(base);
    }
    return [];
  }

  private of(type: Type, how: number): readonly Signature[] {
    const { table } = this.terms;
    const found: Signature[] = [];
    const seen = new Set<Type>([type]);
    for (let level = [type]; level.length > 0 && found.length === 0 && seen.size <= MOST_TYPES; ) {
      const next: Type[] = [];
      for (const at of level) {
        const made = table.partsOf(at);
        if (made?.op === 'function') found.push(this.unwrapped(made.module, made.term, made.environment));
        else if (made?.op === 'shape') found.push(...this.ofShape(made, how));
        else if (made?.op === 'type-parameter') next.push(this.terms.parameters.constraint(at));
        else if (made === null || made.op === 'bound') found.push(...this.ofSymbol(at, how));
        if (found.length === 0) next.push(...this.terms.members.behind(at));
      }
      level = next.filter((behind) => behind !== 0 && !seen.has(behind));
      for (const behind of level) seen.add(behind);
    }
    return found;
  }

  private ofShape(shape: TermMade, how: number): readonly Signature[] {
    const name = this.context.symbols.names.numberOf(how === HERITAGE_CALLED ? '()' : 'new()');
    const made = this.terms.table.partsOf(this.terms.shapes.member(shape, name));
    return made?.op === 'function' ? [this.unwrapped(made.module, made.term, made.environment)] : [];
  }

  private ofSymbol(type: Type, how: number): readonly Signature[] {
    const { table, members, columns } = this.terms;
    const own = table.unbound(type);
    if (own <= FOREIGN) return [];
    const symbol = symbolOfType(own);
    const { externals, symbols } = this.context;
    if (externals.has(symbol)) return [];
    const kind = symbols.kinds[symbol] ?? 0;
    const environment = table.environmentOf(type);
    if (isSymbolValue(own) && (kind === FUNCTION || kind === METHOD)) {
      return how === HERITAGE_CALLED ? this.declared(symbol, environment) : [];
    }
    if (isSymbolValue(own) && !isVariableKind(kind)) return [];
    const module = symbols.modules[symbol] ?? 0;
    return members.heritage
      .termsOf(symbol, how)
      .filter((term) => isFunctionOp(columns.op(module, term)))
      .map((term) => this.unwrapped(module, term, environment));
  }

  /** Of its overloads, or else of itself. */
  private declared(symbol: number, environment: Environment): readonly Signature[] {
    const found: Signature[] = [];
    const { symbols } = this.context;
    const module = symbols.modules[symbol] ?? 0;
    const declarations = symbols.facts[module]?.declarations ?? EMPTY;
    const end = symbols.declarationOffsets[symbol + 1] ?? 0;
    let overloads = 0;
    for (let at = symbols.declarationOffsets[symbol] ?? 0; at < end; at++) {
      const flags = declarations[(symbols.declarations[at] ?? 0) * DECLARATION.WORDS + DECLARATION.FLAGS] ?? 0;
      const isOverload = (flags & DECLARED_OVERLOAD) !== 0;
      if (isOverload) overloads++;
      else if (overloads > 0) continue;
      const term = this.terms.symbolTypes.termOf(symbol, at) - 1;
      if (term >= 0 && isFunctionOp(this.terms.columns.op(module, term)))
        found.push(this.unwrapped(module, term, environment));
    }
    return found;
  }

  private unwrapped(module: number, term: number, environment: Environment): Signature {
    const { columns, parameters } = this.terms;
    if (columns.op(module, term) !== 'generic') return { module, term, parameters: [], environment };
    const own = parameters.inList(module, columns.b(module, term));
    return { module, term: columns.a(module, term), parameters: own, environment };
  }
}

const isFunctionOp = (op: string): boolean => op === 'function' || op === 'generic';

const EMPTY = new Uint32Array();
const NONE: readonly Signature[] = [];
