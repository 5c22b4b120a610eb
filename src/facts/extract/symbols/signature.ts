import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import type { SourceText } from './source-text.ts';

/** The decorators of a declaration; a method keeps them with its function. */
export function decoratorsOf(tree: Cursor, declaration: number): readonly number[] {
  if (!DECORATED.has(tree.kind(declaration))) return NONE;
  const own = tree.children(declaration, FIELD.decorators);
  if (own.length > 0 || tree.kind(declaration) === KIND.TsParameterProperty) return own;
  const method = tree.child(declaration, FIELD.function);
  return method === NO_NODE ? own : tree.children(method, FIELD.decorators);
}

const NONE: readonly number[] = [];

const DECORATED: ReadonlySet<number> = new Set([
  KIND.ClassDeclaration,
  KIND.ClassExpression,
  KIND.ClassMethod,
  KIND.PrivateMethod,
  KIND.ClassProperty,
  KIND.PrivateProperty,
  KIND.AutoAccessor,
  KIND.TsParameterProperty,
]);

/** Where a declaration begins behind its decorators; their order with `export` is free. */
export function startBehindDecorators(tree: Cursor, text: SourceText, declaration: number): number {
  let start = tree.start(declaration);
  for (const decorator of decoratorsOf(tree, declaration)) start = Math.max(start, tree.end(decorator));
  while (text.byteAt(start) > 0 && text.byteAt(start) <= 0x20) start++;
  return start;
}

/** The declaration on one line, as it is written: without decorators, body and initial value. */
export function signatureOf(tree: Cursor, text: SourceText, declaration: number): string {
  return text.printed(startBehindDecorators(tree, text, declaration), endOfHead(tree, declaration));
}

/** What a variable or property is declared as; of one that is a function, the function's head. */
export function signatureOfValue(tree: Cursor, text: SourceText, start: number, name: number, value: number): string {
  const annotation = tree.child(name, FIELD.typeAnnotation);
  if (annotation === NO_NODE && isFunction(tree, value)) return text.printed(start, endOfHead(tree, value));
  return text.printed(start, Math.max(tree.end(name), annotation === NO_NODE ? 0 : tree.end(annotation)));
}

export function isFunction(tree: Cursor, value: number): boolean {
  if (value === NO_NODE) return false;
  const kind = tree.kind(value);
  return kind === KIND.ArrowFunctionExpression || kind === KIND.FunctionExpression;
}

/** Before the body; the end of the last thing before it where the body is no node. */
function endOfHead(tree: Cursor, declaration: number): number {
  switch (tree.kind(declaration)) {
    case KIND.ClassDeclaration:
    case KIND.ClassExpression:
      return lastEnd(tree, declaration, CLASS_HEAD, endOfClassWord(tree, declaration));
    case KIND.TsEnumDeclaration:
      return tree.end(tree.child(declaration, FIELD.id));
    case KIND.TsEnumMember:
      return tree.end(tree.child(declaration, FIELD.id));
    case KIND.TsModuleDeclaration:
      return endOfNamespaceName(tree, declaration);
    case KIND.ClassProperty:
    case KIND.PrivateProperty:
    case KIND.AutoAccessor:
      return lastEnd(tree, declaration, PROPERTY_HEAD, 0);
    default: {
      const method = tree.child(declaration, FIELD.function);
      const body = tree.child(method === NO_NODE ? declaration : method, FIELD.body);
      return body === NO_NODE ? tree.end(declaration) : tree.start(body);
    }
  }
}

const CLASS_HEAD = [FIELD.identifier, FIELD.typeParams, FIELD.superClass, FIELD.superTypeParams, FIELD.implements];
const PROPERTY_HEAD = [FIELD.key, FIELD.typeAnnotation];

function lastEnd(tree: Cursor, declaration: number, fields: readonly number[], least: number): number {
  let end = least;
  const next = tree.next(declaration);
  for (let child = declaration + 1; child < next; child = tree.next(child))
    if (fields.includes(tree.field(child))) end = Math.max(end, tree.end(child));
  return end;
}

/** A class without a name and without heritage has no node in its head. */
function endOfClassWord(tree: Cursor, declaration: number): number {
  const word = tree.has(declaration, FIELD.isAbstract) ? 'abstract class' : 'class';
  return tree.start(declaration) + word.length;
}

function endOfNamespaceName(tree: Cursor, declaration: number): number {
  let name = tree.child(declaration, FIELD.id);
  let body = tree.child(declaration, FIELD.body);
  while (body !== NO_NODE && tree.kind(body) === KIND.TsNamespaceDeclaration) {
    name = tree.child(body, FIELD.id);
    body = tree.child(body, FIELD.body);
  }
  return tree.end(name);
}
