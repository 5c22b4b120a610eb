import type { Cursor } from '../../../syntax/cursor.ts';
import type { Field } from '../../../syntax/generated/fields.ts';

/** Counting each of a hundred thousand arguments from the first on would be quadratic. */
const LAST_POSITION = 100;

/** The position of a node among its parent's children with that key; -1 behind the last that is looked at. */
export function positionOf(tree: Cursor, field: Field, node: number): number {
  let position = 0;
  for (
    let child = tree.firstChild(tree.parent(node));
    child <= node && position <= LAST_POSITION;
    child = tree.next(child)
  ) {
    if (child === node) return position;
    if (tree.field(child) === field) position++;
  }
  return -1;
}
