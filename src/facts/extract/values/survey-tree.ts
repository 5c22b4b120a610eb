import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';

/** The module, where functions are asked for. */
export const MODULE = -1;

export interface TreeSurvey {
  /** Nodes that can have a value, without types and leaves, in source order. */
  readonly nodes: readonly number[];
  /** The innermost function that holds each node (a function holds itself), or {@link MODULE}. */
  readonly functionOf: Int32Array;
}

/** Goes over parts of a tree once, from each part's node to its end, and leaves types out. */
export function surveyTree(tree: Cursor, parts: readonly number[]): TreeSurvey {
  const nodes: number[] = [];
  const functionOf = new Int32Array(tree.count).fill(MODULE);
  for (const part of parts) {
    const end = tree.next(part);
    for (let node = part; node < end; ) {
      const kind = tree.kind(node);
      if (isType(tree, node)) {
        node = tree.next(node);
        continue;
      }
      const parent = tree.parent(node);
      functionOf[node] = isFunction(tree, node) ? node : parent === NO_NODE ? MODULE : (functionOf[parent] as number);
      if (kind !== KIND.string && kind !== KIND.number && kind !== KIND.true && kind !== KIND.hole) nodes.push(node);
      node++;
    }
  }
  return { nodes, functionOf };
}

/** Whether what the node holds runs by itself, when it is called: the initialiser of an object's field, too. */
export function isFunction(tree: Cursor, node: number): boolean {
  switch (tree.kind(node)) {
    case KIND.FunctionDeclaration:
    case KIND.FunctionExpression:
    case KIND.ArrowFunctionExpression:
    case KIND.MethodProperty:
    case KIND.Constructor:
      return true;
    case KIND.ClassProperty:
    case KIND.PrivateProperty:
    case KIND.AutoAccessor:
      return !tree.has(node, FIELD.isStatic);
    case KIND.group:
      return tree.field(node) === FIELD.function;
    default:
      return false;
  }
}

function isType(tree: Cursor, node: number): boolean {
  switch (tree.field(node)) {
    case FIELD.typeAnnotation:
    case FIELD.typeParams:
    case FIELD.typeArguments:
    case FIELD.typeParameters:
    case FIELD.superTypeParams:
    case FIELD.implements:
    case FIELD.returnType:
      return true;
    default: {
      const kind = tree.kind(node);
      return kind === KIND.TsInterfaceDeclaration || kind === KIND.TsTypeAliasDeclaration;
    }
  }
}
