import type { Cursor } from '../../../syntax/cursor.ts';
import { FIELD, type Field } from '../../../syntax/generated/fields.ts';
import { KIND, type Kind } from '../../../syntax/generated/kinds.ts';

const FIELDS = Object.keys(FIELD).length;

/** A table of what a node is by the kind of its parent and the key under which that holds it; 0 for all that is not listed. */
export function roleTable(
  roles: readonly (readonly [parent: Kind, field: Field, role: number])[],
): (tree: Cursor, node: number) => number {
  const table = new Uint8Array(Object.keys(KIND).length * FIELDS);
  for (const [parent, field, role] of roles) table[parent * FIELDS + field] = role;
  return (tree, node) => {
    const parent = tree.parent(node);
    return parent < 0 ? 0 : (table[tree.kind(parent) * FIELDS + tree.field(node)] as number);
  };
}
