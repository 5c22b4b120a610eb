import type { SymbolKind } from '../../../base/symbol-kinds.ts';
import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import {
  DECLARATION,
  DECLARED_ABSTRACT,
  DECLARED_AMBIENT,
  DECLARED_OPTIONAL,
  DECLARED_PRIVATE,
  DECLARED_PROTECTED,
  DECLARED_READONLY,
  DECLARED_STATIC,
} from '../../symbol-records.ts';
import { decoratorsOf } from './signature.ts';
import type { SymbolContext } from './symbol-context.ts';

export interface DeclaredThing {
  readonly kind: SymbolKind;
  readonly parent: number;
  readonly flags: number;
  /** The declaration; with its descendants, all that stands in it. */
  readonly node: number;
  /** What it is written in: an `export`, a statement; the same node where there is nothing around it. */
  readonly outer: number;
  /** The node that says its name, and the name where that is another. */
  readonly nameNode: number;
  readonly name?: number;
  readonly signature: string;
}

/** Lists a declaration with its place, signature and doc comment; returns its number. */
export function declare(context: SymbolContext, thing: DeclaredThing): number {
  const { tree, names, declared, text, lines, offset } = context;
  const { kind, parent, flags, node, outer, nameNode, signature } = thing;
  const name = thing.name ?? nameOf(context, nameNode);
  const declaration = declared.add({ kind, name, parent, flags, node });
  let start = Math.min(tree.start(outer), tree.start(node));
  for (const decorator of decoratorsOf(tree, node)) start = Math.min(start, tree.start(decorator));
  setPlace(context, declaration, DECLARATION.LINE, start);
  setPlace(context, declaration, DECLARATION.NAME_LINE, nameStart(tree, nameNode));
  const nameColumn = declared.rows.get(declaration, DECLARATION.NAME_COLUMN);
  const nameLine = declared.rows.get(declaration, DECLARATION.NAME_LINE);
  const endOfName = lines.columnAt(offset + nameEnd(tree, nameNode), nameLine);
  declared.rows.set(declaration, DECLARATION.NAME_LENGTH, endOfName - nameColumn);
  setPlace(
    context,
    declaration,
    DECLARATION.END_LINE,
    outer === node ? tree.end(node) : Math.max(tree.end(outer), tree.end(node)),
  );
  declared.rows.set(declaration, DECLARATION.SIGNATURE, names.append(signature));
  declared.rows.set(declaration, DECLARATION.DOC, names.append(text.docBefore(start)));
  return declaration;
}

function setPlace({ lines, offset, declared }: SymbolContext, declaration: number, word: number, byte: number): void {
  const line = lines.lineAt(offset + byte);
  declared.rows.set(declaration, word, line);
  declared.rows.set(declaration, word + 1, lines.columnAt(offset + byte, line));
}

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
