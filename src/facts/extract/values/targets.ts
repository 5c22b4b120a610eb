import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { PRIVATE } from '../../value-records.ts';
import { argumentOf, withoutWrapping } from '../imports/specifier-of.ts';

/** The names and members that a pattern (or a mere name) gives values to. */
export function targetsOf(tree: Cursor, pattern: number): number[] {
  const found: number[] = [];
  const open = [pattern];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === NO_NODE) continue;
    const node = withoutWrapping(tree, at);
    switch (tree.kind(node)) {
      case KIND.ArrayPattern:
        open.push(...tree.children(node, FIELD.elements));
        break;
      case KIND.ObjectPattern:
        open.push(...tree.children(node, FIELD.properties));
        break;
      case KIND.AssignmentPattern:
        open.push(tree.child(node, FIELD.left));
        break;
      case KIND.KeyValuePatternProperty:
        open.push(tree.child(node, FIELD.value));
        break;
      case KIND.AssignmentPatternProperty:
        open.push(tree.child(node, FIELD.key));
        break;
      case KIND.RestElement:
        open.push(tree.child(node, FIELD.argument));
        break;
      case KIND.Parameter:
        open.push(tree.child(node, FIELD.pat));
        break;
      case KIND.TsParameterProperty:
        open.push(tree.child(node, FIELD.param));
        break;
      case KIND.Identifier:
      case KIND.MemberExpression:
      case KIND.SuperPropExpression:
        found.push(node);
        break;
    }
  }
  return found;
}

/** What a chain of members starts from. */
export interface ChainRoot {
  /** An identifier, or `this`. */
  readonly node: number;
  /** The name of the first member; null when there is none or it is computed. */
  readonly member: string | null;
}

/** `a` of `a.b[c].d`; null when the chain starts from anything but a name or `this`. */
export function rootOf(tree: Cursor, expression: number): ChainRoot | null {
  let member: string | null = null;
  let node = withoutWrapping(tree, expression);
  for (;;) {
    switch (tree.kind(node)) {
      case KIND.MemberExpression: {
        const property = tree.child(node, FIELD.property);
        member = memberName(tree, property);
        node = withoutWrapping(tree, tree.child(node, FIELD.object));
        break;
      }
      case KIND.OptionalChainingExpression:
        node = withoutWrapping(tree, tree.child(node, FIELD.base));
        break;
      case KIND.Identifier:
      case KIND.ThisExpression:
        return { node, member };
      default:
        return null;
    }
  }
}

/** Longer expressions name nothing that anybody could follow. */
const MOST_PARTS = 64;

/** What an expression may be a name for: itself, each side of a choice, what an assignment or `Object.assign` gives. */
export function rootsOf(tree: Cursor, expression: number): ChainRoot[] {
  const found: ChainRoot[] = [];
  const open = [expression];
  for (let at = open.pop(), parts = 0; at !== undefined && parts < MOST_PARTS; at = open.pop(), parts++) {
    if (at === NO_NODE) continue;
    const node = withoutWrapping(tree, at);
    switch (tree.kind(node)) {
      case KIND.ConditionalExpression:
        open.push(tree.child(node, FIELD.alternate), tree.child(node, FIELD.consequent));
        break;
      case KIND.BinaryExpression:
        open.push(tree.child(node, FIELD.right), tree.child(node, FIELD.left));
        break;
      case KIND.AssignmentExpression:
        open.push(tree.child(node, FIELD.right));
        break;
      case KIND.SequenceExpression:
        open.push(tree.children(node, FIELD.expressions).at(-1) ?? NO_NODE);
        break;
      case KIND.CallExpression:
        if (isObjectMethod(tree, node)) open.push(argumentOf(tree, node, 0));
        break;
      default: {
        const root = rootOf(tree, node);
        if (root) found.push(root);
        else if (tree.kind(node) === KIND.MemberExpression) open.push(tree.child(node, FIELD.object));
        else if (tree.kind(node) === KIND.OptionalChainingExpression) open.push(tree.child(node, FIELD.base));
      }
    }
  }
  return found;
}

/** `Object.assign(a, …)`, `Object.freeze(a)`: they give what they get. */
function isObjectMethod(tree: Cursor, call: number): boolean {
  const callee = withoutWrapping(tree, tree.child(call, FIELD.callee));
  if (tree.kind(callee) !== KIND.MemberExpression) return false;
  const property = tree.child(callee, FIELD.property);
  const gives = ['assign', 'freeze', 'seal'].some((name) => tree.textIs(property, FIELD.value, name));
  return gives && tree.textIs(tree.child(callee, FIELD.object), FIELD.value, 'Object');
}

/** The name of a member as the values' strings have it; null for a computed one. A private name is no string that a program could have. */
export function memberName(tree: Cursor, property: number): string | null {
  if (tree.kind(property) === KIND.Computed) return null;
  const name = tree.text(property, FIELD.value);
  return tree.kind(property) === KIND.PrivateName ? `${PRIVATE}${name}` : name;
}
