import type { UseKind } from '../../../base/symbol-kinds.ts';
import type { Cursor } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { isPatternPart, wholePattern } from './patterns.ts';
import { typeUseKind } from './type-use-kind.ts';

/** How an expression, or a name in a type, is used by what is around it. */
export function useKindOf(tree: Cursor, used: number): UseKind {
  let node = used;
  for (;;) {
    const parent = tree.parent(node);
    if (parent < 0) return 'read';
    const field = tree.field(node);
    switch (tree.kind(parent)) {
      case KIND.ParenthesisExpression:
      case KIND.TsNonNullExpression:
      case KIND.OptionalChainingExpression:
      case KIND.TsInstantiation:
        node = parent;
        continue;
      case KIND.CallExpression:
        if (field !== FIELD.callee) return 'read';
        return tree.kind(tree.parent(parent)) === KIND.Decorator ? 'decorate' : 'call';
      case KIND.TaggedTemplateExpression:
        return field === FIELD.tag ? 'call' : 'read';
      case KIND.NewExpression:
        return field === FIELD.callee ? 'new' : 'read';
      case KIND.Decorator:
        return 'decorate';
      case KIND.JSXOpeningElement:
        return field === FIELD.name ? 'jsx' : 'read';
      case KIND.ClassDeclaration:
      case KIND.ClassExpression:
        return field === FIELD.superClass ? 'extends' : 'read';
      case KIND.TsExpressionWithTypeArguments:
        return tree.field(parent) === FIELD.implements ? 'implements' : 'extends';
      case KIND.AssignmentExpression:
      case KIND.ForOfStatement:
      case KIND.ForInStatement:
        return field === FIELD.left ? 'write' : 'read';
      case KIND.UpdateExpression:
        return 'write';
      case KIND.ExportSpecifier:
      case KIND.ExportDefaultExpression:
      case KIND.TsExportAssignment:
        return 'export';
      case KIND.TsTypeReference:
      case KIND.TsTypeQuery:
      case KIND.TsQualifiedName:
        return typeUseKind(tree, node);
      default:
        return isPatternPart(tree, node) ? patternUseKind(tree, node) : 'read';
    }
  }
}

function patternUseKind(tree: Cursor, part: number): UseKind {
  const whole = wholePattern(tree, part);
  return tree.field(whole) === FIELD.left ? 'write' : 'read';
}
