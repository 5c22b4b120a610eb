import type { Cursor } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { TARGET_DECLARATION } from '../../symbol-records.ts';
import { nameOf } from './name-nodes.ts';
import type { TermContext } from './term-context.ts';
import { useKindOf } from './use-kind.ts';
import type { UseTable } from './use-table.ts';

/**
 * Notes the use of a private name: `any.#name`, `#name in any`. It means the member of the innermost class around it that declares it, whatever
 * stands in front of the dot. A class inside of a function is no symbol, and its members are none.
 * @param from the declaration that holds the name, or -1
 */
export function visitPrivateName(context: TermContext, uses: UseTable, name: number, from: number): void {
  const { tree, declared } = context;
  const holder = tree.parent(name);
  const isAccess = tree.kind(holder) === KIND.MemberExpression;
  if (!isAccess && tree.kind(holder) !== KIND.BinaryExpression) return;
  const number = nameOf(context, name);
  for (let around = tree.parent(holder); around >= 0; around = tree.parent(around)) {
    const declaration = declared.byNode.get(around);
    if (declaration === undefined) {
      if (hasMember(context, around, number)) return;
      continue;
    }
    const [member] = declared.members(declaration, number);
    if (member === undefined) continue;
    const kind = isAccess ? useKindOf(tree, holder) : 'read';
    uses.add(kind, TARGET_DECLARATION, declared.symbol(member), number, from, tree.start(name), tree.end(name));
    return;
  }
}

/** Whether a node is a class that declares that private name. */
function hasMember(context: TermContext, node: number, name: number): boolean {
  const { tree } = context;
  const kind = tree.kind(node);
  if (kind !== KIND.ClassDeclaration && kind !== KIND.ClassExpression) return false;
  return tree.children(node, FIELD.body).some((member) => {
    const key = privateKey(tree, member);
    return key >= 0 && nameOf(context, key) === name;
  });
}

/** The node of a member's private name, or -1. */
function privateKey(tree: Cursor, member: number): number {
  const key = tree.child(member, FIELD.key);
  return key >= 0 && tree.kind(key) === KIND.PrivateName ? key : -1;
}
