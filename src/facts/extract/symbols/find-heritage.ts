import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import {
  HERITAGE,
  HERITAGE_CALLED,
  HERITAGE_EXTENDS,
  HERITAGE_GENERIC,
  HERITAGE_IMPLEMENTS,
  HERITAGE_INDEXED,
  HERITAGE_MADE,
} from '../../symbol-records.ts';
import { annotatedType } from './declare-type-members.ts';
import { functionTerm } from './function-terms.ts';
import { appliedTerm, appliedTo, typeParameterList } from './generic-terms.ts';
import { nameTerm, typeArguments } from './name-terms.ts';
import { standardTypeTerm } from './standard-types.ts';
import type { TermContext } from './term-context.ts';
import { UNKNOWN_TERM } from './term-table.ts';
import { typeTerm } from './type-terms.ts';
import { valueTerm } from './value-terms.ts';

/** What classes, interfaces and type aliases rest on: rows of {@link HERITAGE}, in the order of the declarations. */
export function findHeritage(context: TermContext): Uint32Array {
  const { tree, declared } = context;
  const rows: number[] = [];
  for (const [node, declaration] of declared.byNode) {
    const add = (how: number, term: number): void => {
      if (term !== UNKNOWN_TERM) rows.push(declaration, how, term);
    };
    const addSignatures = (members: readonly number[]): void => {
      for (const member of members) {
        const how = SIGNATURES.get(tree.kind(member));
        if (how === HERITAGE_INDEXED) add(how, typeTerm(context, annotatedType(tree, member)));
        else if (how !== undefined) add(how, functionTerm(context, member));
      }
    };
    switch (tree.kind(node)) {
      case KIND.ClassDeclaration:
      case KIND.ClassExpression: {
        const types = tree.child(node, FIELD.superTypeParams);
        const base = valueTerm(context, tree.child(node, FIELD.superClass));
        add(HERITAGE_EXTENDS, types === NO_NODE ? base : appliedTo(context, base, tree.children(types, FIELD.params)));
        for (const clause of tree.children(node, FIELD.implements))
          add(HERITAGE_IMPLEMENTS, clauseTerm(context, clause));
        add(HERITAGE_GENERIC, typeParameterList(context, node));
        break;
      }
      case KIND.TsInterfaceDeclaration:
        for (const clause of tree.children(node, FIELD.extends)) add(HERITAGE_EXTENDS, clauseTerm(context, clause));
        add(HERITAGE_GENERIC, typeParameterList(context, node));
        addSignatures(tree.children(tree.child(node, FIELD.body), FIELD.body));
        break;
      case KIND.TsTypeAliasDeclaration:
        add(HERITAGE_GENERIC, typeParameterList(context, node));
        break;
      case KIND.TsTypeLiteral:
        addSignatures(tree.children(node, FIELD.members));
        break;
    }
  }
  return rows.length % HERITAGE.WORDS === 0 ? Uint32Array.from(rows) : new Uint32Array();
}

const SIGNATURES: ReadonlyMap<number, number> = new Map([
  [KIND.TsCallSignatureDeclaration, HERITAGE_CALLED],
  [KIND.TsConstructSignatureDeclaration, HERITAGE_MADE],
  [KIND.TsIndexSignature, HERITAGE_INDEXED],
]);

/** What names a type in a clause; of `Partial<Ship>` and its like, `Ship`. */
function clauseTerm(context: TermContext, clause: number): number {
  const { tree, terms } = context;
  const name = tree.child(clause, FIELD.expression);
  if (name === NO_NODE || tree.kind(name) !== KIND.Identifier)
    return appliedTerm(context, valueTerm(context, name), clause);
  const named = nameTerm(context, name, true);
  if (named !== UNKNOWN_TERM) return appliedTerm(context, named, clause);
  const made = standardTypeTerm(context, tree.text(name, FIELD.value), typeArguments(tree, clause));
  return terms.opOf(made) === 'instance' ? terms.operand(made) : UNKNOWN_TERM;
}
