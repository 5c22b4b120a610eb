import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { annotatedType, literalsIn } from './declare-type-members.ts';
import { memberName, nameOf } from './name-nodes.ts';
import type { TermContext } from './term-context.ts';

/** Members behind these are not looked at: each is looked for from the first on. */
const MOST_MEMBERS = 500;

/**
 * The type of a member of an object type that nothing names: `{ carts }: { carts: CartService }`. NO_NODE when the type is no such, or has
 * no such member.
 */
export function literalMemberType(context: TermContext, type: number, key: number): number {
  const { tree } = context;
  for (const literal of literalsIn(tree, type)) {
    for (const member of tree.children(literal, FIELD.members).slice(0, MOST_MEMBERS)) {
      const name = memberName(tree, tree.child(member, FIELD.key));
      if (name !== NO_NODE && nameOf(context, name) === nameOf(context, key)) return annotatedType(tree, member);
    }
  }
  return NO_NODE;
}
