import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { DECLARATION } from '../../symbol-records.ts';
import { assignedValue } from './field-assignments.ts';
import { functionTerm, parameterPattern, returnTerm } from './function-terms.ts';
import { placeTerm } from './place-terms.ts';
import type { TermContext } from './term-context.ts';
import { FROM_ACCESSOR, FROM_FUNCTION, FROM_PROPERTY, FROM_TYPE, FROM_VALUE, FROM_VARIABLE } from './term-sources.ts';
import { UNKNOWN_TERM } from './term-table.ts';
import { annotationTerm, typeTerm } from './type-terms.ts';
import { valueTerm } from './value-terms.ts';

/** Finds what the declarations of a file stand for. */
export function findDeclarationTerms(context: TermContext): void {
  const { declared, sources } = context;
  sources.origins.forEach((origin, declaration) => {
    const term = declaredTerm(context, origin, sources.nodes[declaration] as number);
    // What is but the object type or literal that its members are listed for is that itself.
    const isItself = context.terms.opOf(term) === 'object' && context.terms.operand(term) === declaration;
    if (term !== UNKNOWN_TERM && !isItself) declared.rows.set(declaration, DECLARATION.TERM, term + 1);
  });
}

function declaredTerm(context: TermContext, origin: number, node: number): number {
  switch (origin) {
    case FROM_VARIABLE:
      return placeTerm(context, node);
    case FROM_FUNCTION:
      return functionTerm(context, node);
    case FROM_ACCESSOR:
      return accessorTerm(context, node);
    case FROM_PROPERTY:
      return propertyTerm(context, node);
    case FROM_TYPE:
      return typeTerm(context, node);
    case FROM_VALUE:
      return valueTerm(context, node);
    default:
      return UNKNOWN_TERM;
  }
}

/** What a getter gives or a setter takes. */
function accessorTerm(context: TermContext, node: number): number {
  const { tree } = context;
  const [parameter = tree.child(node, FIELD.param)] = tree.children(node, FIELD.params);
  if (parameter === NO_NODE) return returnTerm(context, node);
  return annotationTerm(context, parameterPattern(tree, parameter));
}

/** By its annotation, its initial value, or what a constructor assigns to it. */
function propertyTerm(context: TermContext, node: number): number {
  const { tree } = context;
  const kind = tree.kind(node);
  if (kind === KIND.Identifier) return annotationTerm(context, node);
  if (kind === KIND.AssignmentPattern) {
    return annotationTerm(context, tree.child(node, FIELD.left)) || valueTerm(context, tree.child(node, FIELD.right));
  }
  if (tree.has(node, FIELD.typeAnnotation)) return annotationTerm(context, node);
  const value = tree.child(node, FIELD.value);
  if (value !== NO_NODE) return valueTerm(context, value);
  return valueTerm(context, assignedValue(context, node));
}
