import { NO_NODE, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { argumentOf } from '../imports/specifier-of.ts';
import { madeTerm } from './argument-terms.ts';
import { requiredSite } from './bind-imports.ts';
import { functionTerm } from './function-terms.ts';
import { appliedTerm } from './generic-terms.ts';
import { memberTerm } from './member-terms.ts';
import { entityTerm, nameTerm, typeArguments } from './name-terms.ts';
import { objectLiteralTerm } from './shape-terms.ts';
import { isFunction } from './signature.ts';
import { standardCallTerm } from './standard-calls.ts';
import { standardTypeTerm } from './standard-types.ts';
import type { TermContext } from './term-context.ts';
import { UNKNOWN_TERM } from './term-table.ts';
import { classTerm, objectTerm, thisTerm } from './this-terms.ts';
import { typeTerm } from './type-terms.ts';

/** Elements of an array literal that are looked at. */
const MOST_ELEMENTS = 8;

/** What an expression is, as far as declarations tell. */
export function valueTerm(context: TermContext, expression: number): number {
  if (expression === NO_NODE) return UNKNOWN_TERM;
  const { tree } = context;
  // Both are memoised elsewhere: names with what they are bound to, functions as such.
  if (tree.kind(expression) === KIND.Identifier) return nameTerm(context, expression, false);
  if (isFunction(tree, expression)) return functionTerm(context, expression);
  return context.known.of(context, expression, findValueTerm);
}

function findValueTerm(context: TermContext, node: number): number {
  const { tree, terms, declared, names } = context;
  const inner = (field: Parameters<typeof tree.child>[1]): number => valueTerm(context, tree.child(node, field));
  switch (tree.kind(node)) {
    case KIND.MemberExpression:
      return memberTerm(context, node, inner(FIELD.object));
    case KIND.CallExpression:
      return callTerm(context, node);
    case KIND.ThisExpression:
      return thisTerm(context, node);
    case KIND.Super:
      return classTerm(context, node, 'super');
    case KIND.SuperPropExpression:
      return memberTerm(context, node, inner(FIELD.obj));
    case KIND.OptionalChainingExpression:
      return inner(FIELD.base);
    case KIND.NewExpression:
      return newTerm(context, node);
    case KIND.AwaitExpression:
      return terms.of('await', inner(FIELD.argument));
    case KIND.ParenthesisExpression:
    case KIND.TsNonNullExpression:
    case KIND.TsConstAssertion:
      return inner(FIELD.expression);
    case KIND.TsInstantiation:
      return appliedTerm(context, inner(FIELD.expression), node);
    case KIND.TsAsExpression:
    case KIND.TsTypeAssertion:
      return typeTerm(context, tree.child(node, FIELD.typeAnnotation));
    case KIND.TsSatisfiesExpression:
      return inner(FIELD.expression) || typeTerm(context, tree.child(node, FIELD.typeAnnotation));
    case KIND.ObjectExpression:
      return declared.byNode.has(node)
        ? objectTerm(context, node)
        : objectLiteralTerm(context, node, propertyTerm, true);
    case KIND.ClassExpression: {
      const declaration = declared.byNode.get(node);
      return declaration === undefined ? UNKNOWN_TERM : terms.make('declared', declared.symbol(declaration));
    }
    case KIND.ArrayExpression:
      return arrayTerm(context, node, valueTerm);
    case KIND.ConditionalExpression:
      return terms.union(inner(FIELD.consequent), inner(FIELD.alternate));
    case KIND.BinaryExpression:
      if (tree.textIs(node, FIELD.operator, '&&')) return inner(FIELD.right);
      if (!tree.textIs(node, FIELD.operator, '??') && !tree.textIs(node, FIELD.operator, '||')) return UNKNOWN_TERM;
      return terms.union(inner(FIELD.left), inner(FIELD.right));
    case KIND.AssignmentExpression:
      return tree.textIs(node, FIELD.operator, '=') ? inner(FIELD.right) : UNKNOWN_TERM;
    case KIND.SequenceExpression:
      return valueTerm(context, tree.children(node, FIELD.expressions).at(-1) ?? NO_NODE);
    case KIND.TaggedTemplateExpression:
      return terms.of('call', inner(FIELD.tag));
    case KIND.TsQualifiedName:
      return entityTerm(context, node);
    case KIND.JSXMemberExpression:
      return terms.of('member', inner(FIELD.object), names.ofNode(tree, tree.child(node, FIELD.property)));
    default:
      return UNKNOWN_TERM;
  }
}

function callTerm(context: TermContext, call: number): number {
  const { tree, terms, imported, offset } = context;
  const callee = tree.child(call, FIELD.callee);
  if (tree.kind(callee) === KIND.Import) {
    const specifier = argumentOf(tree, call, 0);
    const site = specifier === NO_NODE ? -1 : imported.siteAt(offset + tree.start(specifier));
    return site < 0 ? UNKNOWN_TERM : terms.of('promise', terms.make('namespace', site));
  }
  const site = requiredSite(context, call);
  if (site >= 0) return terms.make('namespace', site);
  return madeTerm(context, 'call', call) || standardCallTerm(context, call);
}

function propertyTerm(context: TermContext, value: number): number {
  return context.tree.kind(value) === KIND.MethodProperty ? functionTerm(context, value) : valueTerm(context, value);
}

/** `new Map<string, Ship>()` is told by its types, any other by its class. */
function newTerm(context: TermContext, node: number): number {
  const { tree } = context;
  const callee = tree.child(node, FIELD.callee);
  if (tree.kind(callee) === KIND.Identifier && tree.scope(callee) === SCOPE.global) {
    return standardTypeTerm(context, tree.text(callee, FIELD.value), typeArguments(tree, node));
  }
  return madeTerm(context, 'new', node);
}

/** An array literal. @param termOf the term of an element */
export function arrayTerm(
  context: TermContext,
  node: number,
  termOf: (context: TermContext, element: number) => number,
): number {
  const { tree, terms } = context;
  let found = UNKNOWN_TERM;
  for (const element of tree.children(node, FIELD.elements).slice(0, MOST_ELEMENTS)) {
    const value = termOf(context, tree.child(element, FIELD.expression));
    found = terms.union(found, tree.has(element, FIELD.spread) ? terms.of('element', value) : value);
  }
  return terms.of('array', found);
}
