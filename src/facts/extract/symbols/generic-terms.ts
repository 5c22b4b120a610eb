import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { typeArguments } from './name-terms.ts';
import type { TermContext } from './term-context.ts';
import { UNKNOWN_TERM } from './term-table.ts';
import { typeTerm } from './type-terms.ts';

/** The type parameters that a class, type, function or signature declares. */
export function typeParameters(tree: Cursor, node: number): number[] {
  let list = tree.child(node, FIELD.typeParams);
  if (list === NO_NODE) list = tree.child(node, FIELD.typeParameters);
  return list === NO_NODE ? [] : tree.children(list, FIELD.parameters);
}

/** The same as a `list`; unknown when there are none. */
export function typeParameterList(context: TermContext, node: number): number {
  return listOf(
    context,
    typeParameters(context.tree, node).map((parameter) => typeParameterTerm(context, parameter)),
  );
}

/** One type parameter: in its own constraint it is unknown. */
export function typeParameterTerm(context: TermContext, parameter: number): number {
  return context.known.of(context, parameter, findTypeParameter);
}

function findTypeParameter(context: TermContext, parameter: number): number {
  const { tree, terms } = context;
  const constraint = typeTerm(context, tree.child(parameter, FIELD.constraint));
  const byDefault = typeTerm(context, tree.child(parameter, FIELD.default));
  const isPlain = constraint === UNKNOWN_TERM && byDefault === UNKNOWN_TERM;
  return terms.make('type-parameter', parameter, isPlain ? UNKNOWN_TERM : listOf(context, [constraint, byDefault]));
}

/** A function or type with the type parameters that it declares. */
export function genericTerm(context: TermContext, term: number, node: number): number {
  const list = typeParameterList(context, node);
  return term === UNKNOWN_TERM || list === UNKNOWN_TERM ? term : context.terms.make('generic', term, list);
}

/** What is generic with the types that are written behind it; the same where there are none. */
export function appliedTerm(context: TermContext, term: number, holder: number): number {
  return appliedTo(context, term, typeArguments(context.tree, holder));
}

export function appliedTo(context: TermContext, term: number, types: readonly number[]): number {
  if (term === UNKNOWN_TERM || types.length === 0) return term;
  const given = types.map((type) => typeTerm(context, type));
  return context.terms.make('applied', term, listOf(context, given));
}

/** Terms in a row, of which each may be unknown; unknown when there are none. */
export function listOf({ terms }: TermContext, parts: readonly number[]): number {
  return parts.reduceRight((rest, part) => terms.make('list', part, rest), UNKNOWN_TERM);
}
