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
  /** How many members there are. */
  readonly members: number;
  /** How many literals there are around it: 1 in `[a]` and `{ key: a }`. */
  readonly level: number;
}

/** `a` of `a.b[c].d`; null when the chain starts from anything but a name or `this`. */
export function rootOf(tree: Cursor, expression: number): ChainRoot | null {
  let member: string | null = null;
  let members = 0;
  let node = withoutWrapping(tree, expression);
  for (;;) {
    switch (tree.kind(node)) {
      case KIND.MemberExpression: {
        const property = tree.child(node, FIELD.property);
        member = memberName(tree, property);
        members++;
        node = withoutWrapping(tree, tree.child(node, FIELD.object));
        break;
      }
      case KIND.OptionalChainingExpression:
        node = withoutWrapping(tree, tree.child(node, FIELD.base));
        break;
      case KIND.Identifier:
      case KIND.ThisExpression:
        return { node, member, members, level: 0 };
      default:
        return null;
    }
  }
}

/** Longer expressions name nothing that anybody could follow. */
const MOST_PARTS = 64;

/**
 * What an expression may be a name for: itself, each side of a choice, what an assignment or `Object.assign` gives, what is handed to a function
 * that may give it back.
 * @param givesBack whether what is called is such a function
 */
export function rootsOf(tree: Cursor, expression: number, givesBack: (callee: number) => boolean): ChainRoot[] {
  const found: ChainRoot[] = [];
  const open: (readonly [expression: number, level: number])[] = [[expression, 0]];
  for (let next = open.pop(), parts = 0; next && parts < MOST_PARTS; next = open.pop(), parts++) {
    const [at, level] = next;
    if (at === NO_NODE) continue;
    const node = withoutWrapping(tree, at);
    for (const [part, deeper] of partsOf(tree, node, givesBack)) open.push([part, level + deeper]);
    const root = rootOf(tree, node);
    if (root) found.push({ ...root, level });
  }
  return found;
}

/** What an expression that is no chain of members may be, or hold: with 1 for what it holds. */
function partsOf(
  tree: Cursor,
  node: number,
  givesBack: (callee: number) => boolean,
): (readonly [expression: number, deeper: number])[] {
  switch (tree.kind(node)) {
    case KIND.ConditionalExpression:
      return [
        [tree.child(node, FIELD.consequent), 0],
        [tree.child(node, FIELD.alternate), 0],
      ];
    case KIND.BinaryExpression:
      return [
        [tree.child(node, FIELD.left), 0],
        [tree.child(node, FIELD.right), 0],
      ];
    case KIND.AssignmentExpression:
      return [[tree.child(node, FIELD.right), 0]];
    case KIND.SequenceExpression:
      return [[tree.children(node, FIELD.expressions).at(-1) ?? NO_NODE, 0]];
    case KIND.CallExpression:
      if (givesBack(withoutWrapping(tree, tree.child(node, FIELD.callee))))
        return tree.children(node, FIELD.arguments).map((argument) => [tree.child(argument, FIELD.expression), 0]);
      return isObjectMethod(tree, node) ? [[argumentOf(tree, node, 0), 0]] : [];
    case KIND.MemberExpression:
      return rootOf(tree, node) ? [] : [[tree.child(node, FIELD.object), 0]];
    case KIND.OptionalChainingExpression:
      return rootOf(tree, node) ? [] : [[tree.child(node, FIELD.base), 0]];
    case KIND.ArrayExpression:
      return tree.children(node, FIELD.elements).map((element) => [tree.child(element, FIELD.expression), 1]);
    case KIND.ObjectExpression:
      return tree.children(node, FIELD.properties).map((property) => {
        const isName = tree.kind(property) === KIND.Identifier;
        const isSpread = tree.kind(property) === KIND.SpreadElement;
        return [isName ? property : tree.child(property, isSpread ? FIELD.arguments : FIELD.value), 1];
      });
    default:
      return [];
  }
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
