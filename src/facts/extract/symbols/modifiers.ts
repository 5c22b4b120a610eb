import type { Cursor } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import {
  DECLARED_ABSTRACT,
  DECLARED_AMBIENT,
  DECLARED_OPTIONAL,
  DECLARED_PRIVATE,
  DECLARED_PROTECTED,
  DECLARED_READONLY,
  DECLARED_STATIC,
} from '../../symbol-records.ts';

/** The flags that modifiers of a class or of a member say. */
export function modifierFlags(tree: Cursor, node: number): number {
  let flags = 0;
  const end = tree.next(node);
  for (let child = node + 1; child < end; child = tree.next(child)) {
    const field = tree.field(child);
    if (field === FIELD.accessibility) flags |= ACCESSIBILITY.get(tree.leafText(child)) ?? 0;
    else flags |= MODIFIERS[field] as number;
  }
  return flags;
}

const ACCESSIBILITY: ReadonlyMap<string, number> = new Map([
  ['private', DECLARED_PRIVATE],
  ['protected', DECLARED_PROTECTED],
]);

/** By the key under which a modifier is true. */
const MODIFIERS = new Uint16Array(Object.keys(FIELD).length);
MODIFIERS[FIELD.isStatic] = DECLARED_STATIC;
MODIFIERS[FIELD.isAbstract] = DECLARED_ABSTRACT;
MODIFIERS[FIELD.isOptional] = DECLARED_OPTIONAL;
MODIFIERS[FIELD.optional] = DECLARED_OPTIONAL;
MODIFIERS[FIELD.readonly] = DECLARED_READONLY;
MODIFIERS[FIELD.declare] = DECLARED_AMBIENT;
