import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { HERITAGE } from '../../symbol-records.ts';
import { nameTerm, typeArguments } from './name-terms.ts';
import { standardTypeTerm } from './standard-types.ts';
import type { TermContext } from './term-context.ts';
import { UNKNOWN_TERM } from './term-table.ts';
import { valueTerm } from './value-terms.ts';

/** What classes and interfaces extend and implement: rows of {@link HERITAGE}, in the order of the declarations. */
export function findHeritage(context: TermContext): Uint32Array {
  const { tree, declared } = context;
  const rows: number[] = [];
  for (const [node, declaration] of declared.byNode) {
    const add = (isImplements: number, term: number): void => {
      if (term !== UNKNOWN_TERM) rows.push(declaration, isImplements, term);
    };
    switch (tree.kind(node)) {
      case KIND.ClassDeclaration:
      case KIND.ClassExpression:
        add(0, valueTerm(context, tree.child(node, FIELD.superClass)));
        for (const clause of tree.children(node, FIELD.implements)) add(1, clauseTerm(context, clause));
        break;
      case KIND.TsInterfaceDeclaration:
        for (const clause of tree.children(node, FIELD.extends)) add(0, clauseTerm(context, clause));
        break;
    }
  }
  return rows.length % HERITAGE.WORDS === 0 ? Uint32Array.from(rows) : new Uint32Array();
}

/** What names a type in a clause; of `Partial<Ship>` and its like, `Ship`. */
function clauseTerm(context: TermContext, clause: number): number {
  const { tree, terms } = context;
  const name = tree.child(clause, FIELD.expression);
  if (name === NO_NODE || tree.kind(name) !== KIND.Identifier) return valueTerm(context, name);
  const named = nameTerm(context, name, true);
  if (named !== UNKNOWN_TERM) return named;
  const made = standardTypeTerm(context, tree.text(name, FIELD.value), typeArguments(tree, clause));
  return terms.opOf(made) === 'instance' ? terms.operand(made) : UNKNOWN_TERM;
}
