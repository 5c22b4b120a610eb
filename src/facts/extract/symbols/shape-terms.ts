import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { propertyName, propertyValue } from './declare-object.ts';
import { annotatedType } from './declare-type-members.ts';
import { functionTerm, returnTerm } from './function-terms.ts';
import { listOf } from './generic-terms.ts';
import { memberName, nameOf } from './name-nodes.ts';
import type { TermContext } from './term-context.ts';
import { UNKNOWN_TERM } from './term-table.ts';
import { typeTerm } from './type-terms.ts';
import { valueTerm } from './value-terms.ts';

/** A larger one is a table, and nothing of it is known. */
const MOST_PROPERTIES = 64;

/** The names under which an object type keeps its signatures: no property is called so. */
const CALLED = '()';
export const MADE = 'new()';

/** An object type: the listed one that it is, or by its members. */
export function typeLiteralTerm(context: TermContext, literal: number): number {
  const declaration = context.declared.byNode.get(literal);
  if (declaration !== undefined) return context.terms.make('object', declaration);
  return membersTerm(context, context.tree.children(literal, FIELD.members));
}

/** An interface that is declared inside of a function. */
export function localInterfaceTerm(context: TermContext, node: number): number {
  return context.known.of(context, node, findLocalInterface);
}

function findLocalInterface(context: TermContext, node: number): number {
  const { tree, terms } = context;
  const own = membersTerm(context, tree.children(tree.child(node, FIELD.body), FIELD.body));
  return tree
    .children(node, FIELD.extends)
    .reduce((whole, clause) => terms.allOf(whole, typeTerm(context, clause)), own);
}

function membersTerm(context: TermContext, members: readonly number[]): number {
  const { tree, terms, names } = context;
  if (members.length > MOST_PROPERTIES) return UNKNOWN_TERM;
  const indexed = members.find((member) => tree.kind(member) === KIND.TsIndexSignature);
  if (indexed !== undefined && members.length === 1) {
    return terms.of('record', typeTerm(context, annotatedType(tree, indexed)));
  }
  return shapeOf(
    context,
    members.flatMap((member) => {
      const kind = tree.kind(member);
      if (kind === KIND.TsCallSignatureDeclaration || kind === KIND.TsConstructSignatureDeclaration) {
        const name = names.of(kind === KIND.TsCallSignatureDeclaration ? CALLED : MADE);
        return [terms.make('property', functionTerm(context, member), name)];
      }
      const key = memberName(tree, tree.child(member, FIELD.key));
      if (key === NO_NODE) return [];
      const isMethod = kind === KIND.TsMethodSignature;
      const type = isMethod ? functionTerm(context, member) : typeTerm(context, annotatedType(tree, member));
      return [terms.make('property', type, nameOf(context, key))];
    }),
  );
}

/**
 * An object literal by its properties; one that is spread into it is there at once with them.
 * @param termOf the term of a property's value or of a method
 * @param isWhole whether properties of which nothing is known are kept: what it has counts, not what it says
 */
export function objectLiteralTerm(
  context: TermContext,
  object: number,
  termOf: (context: TermContext, value: number) => number,
  isWhole: boolean,
): number {
  const { tree, terms } = context;
  const properties = tree.children(object, FIELD.properties);
  if (properties.length > MOST_PROPERTIES) return UNKNOWN_TERM;
  let spread = UNKNOWN_TERM;
  const own: number[] = [];
  for (const property of properties) {
    const kind = tree.kind(property);
    if (kind === KIND.SpreadElement) {
      spread = terms.allOf(spread, valueTerm(context, tree.child(property, FIELD.arguments)));
      continue;
    }
    const name = propertyName(tree, property);
    if (name === NO_NODE) continue;
    const value = propertyValue(tree, property);
    const isGetter = kind === KIND.GetterProperty;
    const term = value !== NO_NODE ? termOf(context, value) : isGetter ? returnTerm(context, property) : UNKNOWN_TERM;
    const known = kind === KIND.MethodProperty ? termOf(context, property) : term;
    if (known !== UNKNOWN_TERM || isWhole) own.push(terms.make('property', known, nameOf(context, name)));
  }
  const shape = own.length > 0 || isWhole ? shapeOf(context, own) : UNKNOWN_TERM;
  return terms.allOf(shape, spread);
}

/** A type that is known to have nothing is one too. */
function shapeOf(context: TermContext, properties: readonly number[]): number {
  return context.terms.make('shape', listOf(context, properties));
}

/** What an object type or literal has under a name; unknown where it is none or has none. */
export function shapeMember({ terms }: TermContext, shape: number, name: number): number {
  if (terms.opOf(shape) !== 'shape') return UNKNOWN_TERM;
  let found = UNKNOWN_TERM;
  for (let list = terms.operand(shape); list !== UNKNOWN_TERM; list = terms.second(list)) {
    const property = terms.operand(list);
    if (terms.second(property) === name) found = terms.operand(property);
  }
  return found;
}
