import { type Cursor, NO_NODE, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { argumentOf } from './specifier-of.ts';

/**
 * Which names of a file are a `require` function: the free name `require`, and variables that hold the result of
 * `createRequire(import.meta.url)` from `node:module`. One that was created for another place is not known here, because
 * a relative path means something else to it.
 */
export class RequireBindings {
  private readonly created = new Set<string>();

  /** Forgets all but the free `require`. */
  clear(): void {
    if (this.created.size > 0) this.created.clear();
  }

  /** Looks for functions that the file makes; true if there are any. */
  load(tree: Cursor): boolean {
    this.clear();
    for (let node = 0; node < tree.count; node++) {
      if (tree.kind(node) !== KIND.VariableDeclarator) continue;
      const value = tree.child(node, FIELD.init);
      const name = tree.child(node, FIELD.id);
      if (value !== NO_NODE && tree.kind(name) === KIND.Identifier && createsRequire(tree, value)) {
        this.created.add(bindingOf(tree, name));
      }
    }
    return this.created.size > 0;
  }

  /** Whether this expression is such a function. */
  isRequire(tree: Cursor, expression: number): boolean {
    switch (tree.kind(expression)) {
      case KIND.Identifier:
        if (tree.textIs(expression, FIELD.value, 'require') && tree.scope(expression) === SCOPE.global) return true;
        return this.created.size > 0 && this.created.has(bindingOf(tree, expression));
      case KIND.CallExpression:
        return createsRequire(tree, expression);
      default:
        return false;
    }
  }
}

/** The same name in the same scope is the same variable. */
function bindingOf(tree: Cursor, name: number): string {
  return `${tree.text(name, FIELD.value)}#${tree.scope(name)}`;
}

/** `createRequire(import.meta.url)`, `module.createRequire(__filename)`. */
function createsRequire(tree: Cursor, call: number): boolean {
  if (tree.kind(call) !== KIND.CallExpression) return false;
  const callee = tree.child(call, FIELD.callee);
  const name = tree.kind(callee) === KIND.MemberExpression ? tree.child(callee, FIELD.property) : callee;
  if (tree.kind(name) !== KIND.Identifier || !tree.textIs(name, FIELD.value, 'createRequire')) return false;
  const place = argumentOf(tree, call, 0);
  if (place === NO_NODE) return false;
  if (tree.kind(place) === KIND.Identifier) return tree.textIs(place, FIELD.value, '__filename');
  return isImportMeta(tree, place, 'url') || isImportMeta(tree, place, 'filename');
}

/** `import.meta.<property>`. */
export function isImportMeta(tree: Cursor, node: number, property: string): boolean {
  return (
    tree.kind(node) === KIND.MemberExpression &&
    tree.kind(tree.child(node, FIELD.object)) === KIND.MetaProperty &&
    tree.textIs(tree.child(node, FIELD.object), FIELD.kind, 'import.meta') &&
    tree.textIs(tree.child(node, FIELD.property), FIELD.value, property)
  );
}
