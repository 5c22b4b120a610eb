import type { UseKind } from '../../../base/symbol-kinds.ts';
import type { Cursor } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND, type Kind } from '../../../syntax/generated/kinds.ts';
import { wholePattern } from './patterns.ts';

/** Nodes of types, through which a name in a type is looked at from outside. */
const TYPE_KINDS: ReadonlySet<Kind> = new Set<Kind>([
  KIND.TsArrayType,
  KIND.TsConditionalType,
  KIND.TsExpressionWithTypeArguments,
  KIND.TsImportType,
  KIND.TsIndexedAccessType,
  KIND.TsIntersectionType,
  KIND.TsMappedType,
  KIND.TsOptionalType,
  KIND.TsParenthesizedType,
  KIND.TsQualifiedName,
  KIND.TsRestType,
  KIND.TsTupleElement,
  KIND.TsTupleType,
  KIND.TsTypeOperator,
  KIND.TsTypeParameterInstantiation,
  KIND.TsTypePredicate,
  KIND.TsTypeQuery,
  KIND.TsTypeReference,
  KIND.TsUnionType,
]);

/** How a name in a type is used: by the innermost annotation that it stands in. */
export function typeUseKind(tree: Cursor, name: number): UseKind {
  let node = tree.parent(name);
  while (TYPE_KINDS.has(tree.kind(node)) || isPredicate(tree, node)) node = tree.parent(node);
  if (tree.kind(node) === KIND.TsImportEqualsDeclaration) return 'read';
  if (tree.kind(node) !== KIND.TsTypeAnnotation) return 'type';
  const holder = tree.parent(node);
  const field = tree.field(node);
  if (field === FIELD.returnType || field === FIELD.typeAnn) return 'returns';
  switch (tree.kind(holder)) {
    case KIND.TsFunctionType:
    case KIND.TsConstructorType:
    case KIND.TsCallSignatureDeclaration:
    case KIND.TsConstructSignatureDeclaration:
    case KIND.TsMethodSignature:
      return 'returns';
    case KIND.Identifier:
    case KIND.ObjectPattern:
    case KIND.ArrayPattern:
    case KIND.RestElement:
    case KIND.AssignmentPattern:
      return parameterUseKind(tree, wholePattern(tree, holder));
    default:
      return 'type';
  }
}

/** The annotation inside of `x is Type`. */
function isPredicate(tree: Cursor, node: number): boolean {
  return tree.kind(node) === KIND.TsTypeAnnotation && tree.kind(tree.parent(node)) === KIND.TsTypePredicate;
}

function parameterUseKind(tree: Cursor, pattern: number): UseKind {
  const parent = tree.parent(pattern);
  switch (tree.kind(parent)) {
    case KIND.TsParameterProperty:
      return 'injects';
    case KIND.Parameter:
      return tree.kind(tree.parent(parent)) === KIND.Constructor ? 'injects' : 'accepts';
    case KIND.VariableDeclarator:
    case KIND.CatchClause:
      return 'type';
    default:
      return tree.field(pattern) === FIELD.params || tree.field(pattern) === FIELD.param ? 'accepts' : 'type';
  }
}
