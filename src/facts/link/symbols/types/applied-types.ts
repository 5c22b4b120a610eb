import { NO_SYMBOL } from '../../../symbol-records.ts';
import { CLASS } from '../meanings.ts';
import type { Environment } from './environments.ts';
import { namedSymbol } from './named-types.ts';
import type { TermTypes } from './term-types.ts';
import type { TypeContext } from './type-context.ts';
import { isSymbolValue, symbolOfType, type Type } from './type-table.ts';

/** An `applied` term: what is generic, with types for its parameters. */
export function appliedType(
  context: TypeContext,
  terms: TermTypes,
  module: number,
  term: number,
  environment: Environment,
): Type {
  const { columns, parameters } = terms;
  const a = columns.a(module, term);
  const types = terms.listed(module, columns.b(module, term), environment);
  const op = columns.op(module, a);
  if (op === 'instance') {
    const symbol = namedSymbol(context, terms, module, columns.a(module, a));
    return symbol === NO_SYMBOL ? terms.of(module, a, environment) : terms.symbolTypes.applied(symbol, types);
  }
  if (op === 'generic' && columns.op(module, columns.a(module, a)) !== 'function') {
    const own = parameters.inList(module, columns.b(module, a));
    return terms.of(module, columns.a(module, a), parameters.bind(own, types, environment));
  }
  return terms.each(terms.of(module, a, environment), (type) => appliedValue(context, terms, type, types));
}

/** A class or function with types for its own parameters. */
function appliedValue(context: TypeContext, { table, calls, parameters }: TermTypes, type: Type, types: Type[]): Type {
  const own = table.unbound(type);
  if (isSymbolValue(own) && context.symbols.kinds[symbolOfType(own)] === CLASS) {
    return table.bound(own, parameters.boundBy(symbolOfType(own), types));
  }
  const made = calls.signatures.called(type).map((signature) => {
    const inner = parameters.bind(signature.parameters, types, signature.environment);
    return table.ofTerm('function', signature.module, signature.term, inner);
  });
  return made.length === 0 ? type : table.union(made);
}
