import { LibraryMethods } from './library-methods.ts';
import type { TermTypes } from './term-types.ts';
import type { TypeContext } from './type-context.ts';
import { isSymbolValue, symbolOfType, type Type, UNKNOWN } from './type-table.ts';

/** What functions give and take. */
export class CallTypes {
  readonly library: LibraryMethods;
  private readonly context: TypeContext;
  private readonly terms: TermTypes;

  constructor(context: TypeContext, terms: TermTypes) {
    this.context = context;
    this.terms = terms;
    this.library = new LibraryMethods(terms.table, context.symbols.names);
  }

  /** What calling it gives. */
  called(type: Type): Type {
    const { table, columns, symbolTypes } = this.terms;
    if (isSymbolValue(type)) {
      const symbol = symbolOfType(type);
      return this.context.externals.has(symbol) ? UNKNOWN : symbolTypes.returned(symbol);
    }
    const made = table.partsOf(type);
    if (made?.op === 'library-method') return this.library.call(made);
    if (made?.op !== 'function') return UNKNOWN;
    const given = columns.a(made.module, made.term);
    return given > 0 ? this.terms.of(made.module, given) : UNKNOWN;
  }

  /** What its parameter of that number takes. */
  parameter(type: Type, position: number): Type {
    if (isSymbolValue(type)) return this.terms.symbolTypes.parameter(symbolOfType(type), position);
    const made = this.terms.table.partsOf(type);
    if (made?.op === 'function') return this.parameterOf(made.module, made.term, position);
    if (made?.op === 'library-method' || made?.op === 'library-callback') return this.library.parameter(made, position);
    return UNKNOWN;
  }

  /** @param term a `function`, or what is evaluated to one */
  parameterOf(module: number, term: number, position: number): Type {
    const { columns } = this.terms;
    if (columns.op(module, term) !== 'function') return this.parameter(this.terms.of(module, term), position);
    let list = columns.b(module, term);
    for (let at = 0; at < position && list > 0; at++) list = columns.b(module, list);
    return list > 0 ? this.terms.of(module, columns.a(module, list)) : UNKNOWN;
  }
}
