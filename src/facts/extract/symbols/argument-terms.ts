import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { annotatedType } from './declare-type-members.ts';
import { functionTerm, parameterPattern } from './function-terms.ts';
import { appliedTerm, listOf } from './generic-terms.ts';
import { objectLiteralTerm } from './shape-terms.ts';
import { isFunction } from './signature.ts';
import type { TermContext } from './term-context.ts';
import { UNKNOWN_TERM } from './term-table.ts';
import { arrayTerm, valueTerm } from './value-terms.ts';

/** Arguments behind these tell nothing of type parameters. */
const MOST_ARGUMENTS = 8;

/** What a call or `new` gives, by the function or class and by what is passed to it. */
export function madeTerm(context: TermContext, op: 'call' | 'new', call: number): number {
  const called = calledTerm(context, call);
  return called === UNKNOWN_TERM
    ? UNKNOWN_TERM
    : context.terms.of(op, called, argumentList(context, call, argumentTerm));
}

/**
 * A call as far as it is known before its arguments are looked at with what is expected of them: functions whose parameters say no type of
 * their own are left out, because they get it from there (TypeScript's first pass).
 */
export function expectingCall(context: TermContext, call: number): number {
  return context.known.expectedOf(context, call, findExpectingCall, context.known.calls);
}

function findExpectingCall(context: TermContext, call: number): number {
  const called = calledTerm(context, call);
  if (called === UNKNOWN_TERM) return UNKNOWN_TERM;
  const op = context.tree.kind(call) === KIND.NewExpression ? 'new' : 'call';
  return context.terms.make(op, called, argumentList(context, call, firstPassTerm));
}

function calledTerm(context: TermContext, call: number): number {
  return appliedTerm(context, valueTerm(context, context.tree.child(call, FIELD.callee)), call);
}

type ArgumentTerm = (context: TermContext, expression: number) => number;

/** Nothing where all of them are unknown. */
function argumentList(context: TermContext, call: number, termOf: ArgumentTerm): number {
  const { tree, terms } = context;
  const found = tree
    .children(call, FIELD.arguments)
    .slice(0, MOST_ARGUMENTS)
    .map((group) => {
      const term = termOf(context, tree.child(group, FIELD.expression));
      return tree.has(group, FIELD.spread) ? terms.of('rest', terms.of('element', term)) : term;
    });
  while (found.at(-1) === UNKNOWN_TERM) found.pop();
  return listOf(context, found);
}

function argumentTerm(context: TermContext, expression: number): number {
  const { tree, terms, names } = context;
  if (expression === NO_NODE) return UNKNOWN_TERM;
  if (tree.kind(expression) === KIND.StringLiteral) return terms.make('literal', names.ofNode(tree, expression));
  return tree.kind(expression) === KIND.MethodProperty
    ? functionTerm(context, expression)
    : valueTerm(context, expression);
}

function firstPassTerm(context: TermContext, expression: number): number {
  const { tree } = context;
  if (expression === NO_NODE) return UNKNOWN_TERM;
  if (isFunction(tree, expression) || tree.kind(expression) === KIND.MethodProperty) {
    return isOpen(tree, expression) ? UNKNOWN_TERM : functionTerm(context, expression);
  }
  if (tree.kind(expression) === KIND.ArrayExpression) return arrayTerm(context, expression, firstPassTerm);
  const isOwn = tree.kind(expression) === KIND.ObjectExpression && !context.declared.byNode.has(expression);
  return isOwn ? objectLiteralTerm(context, expression, firstPassTerm, false) : argumentTerm(context, expression);
}

/** Whether a parameter says no type. */
function isOpen(tree: Cursor, held: number): boolean {
  return tree.children(held, FIELD.params).some((parameter) => {
    const pattern = parameterPattern(tree, parameter);
    return tree.kind(pattern) !== KIND.AssignmentPattern && annotatedType(tree, pattern) === NO_NODE;
  });
}
