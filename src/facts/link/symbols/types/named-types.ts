import type { TermTypes } from './term-types.ts';
import type { TypeContext } from './type-context.ts';
import { FOREIGN, type Type } from './type-table.ts';

/** What an operand of `instance`, or of a heritage clause, names as a type: an object of that class, or what that alias stands for. */
export function namedType(context: TypeContext, terms: TermTypes, module: number, term: number): Type {
  const { columns, members, symbolTypes, table } = terms;
  const a = columns.a(module, term);
  switch (columns.op(module, term)) {
    case 'declared': {
      const [value, type] = context.exports.declared.ofSymbol(terms.symbolAt(module, a));
      return symbolTypes.instance(type < 0 ? value : type);
    }
    case 'imported': {
      const [value, type] = context.imports.of(module, a);
      return type < 0 ? symbolTypes.ofClass(terms.meaning(value)) : symbolTypes.instance(type);
    }
    case 'member': {
      const holder = terms.of(module, a);
      const found = members.lists.symbols(members.find(holder, columns.name(module, term), true));
      if (found.length === 0 && holder === FOREIGN) return FOREIGN;
      return table.union(found.map((symbol) => symbolTypes.instance(symbol)));
    }
    default:
      return symbolTypes.ofClass(terms.of(module, term));
  }
}
