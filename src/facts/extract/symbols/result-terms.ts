import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { DEFERRING_KINDS } from '../imports/deferred-code.ts';
import { expectedTerm } from './expected-terms.ts';
import { returnType } from './function-terms.ts';
import type { TermContext } from './term-context.ts';
import { UNKNOWN_TERM } from './term-table.ts';
import { typeTerm } from './type-terms.ts';

/** What a function is to give: what its annotation says, else what is expected of it gives. */
export function resultTerm(context: TermContext, node: number): number {
  const { tree, terms } = context;
  if (node === NO_NODE) return UNKNOWN_TERM;
  const type = returnType(tree, node);
  const isFunction = tree.kind(node) === KIND.ArrowFunctionExpression || tree.kind(node) === KIND.FunctionExpression;
  const given =
    type !== NO_NODE
      ? typeTerm(context, type)
      : isFunction || tree.kind(node) === KIND.MethodProperty
        ? terms.of('call', expectedTerm(context, node))
        : UNKNOWN_TERM;
  return tree.has(node, FIELD.async) ? terms.of('await', given) : given;
}

/** The function that a statement belongs to; of a method of a class the group that is its function. */
export function functionAround({ tree }: TermContext, statement: number): number {
  for (let node = tree.parent(statement); node >= 0; node = tree.parent(node)) {
    if (tree.kind(node) === KIND.group && tree.field(node) === FIELD.function) return node;
    if (FUNCTIONS.has(tree.kind(node))) return node;
  }
  return NO_NODE;
}

const FUNCTIONS: ReadonlySet<number> = new Set(DEFERRING_KINDS);
