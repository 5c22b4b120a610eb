import { type Cursor, NO_NODE, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { BOUND_DECLARATION, BOUND_IMPORT, BOUND_LOCAL } from './bindings.ts';
import { functionTerm } from './function-terms.ts';
import { genericTerm, typeParameterTerm } from './generic-terms.ts';
import { placeTerm } from './place-terms.ts';
import { localInterfaceTerm } from './shape-terms.ts';
import type { TermContext } from './term-context.ts';
import { UNKNOWN_TERM } from './term-table.ts';
import { typeTerm } from './type-terms.ts';

/** What a name is bound to, as in bindings; 0 for a free one. */
export function boundTarget({ tree, names, bindings }: TermContext, identifier: number, isType: boolean): number {
  const scope = tree.scope(identifier);
  if (scope < SCOPE.module) return 0;
  const binding = bindings.find(names.ofNode(tree, identifier), scope);
  return binding < 0 ? 0 : bindings.target(binding, isType);
}

/** The value that a name stands for, or that names its type: a listed declaration, an import, or what a local is made of. */
export function nameTerm(context: TermContext, identifier: number, isType: boolean): number {
  const target = boundTarget(context, identifier, isType);
  const number = target >>> 2;
  switch (target & 3) {
    case BOUND_DECLARATION:
      return context.terms.make('declared', context.declared.symbol(number));
    case BOUND_IMPORT:
      return context.terms.make('imported', number);
    case BOUND_LOCAL:
      return isType ? UNKNOWN_TERM : localTerm(context, number);
    default:
      return UNKNOWN_TERM;
  }
}

function localTerm(context: TermContext, identifier: number): number {
  const { tree, declared, terms } = context;
  const holder = tree.parent(identifier);
  switch (tree.kind(holder)) {
    case KIND.FunctionDeclaration:
    case KIND.FunctionExpression:
      return functionTerm(context, holder);
    case KIND.ClassDeclaration:
    case KIND.ClassExpression: {
      const declaration = declared.byNode.get(holder);
      return declaration === undefined ? UNKNOWN_TERM : terms.make('declared', declared.symbol(declaration));
    }
    default:
      return placeTerm(context, identifier);
  }
}

/** What has the type that a name stands for. */
export function namedTypeTerm(context: TermContext, identifier: number): number {
  const { tree, terms } = context;
  const target = boundTarget(context, identifier, true);
  if ((target & 3) !== BOUND_LOCAL) return terms.of('instance', nameTerm(context, identifier, true));
  const holder = tree.parent(target >>> 2);
  switch (tree.kind(holder)) {
    case KIND.TsTypeParameter:
      return typeParameterTerm(context, holder);
    case KIND.TsTypeAliasDeclaration:
      return genericTerm(context, typeTerm(context, tree.child(holder, FIELD.typeAnnotation)), holder);
    case KIND.TsInterfaceDeclaration:
      return genericTerm(context, localInterfaceTerm(context, holder), holder);
    case KIND.ClassExpression:
      return terms.of('instance', localTerm(context, target >>> 2));
    default:
      return UNKNOWN_TERM;
  }
}

/** `A.B.C` where a type or a module stands: the value that it names. */
export function entityTerm(context: TermContext, entity: number): number {
  const { tree, terms, names } = context;
  const path: number[] = [];
  let node = entity;
  for (; tree.kind(node) === KIND.TsQualifiedName; node = tree.child(node, FIELD.left)) {
    path.push(names.ofNode(tree, tree.child(node, FIELD.right)));
  }
  let term = nameTerm(context, node, false);
  for (const name of path.reverse()) term = terms.of('member', term, name);
  return term;
}

/** The types between `<` and `>`, under whichever key a node has them. */
export function typeArguments(tree: Cursor, node: number): number[] {
  let list = tree.child(node, FIELD.typeParams);
  if (list === NO_NODE) list = tree.child(node, FIELD.typeArguments);
  return list === NO_NODE ? [] : tree.children(list, FIELD.params);
}
