import { NO_SYMBOL } from '../../../symbol-records.ts';
import type { Environment } from './environments.ts';
import type { TermTypes } from './term-types.ts';
import type { TypeContext } from './type-context.ts';
import { FOREIGN, type Type, UNKNOWN } from './type-table.ts';

/** What an operand of `instance`, or of a heritage clause, names as a type: an object of that class, or what that alias stands for. */
export function namedType(
  context: TypeContext,
  terms: TermTypes,
  module: number,
  term: number,
  environment: Environment,
): Type {
  const { columns, members, symbolTypes, table } = terms;
  const a = columns.a(module, term);
  switch (columns.op(module, term)) {
    case 'declared':
    case 'imported': {
      const symbol = namedSymbol(context, terms, module, term);
      if (symbol !== NO_SYMBOL) return symbolTypes.instance(symbol);
      return columns.op(module, term) === 'imported'
        ? symbolTypes.ofClass(terms.meaning(context.imports.of(module, a)[0]))
        : UNKNOWN;
    }
    case 'applied': {
      const symbol = namedSymbol(context, terms, module, a);
      if (symbol === NO_SYMBOL)
        return terms.each(terms.of(module, term, environment), (type) => symbolTypes.ofClass(type));
      return symbolTypes.applied(symbol, terms.listed(module, columns.b(module, term), environment));
    }
    case 'member': {
      const holder = terms.of(module, a, environment);
      const found = members.lists.symbols(members.find(holder, columns.name(module, term), true));
      if (found.length === 0 && holder === FOREIGN) return FOREIGN;
      return table.union(found.map((symbol) => symbolTypes.instance(symbol)));
    }
    default:
      return symbolTypes.ofClass(terms.of(module, term, environment));
  }
}

/** The symbol that such an operand names, or NO_SYMBOL where it is none or there are several. */
export function namedSymbol(context: TypeContext, terms: TermTypes, module: number, term: number): number {
  const { columns, members } = terms;
  const a = columns.a(module, term);
  switch (columns.op(module, term)) {
    case 'declared': {
      const [value, type] = context.exports.declared.ofSymbol(terms.symbolAt(module, a));
      return type < 0 ? (value < 0 ? NO_SYMBOL : value) : type;
    }
    case 'imported': {
      const type = context.imports.of(module, a)[1];
      return type < 0 ? NO_SYMBOL : type;
    }
    case 'member': {
      const found = members.find(terms.of(module, a), columns.name(module, term), true);
      const [only = NO_SYMBOL, ...others] = members.lists.symbols(found);
      return others.length === 0 ? only : NO_SYMBOL;
    }
    default:
      return NO_SYMBOL;
  }
}
