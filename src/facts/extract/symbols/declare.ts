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
  const { tree, names, declared, text } = context;
  const { kind, parent, flags, node, outer, nameNode, signature } = thing;
  const name = thing.name ?? nameOf(context, nameNode);
  const declaration = declared.add({ kind, name, parent, flags, node });
  let start = Math.min(tree.start(outer), tree.start(node));
  for (const decorator of decoratorsOf(tree, node)) start = Math.min(start, tree.start(decorator));
  setPlace(context, declaration, DECLARATION.LINE, start);
  setPlace(context, declaration, DECLARATION.END_LINE, Math.max(tree.end(outer), tree.end(node)));
  const [nameStart, nameEnd] = nameRange(tree, nameNode);
  setPlace(context, declaration, DECLARATION.NAME_LINE, nameStart);
  declared.rows.set(declaration, DECLARATION.NAME_LENGTH, text.slice(nameStart, nameEnd).length);
  declared.rows.set(declaration, DECLARATION.SIGNATURE, names.of(signature));
  declared.rows.set(declaration, DECLARATION.DOC, names.of(text.docBefore(start)));
  return declaration;
}

function setPlace({ lines, offset, declared }: SymbolContext, declaration: number, word: number, byte: number): void {
  const line = lines.lineAt(offset + byte);
  declared.rows.set(declaration, word, line);
  declared.rows.set(declaration, word + 1, lines.columnAt(offset + byte, line));
}

/** Where a name stands, in bytes: of a string what is between its quotes. */
export function nameRange(tree: Cursor, nameNode: number): readonly [start: number, end: number] {
  const [start, end] = [tree.start(nameNode), tree.end(nameNode)];
  if (tree.kind(nameNode) === KIND.StringLiteral) return [start + 1, end - 1];
  // Without a name of its own it is where its first word is.
  const isName = tree.kind(nameNode) === KIND.Identifier || tree.kind(nameNode) === KIND.PrivateName;
  return isName || tree.kind(nameNode) === KIND.NumericLiteral ? [start, end] : [start, start];
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
  if (tree.has(node, FIELD.isStatic)) flags |= DECLARED_STATIC;
  if (tree.has(node, FIELD.isAbstract)) flags |= DECLARED_ABSTRACT;
  if (tree.has(node, FIELD.isOptional) || tree.has(node, FIELD.optional)) flags |= DECLARED_OPTIONAL;
  if (tree.has(node, FIELD.readonly)) flags |= DECLARED_READONLY;
  if (tree.has(node, FIELD.declare)) flags |= DECLARED_AMBIENT;
  if (tree.textIs(node, FIELD.accessibility, 'private')) flags |= DECLARED_PRIVATE;
  if (tree.textIs(node, FIELD.accessibility, 'protected')) flags |= DECLARED_PROTECTED;
  return flags;
}
