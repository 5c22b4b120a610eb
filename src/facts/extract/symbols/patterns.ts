import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';

/** Patterns that nest deeper bind names of which nothing is known. */
const DEEPEST = 64;

/** The identifiers that a pattern binds, in source order; of what nests deeper than any real pattern, none. */
export function boundNames(tree: Cursor, pattern: number, depth = 0): number[] {
  if (pattern === NO_NODE || depth > DEEPEST) return [];
  switch (tree.kind(pattern)) {
    case KIND.Identifier:
      return [pattern];
    case KIND.AssignmentPattern:
      return boundNames(tree, tree.child(pattern, FIELD.left), depth + 1);
    case KIND.RestElement:
      return boundNames(tree, tree.child(pattern, FIELD.argument), depth + 1);
    case KIND.AssignmentPatternProperty:
      return [tree.child(pattern, FIELD.key)];
    case KIND.KeyValuePatternProperty:
      return boundNames(tree, tree.child(pattern, FIELD.value), depth + 1);
    case KIND.ObjectPattern:
      return tree.children(pattern, FIELD.properties).flatMap((part) => boundNames(tree, part, depth + 1));
    case KIND.ArrayPattern:
      return tree.children(pattern, FIELD.elements).flatMap((part) => boundNames(tree, part, depth + 1));
    default:
      return [];
  }
}

/** The place of a name in a pattern: true when the identifier is bound or assigned to by the pattern around it. */
export function isPatternPart(tree: Cursor, node: number): boolean {
  const field = tree.field(node);
  switch (tree.kind(tree.parent(node))) {
    case KIND.AssignmentPattern:
      return field === FIELD.left;
    case KIND.RestElement:
      return field === FIELD.argument;
    case KIND.AssignmentPatternProperty:
      return field === FIELD.key;
    case KIND.KeyValuePatternProperty:
      return field === FIELD.value;
    case KIND.ObjectPattern:
      return field === FIELD.properties;
    case KIND.ArrayPattern:
      return field === FIELD.elements;
    default:
      return false;
  }
}

/** The outermost pattern that holds this part of one. */
export function wholePattern(tree: Cursor, part: number): number {
  let whole = part;
  while (isPatternPart(tree, whole)) whole = tree.parent(whole);
  return whole;
}
