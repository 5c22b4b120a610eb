import type { Cursor } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';

/** What the names of a configuration stand for, as far as its text says. */
export interface ConfigBindings {
  /** The expression (or function) that a name is bound to, for good; undefined when it is not known or is assigned to later. */
  valueOf(name: number): number | undefined;
  /** What an imported name is called where it comes from; its own text otherwise. */
  originalName(name: number): string;
}

/** Goes over the whole tree once. */
export function collectBindings(tree: Cursor): ConfigBindings {
  const values = new Map<string, number>();
  const imported = new Map<string, string>();
  const unsteady = new Set<string>();
  const bind = (name: number, value: number): void => {
    const key = keyOf(tree, name);
    if (values.has(key)) unsteady.add(key);
    values.set(key, value);
  };
  for (let node = 0; node < tree.count; node++) {
    switch (tree.kind(node)) {
      case KIND.VariableDeclarator: {
        const name = tree.child(node, FIELD.id);
        if (tree.kind(name) === KIND.Identifier && tree.has(node, FIELD.init)) bind(name, tree.child(node, FIELD.init));
        break;
      }
      case KIND.FunctionDeclaration:
        bind(tree.child(node, FIELD.identifier), node);
        break;
      case KIND.ImportSpecifier:
        if (tree.has(node, FIELD.imported)) {
          const original = tree.text(tree.child(node, FIELD.imported), FIELD.value);
          imported.set(keyOf(tree, tree.child(node, FIELD.local)), original);
        }
        break;
      case KIND.AssignmentExpression: {
        const left = tree.child(node, FIELD.left);
        if (tree.kind(left) === KIND.Identifier) unsteady.add(keyOf(tree, left));
        break;
      }
    }
  }
  return {
    valueOf: (name) => (unsteady.has(keyOf(tree, name)) ? undefined : values.get(keyOf(tree, name))),
    originalName: (name) => imported.get(keyOf(tree, name)) ?? tree.text(name, FIELD.value),
  };
}

/** The same name in the same scope is the same variable. */
export function keyOf(tree: Cursor, name: number): string {
  return `${tree.text(name, FIELD.value)}#${tree.scope(name)}`;
}
