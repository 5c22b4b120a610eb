import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { argumentOf, withoutWrapping } from '../imports/specifier-of.ts';
import { targetsOf } from './targets.ts';

/** Methods of arrays, sets, maps and the like that change what they are called on. */
const MUTATORS: ReadonlySet<string> = new Set([
  ...['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin'],
  ...['set', 'add', 'delete', 'clear', 'append'],
]);
const OBJECT_MUTATORS: ReadonlySet<string> = new Set([
  ...['assign', 'defineProperty', 'defineProperties', 'setPrototypeOf', 'set', 'deleteProperty'],
]);

/**
 * The names and members to which a node itself writes: the targets of an assignment; what a method that changes things is called on (as a
 * member of it, which any is: `list.push` for `list.push(1)`).
 */
export function writtenBy(tree: Cursor, node: number): number[] {
  switch (tree.kind(node)) {
    case KIND.AssignmentExpression:
      return targetsOf(tree, tree.child(node, FIELD.left));
    case KIND.UpdateExpression:
      return targetsOf(tree, tree.child(node, FIELD.argument));
    case KIND.UnaryExpression:
      return tree.textIs(node, FIELD.operator, 'delete') ? targetsOf(tree, tree.child(node, FIELD.argument)) : [];
    case KIND.ForOfStatement:
    case KIND.ForInStatement: {
      const left = tree.child(node, FIELD.left);
      return tree.kind(left) === KIND.VariableDeclaration ? [] : targetsOf(tree, left);
    }
    default:
      return [];
  }
}

/** What a call changes though it assigns nothing: `list` of `list.push(1)`, `a` of `Object.assign(a, b)`; NO_NODE for most calls. */
export function changedByCall(tree: Cursor, call: number): number {
  const callee = calledMember(tree, call);
  if (callee === NO_NODE) return NO_NODE;
  const name = tree.text(tree.child(callee, FIELD.property), FIELD.value);
  const object = withoutWrapping(tree, tree.child(callee, FIELD.object));
  const onGlobal = tree.textIs(object, FIELD.value, 'Object') || tree.textIs(object, FIELD.value, 'Reflect');
  if (onGlobal && OBJECT_MUTATORS.has(name)) return argumentOf(tree, call, 0);
  return MUTATORS.has(name) ? object : NO_NODE;
}

/** The member that a call calls, or NO_NODE. */
export function calledMember(tree: Cursor, call: number): number {
  if (tree.kind(call) !== KIND.CallExpression) return NO_NODE;
  let callee = withoutWrapping(tree, tree.child(call, FIELD.callee));
  if (tree.kind(callee) === KIND.OptionalChainingExpression) callee = tree.child(callee, FIELD.base);
  if (tree.kind(callee) !== KIND.MemberExpression) return NO_NODE;
  return tree.kind(tree.child(callee, FIELD.property)) === KIND.Identifier ? callee : NO_NODE;
}
