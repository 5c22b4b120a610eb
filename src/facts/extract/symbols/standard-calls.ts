import { NO_NODE, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { argumentOf } from '../imports/specifier-of.ts';
import type { TermContext } from './term-context.ts';
import type { TermTable } from './term-table.ts';
import { UNKNOWN_TERM } from './term-table.ts';
import { valueTerm } from './value-terms.ts';

/** What functions of the standard library give, by what their first argument is. */
const STANDARD: ReadonlyMap<string, (terms: TermTable, given: number) => number> = new Map([
  ['Object.values', (terms: TermTable, given: number) => terms.of('array', terms.of('element', given))],
  // Keys are strings, of which nothing is known: of a pair only the value has members of ours.
  ['Object.entries', (terms, given) => terms.of('array', terms.of('array', terms.of('element', given)))],
  ['Object.assign', (_, given) => given],
  ['Object.freeze', (_, given) => given],
  ['Array.from', (terms, given) => terms.of('array', terms.of('element', given))],
  ['Promise.resolve', (terms, given) => terms.of('promise', terms.of('await', given))],
  [
    'Promise.all',
    (terms, given) => terms.of('promise', terms.of('array', terms.of('await', terms.of('element', given)))),
  ],
]);

/** A call of a function that no file of the project declares; unknown unless it is one of the above. */
export function standardCallTerm(context: TermContext, call: number): number {
  const { tree, terms } = context;
  const callee = tree.child(call, FIELD.callee);
  if (tree.kind(callee) !== KIND.MemberExpression) return UNKNOWN_TERM;
  const [object, property] = [tree.child(callee, FIELD.object), tree.child(callee, FIELD.property)];
  const isFree = tree.kind(object) === KIND.Identifier && tree.scope(object) === SCOPE.global;
  if (!isFree || tree.kind(property) !== KIND.Identifier) return UNKNOWN_TERM;
  const meaning = STANDARD.get(`${tree.text(object, FIELD.value)}.${tree.text(property, FIELD.value)}`);
  const given = meaning ? argumentOf(tree, call, 0) : NO_NODE;
  return meaning && given !== NO_NODE ? meaning(terms, valueTerm(context, given)) : UNKNOWN_TERM;
}
