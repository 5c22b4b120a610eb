import { type Cursor, NO_NODE, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { USE_LOOSE_METADATA, USE_METADATA } from '../../records.ts';
import { type ImportedNames, leftmostName } from './imported-names.ts';

/** Types nest; what nests deeper names no class. */
const DEEPEST = 64;

/**
 * Under `emitDecoratorMetadata` a decorator makes values of the types around it: those of a class's constructor, of
 * a property, of the parameters and the result of a method.
 */
export function markMetadataTypes(tree: Cursor, names: ImportedNames, decorator: number): void {
  for (const annotation of annotationsAround(tree, tree.parent(decorator))) {
    const type = annotatedType(tree, annotation);
    if (type === NO_NODE) continue;
    for (const [use, isLoose] of [[USE_METADATA, false] as const, [USE_LOOSE_METADATA, true] as const]) {
      const root = leftmostName(tree, serializedName(tree, type, isLoose, 0));
      if (root === NO_NODE || tree.scope(root) !== SCOPE.module) continue;
      const name = names.find(tree, root);
      if (name) names.use(name, use);
      break;
    }
  }
}

/** Of `...rest: Type[]` and `...rest: Array<Type>` each argument has the type. */
function annotatedType(tree: Cursor, annotation: number): number {
  const type = tree.child(annotation, FIELD.typeAnnotation);
  if (tree.kind(tree.parent(annotation)) !== KIND.RestElement) return type;
  if (tree.kind(type) === KIND.TsArrayType) return tree.child(type, FIELD.elemType);
  const list = tree.child(type, FIELD.typeParams);
  const [only = NO_NODE, ...others] = list === NO_NODE ? [] : tree.children(list, FIELD.params);
  return others.length === 0 ? only : NO_NODE;
}

/** Type annotations, from what holds the decorator. A method keeps its decorators with its function. */
function annotationsAround(tree: Cursor, holder: number): number[] {
  switch (tree.kind(holder)) {
    case KIND.ClassDeclaration:
    case KIND.ClassExpression: {
      const members = tree.children(holder, FIELD.body);
      const built = members.find((member) => tree.kind(member) === KIND.Constructor && tree.has(member, FIELD.body));
      return built === undefined ? [] : parameterAnnotations(tree, built);
    }
    case KIND.ClassProperty:
      return [tree.child(holder, FIELD.typeAnnotation)].filter(isThere);
    case KIND.Parameter:
    case KIND.TsParameterProperty:
      return signatureAnnotations(tree, tree.parent(holder));
    case KIND.group:
      return signatureAnnotations(tree, holder);
    default:
      return [];
  }
}

function signatureAnnotations(tree: Cursor, signature: number): number[] {
  return [...parameterAnnotations(tree, signature), tree.child(signature, FIELD.returnType)].filter(isThere);
}

function parameterAnnotations(tree: Cursor, signature: number): number[] {
  return tree
    .children(signature, FIELD.params)
    .map((parameter) => {
      const isProperty = tree.kind(parameter) === KIND.TsParameterProperty;
      const pattern = tree.child(parameter, isProperty ? FIELD.param : FIELD.pat);
      const target = tree.kind(pattern) === KIND.AssignmentPattern ? tree.child(pattern, FIELD.left) : pattern;
      return target === NO_NODE ? NO_NODE : tree.child(target, FIELD.typeAnnotation);
    })
    .filter(isThere);
}

const isThere = (node: number): boolean => node !== NO_NODE;

/**
 * The one name by which a type is written into the metadata, as TypeScript's `getEntityNameForDecoratorMetadata` finds
 * it: of a union only if all its members have the same.
 * @param isLoose without `strictNullChecks`, null and undefined are left out of account
 */
function serializedName(tree: Cursor, type: number, isLoose: boolean, depth: number): number {
  if (depth > DEEPEST) return NO_NODE;
  switch (tree.kind(type)) {
    case KIND.TsTypeReference:
      return tree.child(type, FIELD.typeName);
    case KIND.TsParenthesizedType:
      return serializedName(tree, tree.child(type, FIELD.typeAnnotation), isLoose, depth + 1);
    case KIND.TsUnionType:
    case KIND.TsIntersectionType:
      return commonName(tree, tree.children(type, FIELD.types), isLoose, depth);
    case KIND.TsConditionalType: {
      const branches = [tree.child(type, FIELD.trueType), tree.child(type, FIELD.falseType)];
      return commonName(tree, branches, isLoose, depth);
    }
    default:
      return NO_NODE;
  }
}

function commonName(tree: Cursor, types: readonly number[], isLoose: boolean, depth: number): number {
  let common = NO_NODE;
  for (const type of types) {
    if (tree.kind(type) === KIND.TsKeywordType) {
      if (tree.textIs(type, FIELD.kind, 'never')) continue;
      if (isLoose && (tree.textIs(type, FIELD.kind, 'null') || tree.textIs(type, FIELD.kind, 'undefined'))) continue;
    }
    const name = serializedName(tree, type, isLoose, depth + 1);
    if (name === NO_NODE) return NO_NODE;
    if (common === NO_NODE) common = name;
    else if (tree.kind(common) !== KIND.Identifier || tree.kind(name) !== KIND.Identifier) return NO_NODE;
    else if (tree.text(common, FIELD.value) !== tree.text(name, FIELD.value)) return NO_NODE;
  }
  return common;
}
