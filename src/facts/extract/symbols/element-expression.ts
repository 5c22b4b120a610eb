import { type Cursor, NO_NODE, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { argumentOf } from '../imports/specifier-of.ts';
import { positionOf } from './position-of.ts';

export interface ElementExpression {
  readonly expression: number;
  /** Whether the element gets what the expression is a promise of. */
  readonly isAwaited: boolean;
}

const NONE: ElementExpression = { expression: NO_NODE, isAwaited: false };

/**
 * What an element of a pattern gets from an array that is written out: `const [a, b] = [x, y]`, and `await Promise.all([x, y])`, of which
 * each is waited for. None when it is not written out, or something is spread into it.
 */
export function elementExpression(tree: Cursor, pattern: number, part: number): ElementExpression {
  const declarator = tree.parent(pattern);
  if (tree.kind(declarator) !== KIND.VariableDeclarator || tree.field(pattern) !== FIELD.id) return NONE;
  const init = tree.child(declarator, FIELD.init);
  const array = writtenArray(tree, init);
  if (array === NO_NODE) return NONE;
  const position = positionOf(tree, FIELD.elements, part);
  if (position < 0) return NONE;
  const elements = tree.children(array, FIELD.elements);
  if (elements.slice(0, position + 1).some((element) => tree.has(element, FIELD.spread))) return NONE;
  const element = elements[position];
  if (element === undefined) return NONE;
  return { expression: tree.child(element, FIELD.expression), isAwaited: array !== init };
}

function writtenArray(tree: Cursor, init: number): number {
  if (init === NO_NODE || tree.kind(init) === KIND.ArrayExpression) return init;
  const call = tree.kind(init) === KIND.AwaitExpression ? tree.child(init, FIELD.argument) : NO_NODE;
  if (call === NO_NODE || tree.kind(call) !== KIND.CallExpression) return NO_NODE;
  const callee = tree.child(call, FIELD.callee);
  if (tree.kind(callee) !== KIND.MemberExpression) return NO_NODE;
  const [object, property] = [tree.child(callee, FIELD.object), tree.child(callee, FIELD.property)];
  if (tree.kind(object) !== KIND.Identifier || tree.scope(object) !== SCOPE.global) return NO_NODE;
  if (!tree.textIs(object, FIELD.value, 'Promise') || !tree.textIs(property, FIELD.value, 'all')) return NO_NODE;
  const array = argumentOf(tree, call, 0);
  return array !== NO_NODE && tree.kind(array) === KIND.ArrayExpression ? array : NO_NODE;
}
