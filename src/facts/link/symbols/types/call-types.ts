import { type Arguments, NO_ARGUMENTS } from './arguments.ts';
import { type Binding, type Environment, NO_ENVIRONMENT } from './environments.ts';
import { Inference } from './inference.ts';
import { LibraryMethods } from './library-methods.ts';
import { Memo } from './memo.ts';
import { type Signature, Signatures } from './signatures.ts';
import type { TermTypes } from './term-types.ts';
import type { TypeContext } from './type-context.ts';
import { isSymbolValue, type Type, UNKNOWN } from './type-table.ts';

/** What functions give and take. */
export class CallTypes {
  readonly library: LibraryMethods;
  readonly signatures: Signatures;
  private readonly inference: Inference;
  private readonly known: Memo<string, Environment>;
  private readonly terms: TermTypes;

  constructor(context: TypeContext, terms: TermTypes) {
    this.terms = terms;
    this.known = new Memo(terms.doubts);
    this.signatures = new Signatures(context, terms);
    this.inference = new Inference(terms);
    this.library = new LibraryMethods(terms, context.symbols.names);
  }

  /** What calling it gives. */
  called(type: Type, given: Arguments = NO_ARGUMENTS): Type {
    const made = this.terms.table.partsOf(type);
    if (made?.op === 'library-method') return this.library.call(made, given);
    const [only, ...others] = this.signatures.called(type);
    if (only === undefined) return UNKNOWN;
    if (others.length === 0) return this.returned(only, given);
    return this.terms.table.union([only, ...others].map((signature) => this.returned(signature, given)));
  }

  /** What `new` gives of it. */
  made(type: Type, given: Arguments): Type {
    const { table, symbolTypes, parameters } = this.terms;
    const made = symbolTypes.ofClass(type);
    const own = table.unbound(made);
    if (made === UNKNOWN) {
      const types = this.signatures.made(type).map((signature) => this.returned(signature, given));
      return table.union(types);
    }
    if (!isSymbolValue(own + 1) || own <= 1 || table.environmentOf(made) !== NO_ENVIRONMENT) return made;
    if (parameters.of((own - 2) >>> 1).length === 0) return made;
    const [signature] = this.signatures.made(type);
    const free = parameters.of((own - 2) >>> 1);
    const environment = signature
      ? this.inferred({ ...signature, parameters: free }, given, true)
      : this.settled(free, NO_ENVIRONMENT);
    return table.bound(made, table.environments.restricted(environment, free));
  }

  /** What its parameter of that number takes; where more is passed, the type parameters stand for what it says. */
  parameter(type: Type, position: number, given: Arguments = NO_ARGUMENTS): Type {
    const made = this.terms.table.partsOf(type);
    if (made?.op === 'library-method' || made?.op === 'library-callback') return this.library.parameter(made, position);
    return this.first(this.signatures.called(type), position, given) || this.constructed(type, position, given);
  }

  /** The same of what `new` calls. */
  constructed(type: Type, position: number, given: Arguments = NO_ARGUMENTS): Type {
    return this.first(this.signatures.made(type), position, given);
  }

  /** What a signature's parameter takes, where type parameters stand for this. */
  parameterIn(signature: Signature, position: number, environment: Environment): Type {
    const term = this.parameterTerm(signature, position);
    return term > 0 ? this.terms.of(signature.module, term, environment) : UNKNOWN;
  }

  private parameterTerm({ module, term }: Signature, position: number): number {
    const { columns } = this.terms;
    let list = columns.b(module, term);
    for (let at = 0; at < position && list > 0; at++) {
      if (columns.op(module, columns.a(module, list)) === 'rest') break;
      list = columns.b(module, list);
    }
    return list > 0 ? columns.a(module, list) : 0;
  }

  /** What a signature gives, with its own type parameters in it. */
  returnedBy({ module, term, environment }: Signature): Type {
    const given = this.terms.columns.a(module, term);
    return given > 0 ? this.terms.of(module, given, environment) : UNKNOWN;
  }

  /** What calling a signature gives. */
  returned(signature: Signature, given: Arguments): Type {
    const { columns } = this.terms;
    const term = columns.a(signature.module, signature.term);
    if (term <= 0) return UNKNOWN;
    if (!this.terms.open.has(signature.module, term)) return this.terms.of(signature.module, term);
    return this.terms.of(signature.module, term, this.inferred(signature, given, true));
  }

  private first(signatures: readonly Signature[], position: number, given: Arguments): Type {
    for (const signature of signatures) {
      const term = this.parameterTerm(signature, position);
      if (term === 0) continue;
      const isOpen = this.terms.open.has(signature.module, term);
      const environment = isOpen ? this.inferred(signature, given, false) : NO_ENVIRONMENT;
      const type = this.terms.of(signature.module, term, environment);
      if (type !== UNKNOWN) return type;
    }
    return UNKNOWN;
  }

  /**
   * What type parameters stand for in a call: what the arguments say.
   * @param isSettled whether those of which nothing is said stand for their defaults
   */
  private inferred(signature: Signature, given: Arguments, isSettled: boolean): Environment {
    if (signature.parameters.length === 0) return signature.environment;
    const { table } = this.terms;
    const { environment } = signature;
    const free = signature.parameters.filter(
      (parameter) => table.environments.get(environment, parameter) === undefined,
    );
    if (free.length === 0) return environment;
    const key = `${signature.module} ${signature.term} ${environment} ${given.module} ${given.list} ${given.environment}`;
    // Needed while it is found out, nothing more is known.
    const inner = this.known.get(key) ?? this.known.find(key, environment, () => this.infer(signature, free, given));
    return isSettled ? this.settled(free, inner) : inner;
  }

  private infer(signature: Signature, free: readonly Type[], given: Arguments): Environment {
    const { table, columns } = this.terms;
    const { environment } = signature;
    const found = new Map<Type, Type>(free.map((parameter) => [parameter, UNKNOWN]));
    columns.list(given.module, given.list).forEach((term, position) => {
      if (term === 0 || columns.op(given.module, term) === 'rest') return;
      const declared = this.parameterIn(signature, position, environment);
      if (declared !== UNKNOWN)
        this.inference.match(declared, this.terms.of(given.module, term, given.environment), found);
    });
    const said = [...found].filter((binding): binding is [Type, Type] => binding[1] !== UNKNOWN);
    return table.environments.with(environment, said satisfies Binding[]);
  }

  private settled(free: readonly Type[], environment: Environment): Environment {
    const { table, parameters } = this.terms;
    return free.reduce((inner, parameter) => {
      if (table.environments.get(inner, parameter) !== undefined) return inner;
      const type = parameters.byDefault(parameter, inner) || parameters.constraint(parameter, inner);
      return type === UNKNOWN || type === parameter ? inner : table.environments.with(inner, [[parameter, type]]);
    }, environment);
  }
}
