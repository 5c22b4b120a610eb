import { NO_NODE, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { IMPORTED } from '../../symbol-records.ts';
import { BOUND_IMPORT } from './bindings.ts';
import { conditionalTerm, inferredTerm, literalTerm, mappedTerm, tupleTerm } from './composed-types.ts';
import { annotatedType } from './declare-type-members.ts';
import { functionTerm } from './function-terms.ts';
import { appliedTerm, listOf, typeParameterTerm } from './generic-terms.ts';
import { importTypeTerm } from './import-type-terms.ts';
import { boundTarget, entityTerm, namedTypeTerm, typeArguments } from './name-terms.ts';
import { MADE, shapeMember, typeLiteralTerm } from './shape-terms.ts';
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

function findTypeTerm(context: TermContext, type: number): number {
  const { tree, terms } = context;
  switch (tree.kind(type)) {
    case KIND.TsTypeReference:
      return referenceTerm(context, type);
    case KIND.TsArrayType:
      return terms.of('array', typeTerm(context, tree.child(type, FIELD.elemType)));
    case KIND.TsTupleType:
      return tupleTerm(context, tree.children(type, FIELD.elemTypes));
    case KIND.TsTupleElement:
      return typeTerm(context, tree.child(type, FIELD.ty));
    case KIND.TsParenthesizedType:
    case KIND.TsOptionalType:
      return typeTerm(context, tree.child(type, FIELD.typeAnnotation));
    case KIND.TsTypeOperator: {
      const of = typeTerm(context, tree.child(type, FIELD.typeAnnotation));
      if (tree.textIs(type, FIELD.op, 'readonly')) return of;
      return tree.textIs(type, FIELD.op, 'keyof') ? terms.of('key-of', of) : UNKNOWN_TERM;
    }
    case KIND.TsUnionType:
      return parts(context, type).reduce((whole, part) => terms.union(whole, part), UNKNOWN_TERM);
    case KIND.TsIntersectionType:
      return parts(context, type).reduce((whole, part) => terms.allOf(whole, part), UNKNOWN_TERM);
    case KIND.TsIndexedAccessType:
      return indexedTerm(context, type);
    case KIND.TsTypeQuery: {
      const name = tree.child(type, FIELD.exprName);
      const value = tree.kind(name) === KIND.TsImportType ? importTypeTerm(context, name) : entityTerm(context, name);
      return appliedTerm(context, value, type);
    }
    case KIND.TsImportType:
      return appliedTerm(context, importTypeTerm(context, type), type);
    case KIND.TsTypeLiteral:
      return typeLiteralTerm(context, type);
    case KIND.TsMappedType:
      return mappedTerm(context, type);
    case KIND.TsConditionalType:
      return conditionalTerm(context, type);
    case KIND.TsInferType:
      return typeParameterTerm(context, tree.child(type, FIELD.typeParam));
    case KIND.TsLiteralType:
      return literalTerm(context, type);
    case KIND.TsConstructorType: {
      const made = terms.make('property', functionTerm(context, type), context.names.of(MADE));
      return terms.make('shape', listOf(context, [made]));
    }
    case KIND.TsThisType:
      return classTerm(context, type, 'this');
    case KIND.TsExpressionWithTypeArguments:
      return clauseTerm(context, type);
    default:
      return UNKNOWN_TERM;
  }
}

function parts(context: TermContext, type: number): number[] {
  const known = context.tree
    .children(type, FIELD.types)
    .map((part) => typeTerm(context, part))
    .filter((part) => part !== UNKNOWN_TERM);
  // Strings beside other types have no members of ours; alone they are keys.
  const others = known.filter((part) => context.terms.opOf(part) !== 'literal');
  return (others.length > 0 ? others : known).slice(0, MOST_PARTS);
}

/** What stands behind `extends` in an interface that is declared inside of a function. */
function clauseTerm(context: TermContext, clause: number): number {
  const { tree, terms } = context;
  const name = tree.child(clause, FIELD.expression);
  const isName = tree.kind(name) === KIND.Identifier;
  const type = isName ? namedTypeTerm(context, name) : terms.of('instance', valueTerm(context, name));
  return appliedTerm(context, type, clause);
}

function referenceTerm(context: TermContext, reference: number): number {
  const { tree, terms, imported, names } = context;
  const name = tree.child(reference, FIELD.typeName);
  if (tree.kind(name) !== KIND.Identifier) {
    return appliedTerm(context, terms.of('instance', entityTerm(context, name)), reference);
  }
  if (tree.scope(name) === SCOPE.global) {
    const standard = standardTypeTerm(context, tree.text(name, FIELD.value), typeArguments(tree, reference));
    return standard === UNKNOWN_TERM ? inferredTerm(context, name) : standard;
  }
  const target = boundTarget(context, name, true);
  if ((target & 3) === BOUND_IMPORT && tree.has(reference, FIELD.typeParams)) {
    const original = names.text(imported.rows.get(target >>> 2, IMPORTED.NAME));
    // Observables are RxJS's; what they give is waited for as what a promise gives.
    if (original === 'Observable') return standardTypeTerm(context, 'Promise', typeArguments(tree, reference));
  }
  return appliedTerm(context, namedTypeTerm(context, name), reference);
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
  if (literal === NO_NODE) {
    const key = typeTerm(context, index);
    return key === UNKNOWN_TERM ? UNKNOWN_TERM : terms.of('index', object, key);
  }
  if (tree.kind(literal) === KIND.NumericLiteral) {
    return terms.of('at', object, Number(tree.text(literal, FIELD.value)));
  }
  if (tree.kind(literal) !== KIND.StringLiteral) return UNKNOWN_TERM;
  const name = names.ofNode(tree, literal);
  return terms.opOf(object) === 'shape' ? shapeMember(context, object, name) : terms.of('key', object, name);
}
