import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { BOUND_LOCAL } from './bindings.ts';
import { propertyName, propertyValue } from './declare-object.ts';
import { annotatedType } from './declare-type-members.ts';
import { functionTerm } from './function-terms.ts';
import { literalMemberType } from './literal-members.ts';
import { memberName, nameOf } from './name-nodes.ts';
import { boundTarget } from './name-terms.ts';
import { shapeMember } from './shape-terms.ts';
import type { TermContext } from './term-context.ts';
import { UNKNOWN_TERM } from './term-table.ts';
import { typeTerm } from './type-terms.ts';
import { valueTerm } from './value-terms.ts';

/** A larger literal is a table; looking through it for each of its uses would be quadratic. */
const MOST_PROPERTIES = 500;

/** `a.b`, `a['b']`, `a[0]`, `super.b`. */
export function memberTerm(context: TermContext, node: number, object: number): number {
  const { tree, terms } = context;
  const key = memberName(tree, tree.child(node, FIELD.property));
  if (key === NO_NODE) return terms.of('element', object);
  if (tree.kind(key) === KIND.NumericLiteral) {
    const position = Number(tree.text(key, FIELD.value));
    return Number.isInteger(position) ? terms.of('at', object, position) : UNKNOWN_TERM;
  }
  if (object !== UNKNOWN_TERM) return memberOf(context, object, nameOf(context, key));
  return localMemberTerm(context, tree.child(node, FIELD.object), key);
}

/** A member of a value; of an object literal or object type without a name what it says. */
export function memberOf(context: TermContext, object: number, name: number): number {
  const { terms } = context;
  return terms.opOf(object) === 'shape' ? shapeMember(context, object, name) : terms.of('member', object, name);
}

/** A member of a local variable that has no named type: by the object type that is written for it, or by the literal that it is. */
function localMemberTerm(context: TermContext, expression: number, key: number): number {
  const { tree } = context;
  if (expression === NO_NODE || tree.kind(expression) !== KIND.Identifier) return UNKNOWN_TERM;
  const target = boundTarget(context, expression, false);
  if ((target & 3) !== BOUND_LOCAL) return UNKNOWN_TERM;
  const identifier = target >>> 2;
  const type = annotatedType(tree, identifier);
  if (type !== NO_NODE) return typeTerm(context, literalMemberType(context, type, key));
  const init = tree.child(tree.parent(identifier), FIELD.init);
  const isObject = init !== NO_NODE && tree.kind(init) === KIND.ObjectExpression;
  return isObject ? propertyTerm(context, init, key) : UNKNOWN_TERM;
}

/** The last property of that name in an object literal, unless something is spread behind it. */
function propertyTerm(context: TermContext, object: number, key: number): number {
  const { tree } = context;
  const properties = tree.children(object, FIELD.properties);
  if (properties.length > MOST_PROPERTIES) return UNKNOWN_TERM;
  for (const property of properties.reverse()) {
    if (tree.kind(property) === KIND.SpreadElement) return UNKNOWN_TERM;
    const name = propertyName(tree, property);
    if (name === NO_NODE || nameOf(context, name) !== nameOf(context, key)) continue;
    return tree.kind(property) === KIND.MethodProperty
      ? functionTerm(context, property)
      : valueTerm(context, propertyValue(tree, property));
  }
  return UNKNOWN_TERM;
}
