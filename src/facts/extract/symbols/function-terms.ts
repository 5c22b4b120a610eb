import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { annotatedType } from './declare-type-members.ts';
import { FUNCTION_KINDS } from './function-kinds.ts';
import { genericTerm } from './generic-terms.ts';
import type { TermContext } from './term-context.ts';
import { UNKNOWN_TERM } from './term-table.ts';
import { annotationTerm, typeTerm } from './type-terms.ts';
import { valueTerm } from './value-terms.ts';

/** Statements that return something of which more is not looked at. */
const MOST_RETURNS = 8;

/** A function, method or signature (of a method of a class the group that holds its parameters): what it takes and what it gives. */
export function functionTerm(context: TermContext, node: number): number {
  return context.known.of(context, node, findFunctionTerm);
}

function findFunctionTerm(context: TermContext, node: number): number {
  const { terms } = context;
  const returned = returnTerm(context, node);
  const taken = parameterList(context, node);
  if (returned === UNKNOWN_TERM && taken === UNKNOWN_TERM) return UNKNOWN_TERM;
  return genericTerm(context, terms.make('function', returned, taken), node);
}

/** What a function gives: by its annotation, else by what it returns. */
export function returnTerm(context: TermContext, node: number): number {
  const { tree } = context;
  const type = returnType(tree, node);
  if (type !== NO_NODE) return typeTerm(context, type);
  const body = tree.child(node, FIELD.body);
  if (body === NO_NODE || tree.has(node, FIELD.generator) || tree.kind(node) === KIND.Constructor) return UNKNOWN_TERM;
  const given = tree.kind(body) === KIND.FunctionBody ? returnedTerm(context, body) : valueTerm(context, body);
  return tree.has(node, FIELD.async) ? context.terms.of('promise', context.terms.of('await', given)) : given;
}

/** The type that is written for the result, or NO_NODE. */
export function returnType(tree: Cursor, node: number): number {
  for (const field of [FIELD.returnType, FIELD.typeAnn]) {
    const annotation = tree.child(node, field);
    if (annotation !== NO_NODE) return tree.child(annotation, FIELD.typeAnnotation);
  }
  return annotatedType(tree, node);
}

function returnedTerm(context: TermContext, body: number): number {
  const { tree, terms } = context;
  let found = UNKNOWN_TERM;
  let count = 0;
  const end = tree.next(body);
  for (let node = body + 1; node < end; ) {
    const kind = tree.kind(node);
    if (kind === KIND.ReturnStatement && tree.has(node, FIELD.argument)) {
      found = terms.union(found, valueTerm(context, tree.child(node, FIELD.argument)));
      if (++count === MOST_RETURNS) break;
    }
    // What is no statement returns nothing, and may be large.
    node = OPAQUE.has(kind) ? tree.next(node) : node + 1;
  }
  return found;
}

const OPAQUE: ReadonlySet<number> = new Set([
  ...FUNCTION_KINDS,
  KIND.ClassDeclaration,
  KIND.ReturnStatement,
  KIND.ExpressionStatement,
  KIND.VariableDeclaration,
  KIND.ThrowStatement,
]);

/** The parameters as a list, up to the last of which something is known; unknown when there is none. */
function parameterList(context: TermContext, node: number): number {
  const { tree, terms } = context;
  const parameters = tree.children(node, FIELD.params).map((parameter) => parameterTypeTerm(context, parameter));
  let list = UNKNOWN_TERM;
  for (const parameter of parameters.reverse()) {
    if (list !== UNKNOWN_TERM || parameter !== UNKNOWN_TERM) list = terms.make('list', parameter, list);
  }
  return list;
}

/** What a parameter takes by its annotation or, in its absence, as its default value is; of a rest parameter what each of it is. */
function parameterTypeTerm(context: TermContext, parameter: number): number {
  const { tree, terms } = context;
  const pattern = parameterPattern(tree, parameter);
  if (tree.kind(pattern) === KIND.RestElement)
    return terms.of('rest', terms.of('element', annotationTerm(context, pattern)));
  const isDefault = tree.kind(pattern) === KIND.AssignmentPattern;
  const target = isDefault ? tree.child(pattern, FIELD.left) : pattern;
  if (annotatedType(tree, target) !== NO_NODE) return annotationTerm(context, target);
  return isDefault ? valueTerm(context, tree.child(pattern, FIELD.right)) : UNKNOWN_TERM;
}

/** The pattern of a parameter, which arrows and signatures hold without anything around it. */
export function parameterPattern(tree: Cursor, parameter: number): number {
  const kind = tree.kind(parameter);
  if (kind === KIND.Parameter) return tree.child(parameter, FIELD.pat);
  return kind === KIND.TsParameterProperty ? tree.child(parameter, FIELD.param) : parameter;
}
