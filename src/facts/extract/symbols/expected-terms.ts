import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { expectingCall } from './argument-terms.ts';
import { appliedTerm } from './generic-terms.ts';
import { memberOf } from './member-terms.ts';
import { memberName, nameOf } from './name-nodes.ts';
import { placeTerm } from './place-terms.ts';
import { positionOf } from './position-of.ts';
import { functionAround, resultTerm } from './result-terms.ts';
import type { TermContext } from './term-context.ts';
import { UNKNOWN_TERM } from './term-table.ts';
import { annotationTerm, typeTerm } from './type-terms.ts';
import { valueTerm } from './value-terms.ts';

/** What is expected of an expression where it stands (its contextual type); of a method in an object literal, of its property. */
export function expectedTerm(context: TermContext, expression: number): number {
  return context.known.expectedOf(context, expression, findExpected);
}

function findExpected(context: TermContext, node: number): number {
  const { tree } = context;
  const parent = tree.parent(node);
  const field = tree.field(node);
  switch (tree.kind(parent)) {
    case KIND.group:
      return argumentTerm(context, parent);
    case KIND.ParenthesisExpression:
    case KIND.TsConstAssertion:
    case KIND.TsNonNullExpression:
    case KIND.AwaitExpression:
      return expectedTerm(context, parent);
    case KIND.ConditionalExpression:
      return field === FIELD.test ? UNKNOWN_TERM : expectedTerm(context, parent);
    case KIND.BinaryExpression:
      return field === FIELD.right ? expectedTerm(context, parent) : UNKNOWN_TERM;
    case KIND.TsAsExpression:
    case KIND.TsSatisfiesExpression:
    case KIND.TsTypeAssertion:
      return typeTerm(context, tree.child(parent, FIELD.typeAnnotation));
    case KIND.VariableDeclarator:
      return annotationTerm(context, tree.child(parent, FIELD.id));
    case KIND.ClassProperty:
    case KIND.PrivateProperty:
    case KIND.AutoAccessor:
      return annotationTerm(context, parent);
    case KIND.AssignmentExpression:
      return field === FIELD.right ? valueTerm(context, tree.child(parent, FIELD.left)) : UNKNOWN_TERM;
    case KIND.AssignmentPattern:
      return field === FIELD.right ? annotationTerm(context, tree.child(parent, FIELD.left)) : UNKNOWN_TERM;
    case KIND.AssignmentPatternProperty:
      return field === FIELD.value ? placeTerm(context, tree.child(parent, FIELD.key)) : UNKNOWN_TERM;
    case KIND.KeyValueProperty:
      return propertyTerm(context, parent);
    case KIND.ObjectExpression:
      return propertyTerm(context, node);
    case KIND.ArrowFunctionExpression:
      return field === FIELD.body ? resultTerm(context, parent) : UNKNOWN_TERM;
    case KIND.ReturnStatement:
      return resultTerm(context, functionAround(context, parent));
    case KIND.JSXExpressionContainer: {
      const attribute = tree.parent(parent);
      return tree.kind(attribute) === KIND.JSXAttribute ? attributeTerm(context, attribute) : UNKNOWN_TERM;
    }
    default:
      return UNKNOWN_TERM;
  }
}

/** An argument of a call or an element of an array. */
function argumentTerm(context: TermContext, group: number): number {
  const { tree, terms } = context;
  const holder = tree.parent(group);
  if (tree.has(group, FIELD.spread)) return UNKNOWN_TERM;
  switch (tree.kind(holder)) {
    case KIND.ArrayExpression:
      return terms.of('element', expectedTerm(context, holder));
    case KIND.CallExpression:
    case KIND.NewExpression: {
      const call = expectingCall(context, holder);
      if (call === UNKNOWN_TERM) return UNKNOWN_TERM;
      const position = positionOf(tree, FIELD.arguments, group);
      return position < 0 ? UNKNOWN_TERM : terms.of('argument', call, position);
    }
    default:
      return UNKNOWN_TERM;
  }
}

/** What is expected of a property, by what is of its object. */
function propertyTerm(context: TermContext, property: number): number {
  const { tree } = context;
  const key = memberName(tree, tree.child(property, FIELD.key));
  if (key === NO_NODE) return UNKNOWN_TERM;
  return memberOf(context, expectedTerm(context, tree.parent(property)), nameOf(context, key));
}

/** What an attribute of a component takes: the component's first parameter has it as a member. */
export function attributeTerm(context: TermContext, attribute: number): number {
  const { tree, names } = context;
  const name = tree.child(attribute, FIELD.name);
  if (tree.kind(name) !== KIND.Identifier) return UNKNOWN_TERM;
  return memberOf(context, propsTerm(context, tree.parent(attribute)), names.ofNode(tree, name));
}

/** What the attributes of an element are members of. */
export function propsTerm(context: TermContext, opening: number): number {
  const component = valueTerm(context, context.tree.child(opening, FIELD.name));
  return context.terms.of('parameter', appliedTerm(context, component, opening), 0);
}
