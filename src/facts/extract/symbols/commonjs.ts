import { type Cursor, NO_NODE, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { withoutWrapping } from '../imports/specifier-of.ts';

/** What a statement assigns to the exports of a CommonJS module. */
export interface AssignedExport {
  /** The property of `exports.name =`; NO_NODE for `module.exports =`. */
  readonly name: number;
  readonly value: number;
}

/** `module.exports = …`, `exports.a = exports.b = …`, `module.exports.a = …`: none for any other statement. */
export function assignedExports(tree: Cursor, statement: number): AssignedExport[] {
  if (tree.kind(statement) !== KIND.ExpressionStatement) return [];
  const names: number[] = [];
  let value = tree.child(statement, FIELD.expression);
  while (tree.kind(value) === KIND.AssignmentExpression && tree.textIs(value, FIELD.operator, '=')) {
    const target = tree.child(value, FIELD.left);
    if (isExports(tree, target)) names.push(NO_NODE);
    else if (isNamedExport(tree, target)) names.push(tree.child(target, FIELD.property));
    value = withoutWrapping(tree, tree.child(value, FIELD.right));
  }
  // `exports.a = exports.b = void 0` only says which names there will be.
  if (names.length === 0 || tree.kind(value) === KIND.UnaryExpression) return [];
  // In `exports = module.exports = {}` both say the same.
  return [...new Set(names)].map((name) => ({ name, value }));
}

function isNamedExport(tree: Cursor, target: number): boolean {
  if (tree.kind(target) !== KIND.MemberExpression) return false;
  if (tree.kind(tree.child(target, FIELD.property)) !== KIND.Identifier) return false;
  const object = tree.child(target, FIELD.object);
  return isFree(tree, object, 'exports') || isExports(tree, object);
}

/** `module.exports`. */
function isExports(tree: Cursor, target: number): boolean {
  if (tree.kind(target) !== KIND.MemberExpression) return false;
  const property = tree.child(target, FIELD.property);
  if (tree.kind(property) !== KIND.Identifier || !tree.textIs(property, FIELD.value, 'exports')) return false;
  return isFree(tree, tree.child(target, FIELD.object), 'module');
}

function isFree(tree: Cursor, node: number, name: string): boolean {
  return (
    tree.kind(node) === KIND.Identifier && tree.scope(node) === SCOPE.global && tree.textIs(node, FIELD.value, name)
  );
}
