import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';

/** What an expression says about the module that it names. */
export interface Specifier {
  /** The specifier; with a `*` for each part that only the running program knows, if {@link isPattern}. */
  readonly text: string;
  readonly isPattern: boolean;
  /** The expression that says it: its range is the place of the import. */
  readonly node: number;
}

/** Expressions that nest deeper name no module; the limit keeps absurd sources off our own stack. */
const DEEPEST = 64;

/**
 * The specifiers that an expression can stand for, read from its own text alone: a literal, a template or a sum of
 * strings (`./locales/${language}.js` → `./locales/*.js`), or each side of a choice. What says nothing is one `*`.
 */
export function specifiersOf(tree: Cursor, expression: number, depth = 0): Specifier[] {
  const node = withoutWrapping(tree, expression);
  if (tree.kind(node) === KIND.ConditionalExpression && depth < DEEPEST) {
    return [FIELD.consequent, FIELD.alternate].flatMap((side) => specifiersOf(tree, tree.child(node, side), depth + 1));
  }
  const parts = partsOf(tree, node, depth);
  const isPattern = parts.includes(null);
  const text = parts.map((part) => part ?? '*').join('');
  return [{ text: isPattern ? text.replace(/\*{2,}/g, '*') : text, isPattern, node }];
}

/** The specifier that a string literal is. */
export function literalSpecifier(tree: Cursor, literal: number): Specifier {
  return { text: tree.text(literal, FIELD.value), isPattern: false, node: literal };
}

/** The text of an expression in pieces, null for each that is not known. */
function partsOf(tree: Cursor, expression: number, depth: number): (string | null)[] {
  const node = withoutWrapping(tree, expression);
  const kind = tree.kind(node);
  if (kind === KIND.StringLiteral) return [tree.text(node, FIELD.value)];
  if (depth >= DEEPEST) return [null];
  if (kind === KIND.TemplateLiteral) {
    const holes = tree.children(node, FIELD.expressions);
    return tree.children(node, FIELD.quasis).flatMap((quasi, index) => {
      const hole = holes[index];
      return [tree.text(quasi, FIELD.cooked), ...(hole === undefined ? [] : partsOf(tree, hole, depth + 1))];
    });
  }
  if (kind === KIND.BinaryExpression && tree.textIs(node, FIELD.operator, '+')) {
    return [FIELD.left, FIELD.right].flatMap((side) => partsOf(tree, tree.child(node, side), depth + 1));
  }
  return [null];
}

const WRAPPERS: ReadonlySet<number> = new Set([
  KIND.ParenthesisExpression,
  KIND.TsAsExpression,
  KIND.TsConstAssertion,
  KIND.TsNonNullExpression,
  KIND.TsSatisfiesExpression,
  KIND.TsTypeAssertion,
]);

/** The expression inside parentheses and type assertions. */
export function withoutWrapping(tree: Cursor, expression: number): number {
  let node = expression;
  while (WRAPPERS.has(tree.kind(node))) node = tree.child(node, FIELD.expression);
  return node;
}

/** The expression of a call’s argument by position; NO_NODE when there is none, or a spread comes before or there. */
export function argumentOf(tree: Cursor, call: number, position: number): number {
  let index = 0;
  const end = tree.next(call);
  for (let child = call + 1; child < end; child = tree.next(child)) {
    if (tree.field(child) !== FIELD.arguments) continue;
    if (tree.has(child, FIELD.spread)) return NO_NODE;
    if (index++ === position) return tree.child(child, FIELD.expression);
  }
  return NO_NODE;
}
