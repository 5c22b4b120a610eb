import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { memberName, nameOf } from './declare.ts';
import type { TermContext } from './term-context.ts';

/** The value of the one statement of the constructor that assigns to a field: `this.carts = carts`. NO_NODE when there is none, or two. */
export function fieldAssignments(context: TermContext, field: number): number {
  const { tree } = context;
  const key = memberName(tree, tree.child(field, FIELD.key));
  const built = tree
    .children(tree.parent(field), FIELD.body)
    .find((member) => tree.kind(member) === KIND.Constructor && tree.has(member, FIELD.body));
  if (key === NO_NODE || built === undefined) return NO_NODE;
  const name = nameOf(context, key);
  const values = tree
    .children(tree.child(built, FIELD.body), FIELD.stmts)
    .map((statement) => assignment(tree, statement))
    .filter(({ property }) => property !== NO_NODE && nameOf(context, property) === name);
  return values.length === 1 ? (values[0]?.value ?? NO_NODE) : NO_NODE;
}

interface Assignment {
  /** The name behind `this.`, or NO_NODE. */
  readonly property: number;
  readonly value: number;
}

const NONE: Assignment = { property: NO_NODE, value: NO_NODE };

function assignment(tree: Cursor, statement: number): Assignment {
  if (tree.kind(statement) !== KIND.ExpressionStatement) return NONE;
  const expression = tree.child(statement, FIELD.expression);
  if (tree.kind(expression) !== KIND.AssignmentExpression) return NONE;
  const target = tree.child(expression, FIELD.left);
  if (tree.kind(target) !== KIND.MemberExpression) return NONE;
  if (tree.kind(tree.child(target, FIELD.object)) !== KIND.ThisExpression) return NONE;
  const property = tree.child(target, FIELD.property);
  if (tree.kind(property) === KIND.Computed) return NONE;
  return { property, value: tree.child(expression, FIELD.right) };
}
