import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { listOf, typeParameterTerm } from './generic-terms.ts';
import type { TermContext } from './term-context.ts';
import { UNKNOWN_TERM } from './term-table.ts';
import { typeTerm } from './type-terms.ts';

/** Elements of a tuple that are looked at. */
const MOST_ELEMENTS = 16;
/** How far a name may stand within the branch that sees it. */
const DEEPEST = 32;

/** `[A, B]`; an array where all of them are the same. */
export function tupleTerm(context: TermContext, elements: readonly number[]): number {
  const { terms } = context;
  const found = elements.slice(0, MOST_ELEMENTS).map((type) => typeTerm(context, type));
  const [only = UNKNOWN_TERM] = found;
  if (found.every((term) => term === only)) return terms.of('array', only);
  return terms.make('tuple', listOf(context, found));
}

/** `{ [K in keyof T]: … }`: its members are those of T; of other names than these nothing is known but the type. */
export function mappedTerm(context: TermContext, type: number): number {
  const { tree, terms } = context;
  const parameter = tree.child(type, FIELD.typeParam);
  const keys = typeTerm(context, tree.child(parameter, FIELD.constraint));
  const each = typeTerm(context, tree.child(type, FIELD.typeAnnotation));
  if (keys === UNKNOWN_TERM) return terms.of('record', each);
  return terms.make('mapped', keys, listOf(context, [typeParameterTerm(context, parameter), each]));
}

/** `A extends B ? C : D`; unknown where both branches are. */
export function conditionalTerm(context: TermContext, type: number): number {
  const { tree, terms } = context;
  const of = (field: Parameters<typeof tree.child>[1]): number => typeTerm(context, tree.child(type, field));
  const [whenTrue, whenFalse] = [of(FIELD.trueType), of(FIELD.falseType)];
  if (whenTrue === UNKNOWN_TERM && whenFalse === UNKNOWN_TERM) return UNKNOWN_TERM;
  const checked = listOf(context, [of(FIELD.checkType), of(FIELD.extendsType), ...inferredIn(context, type)]);
  return terms.make('conditional', checked, listOf(context, [whenTrue, whenFalse]));
}

/** The type parameters that `infer` declares in what a type is to extend. */
function inferredIn(context: TermContext, type: number): number[] {
  return inferredNodes(context.tree, type).map((parameter) => typeParameterTerm(context, parameter));
}

function inferredNodes(tree: Cursor, type: number): number[] {
  const found: number[] = [];
  const pattern = tree.child(type, FIELD.extendsType);
  const end = tree.next(pattern);
  for (let node = pattern; node < end && found.length < MOST_ELEMENTS; node++) {
    if (tree.kind(node) === KIND.TsInferType) found.push(tree.child(node, FIELD.typeParam));
  }
  return found;
}

/**
 * The type parameter that a name means which `infer` declares: the parser leaves it unresolved, because only the branch for what matches
 * sees it. Unknown for any other name.
 */
export function inferredTerm(context: TermContext, identifier: number): number {
  const { tree, names } = context;
  const name = names.ofNode(tree, identifier);
  let node = identifier;
  for (let depth = 0; depth < DEEPEST && tree.parent(node) >= 0; depth++, node = tree.parent(node)) {
    if (tree.field(node) !== FIELD.trueType) continue;
    const parameter = inferredNodes(tree, tree.parent(node)).find(
      (each) => names.ofNode(tree, tree.child(each, FIELD.name)) === name,
    );
    if (parameter !== undefined) return typeParameterTerm(context, parameter);
  }
  return UNKNOWN_TERM;
}

/** `'name'`: of interest as a key. */
export function literalTerm({ tree, terms, names }: TermContext, type: number): number {
  const literal = tree.child(type, FIELD.literal);
  if (literal === NO_NODE || tree.kind(literal) !== KIND.StringLiteral) return UNKNOWN_TERM;
  return terms.make('literal', names.ofNode(tree, literal));
}
