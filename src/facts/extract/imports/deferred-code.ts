import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND, type Kind } from '../../../syntax/generated/kinds.ts';

/** Nodes that hold code which does not run when the module does. */
export const DEFERRING_KINDS: readonly Kind[] = [
  KIND.FunctionDeclaration,
  KIND.FunctionExpression,
  KIND.ArrowFunctionExpression,
  KIND.Constructor,
  KIND.ClassMethod,
  KIND.PrivateMethod,
  KIND.MethodProperty,
  KIND.GetterProperty,
  KIND.SetterProperty,
  KIND.ClassProperty,
  KIND.PrivateProperty,
  KIND.AutoAccessor,
];

/**
 * Keeps track, in a walk in source order, of whether the walk is inside code that runs later than the module: a
 * function’s body or the initial value of an instance’s field. Decorators, computed keys and static fields run with
 * the module, and so does the body of a function that is called where it stands.
 */
export class DeferredCode {
  private from = 0;
  private until = 0;

  reset(): void {
    this.from = 0;
    this.until = 0;
  }

  holds(node: number): boolean {
    return node >= this.from && node < this.until;
  }

  /** To be told of each node of {@link DEFERRING_KINDS}. Only the outermost counts, so that a walk stays linear. */
  enter(tree: Cursor, node: number): void {
    if (node < this.until || runsAtOnce(tree, node)) return;
    const body = bodyOf(tree, node);
    if (body === NO_NODE) return;
    this.from = body;
    this.until = tree.next(body);
  }
}

function bodyOf(tree: Cursor, node: number): number {
  switch (tree.kind(node)) {
    case KIND.ClassProperty:
    case KIND.PrivateProperty:
    case KIND.AutoAccessor:
      return tree.has(node, FIELD.isStatic) ? NO_NODE : tree.child(node, FIELD.value);
    default: {
      // Methods and accessors hold their function in a group of its own.
      const method = tree.child(node, FIELD.function);
      return tree.child(method === NO_NODE ? node : method, FIELD.body);
    }
  }
}

/** `(function () { … })()`, `(() => { … })()` and `(function () { … }).call(this)`, but no generator. */
function runsAtOnce(tree: Cursor, node: number): boolean {
  const kind = tree.kind(node);
  if (kind !== KIND.FunctionExpression && kind !== KIND.ArrowFunctionExpression) return false;
  if (tree.has(node, FIELD.generator)) return false;
  let callee = node;
  while (tree.kind(tree.parent(callee)) === KIND.ParenthesisExpression) callee = tree.parent(callee);
  const parent = tree.parent(callee);
  if (tree.kind(parent) === KIND.MemberExpression && tree.field(callee) === FIELD.object) {
    const property = tree.child(parent, FIELD.property);
    const applied = tree.textIs(property, FIELD.value, 'call') || tree.textIs(property, FIELD.value, 'apply');
    return applied && isCallee(tree, parent);
  }
  return isCallee(tree, callee);
}

function isCallee(tree: Cursor, node: number): boolean {
  return tree.field(node) === FIELD.callee && tree.kind(tree.parent(node)) === KIND.CallExpression;
}
