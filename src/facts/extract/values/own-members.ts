import type { Cursor } from '../../../syntax/cursor.ts';
import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { ANY_MEMBER } from '../../value-records.ts';
import { MODULE, type TreeSurvey } from './survey-tree.ts';
import { rootOf } from './targets.ts';
import { changedByCall, writtenBy } from './written-places.ts';

/**
 * For each class and object literal the names of the members that its own methods write to (`this.count++`): after the first call of one they are no
 * longer what they were. What a constructor itself writes is how the member gets its value, and does not count.
 */
export function ownMemberWrites(
  tree: Cursor,
  { nodes, functionOf }: TreeSurvey,
): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const node of nodes) {
    const written = writtenBy(tree, node);
    const changed = changedByCall(tree, node);
    if (changed !== NO_NODE) written.push(changed);
    for (const place of written) {
      const root = rootOf(tree, place);
      if (root === null || tree.kind(root.node) !== KIND.ThisExpression) continue;
      const owner = ownerOfThis(tree, functionOf[node] as number, functionOf);
      if (owner === NO_NODE) continue;
      const names = found.get(owner) ?? [];
      found.set(owner, names);
      const name = root.member ?? ANY_MEMBER;
      if (!names.includes(name)) names.push(name);
    }
  }
  return found;
}

/** The class or object literal that `this` is an object of in that function; NO_NODE in a constructor, or where nobody knows. */
function ownerOfThis(tree: Cursor, innermost: number, functionOf: Int32Array): number {
  let inner = innermost;
  let later = false;
  while (inner !== MODULE && tree.kind(inner) === KIND.ArrowFunctionExpression) {
    later = true;
    inner = functionOf[tree.parent(inner)] as number;
  }
  if (inner === MODULE) return NO_NODE;
  const parent = tree.parent(inner);
  switch (tree.kind(inner)) {
    case KIND.Constructor:
    case KIND.ClassProperty:
    case KIND.PrivateProperty:
      return later ? parent : NO_NODE;
    case KIND.MethodProperty:
      return parent;
    case KIND.group: // of a class's method or of an accessor
      return tree.parent(parent);
    case KIND.FunctionExpression:
      return tree.kind(parent) === KIND.KeyValueProperty && tree.field(inner) === FIELD.value
        ? tree.parent(parent)
        : NO_NODE;
    default:
      return NO_NODE;
  }
}
