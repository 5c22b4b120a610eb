import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';

/** The value under a key that is written out in an object literal, the last one winning; NO_NODE when there is none. */
export function propertyOf(tree: Cursor, object: number, name: string): number {
  let found = NO_NODE;
  for (const property of tree.children(object, FIELD.properties)) {
    const kind = tree.kind(property);
    // `{ alias }` is the name itself.
    if (kind === KIND.Identifier && tree.textIs(property, FIELD.value, name)) found = property;
    else if (kind === KIND.KeyValueProperty && tree.textIs(tree.child(property, FIELD.key), FIELD.value, name))
      found = tree.child(property, FIELD.value);
  }
  return found;
}
