import { NO_NODE, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { IMPORTED } from '../../symbol-records.ts';
import { BOUND_IMPORT } from './bindings.ts';
import { annotatedType } from './declare-type-members.ts';
import { functionTerm } from './function-terms.ts';
import { importTypeTerm } from './import-type-terms.ts';
import { boundTarget, entityTerm, namedTypeTerm, typeArguments } from './name-terms.ts';
import { standardTypeTerm } from './standard-types.ts';
import type { TermContext } from './term-context.ts';
import { UNKNOWN_TERM } from './term-table.ts';
import { classTerm } from './this-terms.ts';
import { valueTerm } from './value-terms.ts';

/** Members of a union or intersection that are looked at. */
const MOST_PARTS = 8;

/** What has a type. Types of which nothing is known that has named members (`string`, mapped and conditional types) are unknown. */
export function typeTerm(context: TermContext, type: number): number {
  if (type === NO_NODE) return UNKNOWN_TERM;
  if (context.tree.kind(type) === KIND.TsFunctionType) return functionTerm(context, type);
  return context.known.of(context, type, findTypeTerm);
}

/** What the annotation behind a colon says of what is before it. */
export function annotationTerm(context: TermContext, holder: number): number {
  return typeTerm(context, annotatedType(context.tree, holder));
}

export function constraintTerm(context: TermContext, parameter: number): number {
  return typeTerm(context, context.tree.child(parameter, FIELD.constraint));
}

function findTypeTerm(context: TermContext, type: number): number {
  const { tree, terms } = context;
  switch (tree.kind(type)) {
    case KIND.TsTypeReference:
      return referenceTerm(context, type);
    case KIND.TsArrayType:
      return terms.of('array', typeTerm(context, tree.child(type, FIELD.elemType)));
    case KIND.TsTupleType:
      return terms.of('array', commonTerm(context, tree.children(type, FIELD.elemTypes)));
    case KIND.TsTupleElement:
      return typeTerm(context, tree.child(type, FIELD.ty));
    case KIND.TsParenthesizedType:
    case KIND.TsOptionalType:
      return typeTerm(context, tree.child(type, FIELD.typeAnnotation));
    case KIND.TsTypeOperator: {
      const isReadonly = tree.textIs(type, FIELD.op, 'readonly');
      return isReadonly ? typeTerm(context, tree.child(type, FIELD.typeAnnotation)) : UNKNOWN_TERM;
    }
    case KIND.TsUnionType:
      return parts(context, type).reduce((whole, part) => terms.union(whole, part), UNKNOWN_TERM);
    case KIND.TsIntersectionType:
      return parts(context, type).reduce((whole, part) => terms.allOf(whole, part), UNKNOWN_TERM);
    case KIND.TsIndexedAccessType:
      return indexedTerm(context, type);
    case KIND.TsTypeQuery: {
      const name = tree.child(type, FIELD.exprName);
      return tree.kind(name) === KIND.TsImportType ? importTypeTerm(context, name) : entityTerm(context, name);
    }
    case KIND.TsImportType:
      return importTypeTerm(context, type);
    case KIND.TsThisType:
      return classTerm(context, type, 'this');
    case KIND.TsExpressionWithTypeArguments:
      return terms.of('instance', valueTerm(context, tree.child(type, FIELD.expression)));
    default:
      return UNKNOWN_TERM;
  }
}

function parts(context: TermContext, type: number): number[] {
  return context.tree
    .children(type, FIELD.types)
    .map((part) => typeTerm(context, part))
    .filter((part) => part !== UNKNOWN_TERM)
    .slice(0, MOST_PARTS);
}

/** What all of them are; unknown when they differ. */
function commonTerm(context: TermContext, types: readonly number[]): number {
  const found = new Set(types.map((type) => typeTerm(context, type)));
  const [only = UNKNOWN_TERM] = found;
  return found.size === 1 ? only : UNKNOWN_TERM;
}

function referenceTerm(context: TermContext, reference: number): number {
  const { tree, terms, imported, names } = context;
  const name = tree.child(reference, FIELD.typeName);
  if (tree.kind(name) !== KIND.Identifier) return terms.of('instance', entityTerm(context, name));
  if (tree.scope(name) === SCOPE.global) {
    return standardTypeTerm(context, tree.text(name, FIELD.value), typeArguments(tree, reference));
  }
  const target = boundTarget(context, name, true);
  if ((target & 3) === BOUND_IMPORT && tree.has(reference, FIELD.typeParams)) {
    const original = names.text(imported.rows.get(target >>> 2, IMPORTED.NAME));
    // Observables are RxJS's; what they give is waited for as what a promise gives.
    if (original === 'Observable') return standardTypeTerm(context, 'Promise', typeArguments(tree, reference));
  }
  return namedTypeTerm(context, name);
}

/** `T['name']`, `T[number]`. */
function indexedTerm(context: TermContext, type: number): number {
  const { tree, terms, names } = context;
  const object = typeTerm(context, tree.child(type, FIELD.objectType));
  const index = tree.child(type, FIELD.indexType);
  if (tree.kind(index) === KIND.TsKeywordType) {
    return tree.textIs(index, FIELD.kind, 'number') ? terms.of('element', object) : UNKNOWN_TERM;
  }
  const literal = tree.kind(index) === KIND.TsLiteralType ? tree.child(index, FIELD.literal) : NO_NODE;
  if (literal === NO_NODE || tree.kind(literal) !== KIND.StringLiteral) return UNKNOWN_TERM;
  return terms.of('key', object, names.ofNode(tree, literal));
}
