import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { BOUND_LOCAL } from './bindings.ts';
import { annotatedType } from './declare-type-members.ts';
import { literalMemberType } from './literal-members.ts';
import { memberName, nameOf } from './name-nodes.ts';
import { boundTarget } from './name-terms.ts';
import type { TermContext } from './term-context.ts';
import { UNKNOWN_TERM } from './term-table.ts';
import { typeTerm } from './type-terms.ts';

/** `a.b`, `a['b']`, `a[0]`, `super.b`. */
export function memberTerm(context: TermContext, node: number, object: number): number {
  const { tree, terms } = context;
  const key = memberName(tree, tree.child(node, FIELD.property));
  if (key === NO_NODE || tree.kind(key) === KIND.NumericLiteral) return terms.of('element', object);
  if (object !== UNKNOWN_TERM) return terms.of('member', object, nameOf(context, key));
  return typeTerm(context, literalMemberType(context, writtenType(context, tree.child(node, FIELD.object)), key));
}

/** The type that is written for the local variable which an expression names; NO_NODE when there is none. */
function writtenType(context: TermContext, expression: number): number {
  const { tree } = context;
  if (expression === NO_NODE || tree.kind(expression) !== KIND.Identifier) return NO_NODE;
  const target = boundTarget(context, expression, false);
  return (target & 3) === BOUND_LOCAL ? annotatedType(tree, target >>> 2) : NO_NODE;
}
