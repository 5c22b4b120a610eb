import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { annotatedType } from './declare-type-members.ts';
import { elementExpression } from './element-expression.ts';
import { expectedTerm } from './expected-terms.ts';
import { literalMemberType } from './literal-members.ts';
import { memberOf } from './member-terms.ts';
import { memberName, nameOf } from './name-nodes.ts';
import { isPatternPart } from './patterns.ts';
import { positionOf } from './position-of.ts';
import type { TermContext } from './term-context.ts';
import { UNKNOWN_TERM } from './term-table.ts';
import { typeTerm } from './type-terms.ts';
import { valueTerm } from './value-terms.ts';

/** What is put into a place that a declaration makes: a variable, a parameter, or a part of a pattern. */
export function placeTerm(context: TermContext, place: number): number {
  return place === NO_NODE ? UNKNOWN_TERM : context.known.of(context, place, findPlaceTerm);
}

function findPlaceTerm(context: TermContext, place: number): number {
  const { tree } = context;
  const type = annotatedType(tree, place);
  if (type !== NO_NODE) return typeTerm(context, type);
  return isPatternPart(tree, place) ? partTerm(context, place) : wholeTerm(context, place);
}

/** The part of a pattern, by what the pattern takes apart. */
function partTerm(context: TermContext, part: number): number {
  const { tree, terms } = context;
  const holder = tree.parent(part);
  switch (tree.kind(holder)) {
    case KIND.AssignmentPattern:
      return placeTerm(context, holder) || valueTerm(context, tree.child(holder, FIELD.right));
    case KIND.AssignmentPatternProperty:
    case KIND.KeyValuePatternProperty:
      return keyTerm(context, holder) || valueTerm(context, defaultOf(context, holder));
    case KIND.RestElement:
      // What is left of an object has its members, what is left of an array its elements.
      return placeTerm(context, isPatternPart(tree, holder) ? tree.parent(holder) : holder);
    case KIND.ArrayPattern: {
      const { expression, isAwaited } = elementExpression(tree, holder, part);
      const value = valueTerm(context, expression);
      if (expression !== NO_NODE) return isAwaited ? terms.of('await', value) : value;
      return elementTerm(context, holder, part);
    }
    case KIND.ObjectPattern:
      return placeTerm(context, holder);
    default:
      return UNKNOWN_TERM;
  }
}

/** What an element of a pattern gets of an array or tuple. */
function elementTerm(context: TermContext, pattern: number, part: number): number {
  const whole = placeTerm(context, pattern);
  const position = positionOf(context.tree, FIELD.elements, part);
  return position < 0 ? UNKNOWN_TERM : context.terms.of('at', whole, position);
}

function keyTerm(context: TermContext, property: number): number {
  const { tree } = context;
  const key = memberName(tree, tree.child(property, FIELD.key));
  if (key === NO_NODE) return UNKNOWN_TERM;
  const pattern = tree.parent(property);
  const literal = literalMemberType(context, context.known.annotation(tree, pattern), key);
  if (literal !== NO_NODE) return typeTerm(context, literal);
  return memberOf(context, placeTerm(context, pattern), nameOf(context, key));
}

/** Of `{ a = 1 }`. */
function defaultOf({ tree }: TermContext, property: number): number {
  return tree.kind(property) === KIND.AssignmentPatternProperty ? tree.child(property, FIELD.value) : NO_NODE;
}

/** A whole pattern, by what holds it. */
function wholeTerm(context: TermContext, pattern: number): number {
  const { tree } = context;
  const holder = tree.parent(pattern);
  switch (tree.kind(holder)) {
    case KIND.VariableDeclarator: {
      const init = tree.child(holder, FIELD.init);
      return init === NO_NODE ? loopTerm(context, tree.parent(tree.parent(holder))) : valueTerm(context, init);
    }
    case KIND.AssignmentExpression:
      return valueTerm(context, tree.child(holder, FIELD.right));
    case KIND.ForOfStatement:
      return loopTerm(context, holder);
    case KIND.Parameter:
      return parameterTerm(context, tree.parent(holder), holder, pattern);
    case KIND.ArrowFunctionExpression:
      return parameterTerm(context, holder, pattern, pattern);
    case KIND.TsParameterProperty:
      return valueTerm(context, tree.child(pattern, FIELD.right));
    default:
      return UNKNOWN_TERM;
  }
}

/** The variable of `for (const each of …)`. */
function loopTerm(context: TermContext, loop: number): number {
  const { tree, terms } = context;
  if (loop < 0 || tree.kind(loop) !== KIND.ForOfStatement) return UNKNOWN_TERM;
  const each = terms.of('element', valueTerm(context, tree.child(loop, FIELD.right)));
  return tree.has(loop, FIELD.isAwait) ? terms.of('await', each) : each;
}

/** A parameter without a type: its default value, or what the function is passed to says of it. */
function parameterTerm(context: TermContext, held: number, parameter: number, pattern: number): number {
  const { tree, terms } = context;
  const left = tree.kind(pattern) === KIND.AssignmentPattern ? tree.child(pattern, FIELD.left) : NO_NODE;
  if (left !== NO_NODE && annotatedType(tree, left) !== NO_NODE) return typeTerm(context, annotatedType(tree, left));
  const isExpression = tree.kind(held) === KIND.ArrowFunctionExpression || tree.kind(held) === KIND.FunctionExpression;
  const expected = isExpression || tree.kind(held) === KIND.MethodProperty ? expectedTerm(context, held) : UNKNOWN_TERM;
  if (expected !== UNKNOWN_TERM && tree.kind(pattern) !== KIND.RestElement) {
    return terms.of('parameter', expected, tree.children(held, FIELD.params).indexOf(parameter));
  }
  return left === NO_NODE ? UNKNOWN_TERM : valueTerm(context, tree.child(pattern, FIELD.right));
}
