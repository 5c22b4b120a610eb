import { HERITAGE_GENERIC, NO_SYMBOL } from '../../../symbol-records.ts';
import type { ProjectSymbols } from '../project-symbols.ts';
import { type Binding, type Environment, NO_ENVIRONMENT } from './environments.ts';
import type { TermTypes } from './term-types.ts';
import { type Type, UNKNOWN } from './type-table.ts';

/** What is looked at of the symbols around a symbol. */
const DEEPEST = 32;

/** Type parameters of symbols, and what they stand for where something is applied to types. */
export class TypeParameters {
  private readonly symbols: ProjectSymbols;
  private readonly terms: TermTypes;
  private readonly own = new Map<number, readonly Type[]>();
  private readonly around = new Map<number, readonly Type[]>();

  constructor(symbols: ProjectSymbols, terms: TermTypes) {
    this.symbols = symbols;
    this.terms = terms;
  }

  /** Those of a class, interface or type alias, in order: of all its declarations one after another. */
  of(symbol: number): readonly Type[] {
    let found = this.own.get(symbol);
    if (found === undefined) {
      const module = this.symbols.modules[symbol] ?? 0;
      found = this.lists(symbol).flatMap((list) => this.inList(module, list));
      if (found.length === 0) found = NONE;
      this.own.set(symbol, found);
    }
    return found;
  }

  /** Those that may stand in what a symbol is: its own, and of what it is a member of. */
  freeIn(symbol: number): readonly Type[] {
    let found = this.around.get(symbol);
    if (found === undefined) {
      const all: Type[] = [];
      let at = symbol;
      for (let depth = 0; at !== NO_SYMBOL && depth < DEEPEST; depth++) {
        all.push(...this.of(at));
        at = this.symbols.parents[at] ?? NO_SYMBOL;
      }
      found = all.length === 0 ? NONE : all;
      this.around.set(symbol, found);
    }
    return found;
  }

  /** A `list` of `type-parameter` terms. */
  inList(module: number, list: number): Type[] {
    return this.terms.columns.list(module, list).map((term) => this.terms.of(module, term));
  }

  /** What the type parameters of a symbol stand for where it has these arguments; merged declarations name them each in their own way. */
  boundBy(symbol: number, given: readonly Type[]): Environment {
    const module = this.symbols.modules[symbol] ?? 0;
    return this.lists(symbol).reduce(
      (environment, list) => this.bind(this.inList(module, list), given, environment),
      NO_ENVIRONMENT,
    );
  }

  /** Binds each to its argument; to its default where there is none. What nothing is known of stands for itself, and so for its constraint. */
  bind(parameters: readonly Type[], given: readonly Type[], outer: Environment): Environment {
    const { environments } = this.terms.table;
    let environment = outer;
    parameters.forEach((parameter, at) => {
      const type = given[at] ?? this.byDefault(parameter, environment);
      if (type !== UNKNOWN && type !== parameter)
        environment = environments.with(environment, [[parameter, type] satisfies Binding]);
    });
    return environment;
  }

  constraint(parameter: Type, environment: Environment = NO_ENVIRONMENT): Type {
    return this.part(parameter, 0, environment);
  }

  byDefault(parameter: Type, environment: Environment): Type {
    return this.part(parameter, 1, environment);
  }

  private part(parameter: Type, position: number, environment: Environment): Type {
    const made = this.terms.table.partsOf(parameter);
    if (made?.op !== 'type-parameter') return UNKNOWN;
    const { columns } = this.terms;
    const term = columns.list(made.module, columns.b(made.module, made.term))[position] ?? 0;
    return term > 0 ? this.terms.of(made.module, term, environment) : UNKNOWN;
  }

  private lists(symbol: number): readonly number[] {
    return this.terms.members.heritage.termsOf(symbol, HERITAGE_GENERIC);
  }
}

const NONE: readonly Type[] = [];
