import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import type { SymbolContext } from './symbol-context.ts';

/** Where a name begins, in bytes: a string behind its quote. */
export function nameStart(tree: Cursor, nameNode: number): number {
  return tree.start(nameNode) + (tree.kind(nameNode) === KIND.StringLiteral ? 1 : 0);
}

/** Where it ends, exclusive. What has no name of its own has an empty one where its first word is. */
export function nameEnd(tree: Cursor, nameNode: number): number {
  switch (tree.kind(nameNode)) {
    case KIND.StringLiteral:
      return tree.end(nameNode) - 1;
    case KIND.Identifier:
    case KIND.PrivateName:
    case KIND.NumericLiteral:
      return tree.end(nameNode);
    default:
      return tree.start(nameNode);
  }
}

/** What a declaration's name node says: an identifier, a string, a number, `#private`. */
export function nameOf({ tree, names }: SymbolContext, nameNode: number): number {
  const kind = tree.kind(nameNode);
  if (kind === KIND.Identifier || kind === KIND.StringLiteral) return names.ofNode(tree, nameNode);
  const said = tree.text(nameNode, FIELD.value);
  // The parser writes every number with a fraction: `12.0`.
  return names.of(kind === KIND.PrivateName ? `#${said}` : kind === KIND.NumericLiteral ? String(Number(said)) : said);
}

/** The node that names a member: a key, or the literal that a computed key is; NO_NODE when only the running program knows. */
export function memberName(tree: Cursor, key: number): number {
  if (key === NO_NODE) return NO_NODE;
  const said = tree.kind(key) === KIND.Computed ? tree.child(key, FIELD.expression) : key;
  switch (tree.kind(said)) {
    case KIND.StringLiteral:
    case KIND.NumericLiteral:
      return said;
    case KIND.Identifier:
    case KIND.PrivateName:
      return said === key ? said : NO_NODE;
    default:
      return NO_NODE;
  }
}
