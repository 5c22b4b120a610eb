import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { memberName, nameOf } from './name-nodes.ts';
import type { TermContext } from './term-context.ts';

/** The value of the one statement of the constructor that assigns to a field: `this.carts = carts`. NO_NODE when there is none, or two. */
export function assignedValue(context: TermContext, field: number): number {
  const { tree, known } = context;
  const key = memberName(tree, tree.child(field, FIELD.key));
  if (key === NO_NODE) return NO_NODE;
  const node = tree.parent(field);
  const values = known.fields.get(node) ?? assignedValues(context, node);
  known.fields.set(node, values);
  return values.get(nameOf(context, key)) ?? NO_NODE;
}

function assignedValues(context: TermContext, node: number): ReadonlyMap<number, number> {
  const values = new Map<number, number>();
  for (const { property, value } of assignments(context.tree, constructorOf(context.tree, node))) {
    const name = nameOf(context, property);
    values.set(name, values.has(name) ? NO_NODE : value);
  }
  return values;
}

/** The constructor of a class that has a body, or NO_NODE. */
export function constructorOf(tree: Cursor, node: number): number {
  const isBuilt = (member: number): boolean => tree.kind(member) === KIND.Constructor && tree.has(member, FIELD.body);
  return tree.children(node, FIELD.body).find(isBuilt) ?? NO_NODE;
}

/** What the statements of a constructor assign to `this`, those in blocks of it left out. */
export function assignments(tree: Cursor, built: number): Assignment[] {
  if (built === NO_NODE) return [];
  return tree
    .children(tree.child(built, FIELD.body), FIELD.stmts)
    .map((statement) => assignment(tree, statement))
    .filter(({ property }) => property !== NO_NODE);
}

export interface Assignment {
  /** The whole expression. */
  readonly node: number;
  /** The name behind `this.`, or NO_NODE. */
  readonly property: number;
  readonly value: number;
}

const NONE: Assignment = { node: NO_NODE, property: NO_NODE, value: NO_NODE };

function assignment(tree: Cursor, statement: number): Assignment {
  if (tree.kind(statement) !== KIND.ExpressionStatement) return NONE;
  const expression = tree.child(statement, FIELD.expression);
  if (tree.kind(expression) !== KIND.AssignmentExpression) return NONE;
  const target = tree.child(expression, FIELD.left);
  if (tree.kind(target) !== KIND.MemberExpression) return NONE;
  if (tree.kind(tree.child(target, FIELD.object)) !== KIND.ThisExpression) return NONE;
  const property = tree.child(target, FIELD.property);
  if (tree.kind(property) === KIND.Computed) return NONE;
  return { node: expression, property, value: tree.child(expression, FIELD.right) };
}
