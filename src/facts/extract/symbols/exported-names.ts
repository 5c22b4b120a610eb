import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { boundNames } from './patterns.ts';

export interface ExportedName {
  /** The identifier. */
  readonly node: number;
  /** Whether it is the type of that name that is declared, where a value may have the name too. */
  readonly isType: boolean;
}

/** The names that a declaration declares. */
export function exportedNames(tree: Cursor, declaration: number): ExportedName[] {
  switch (tree.kind(declaration)) {
    case KIND.FunctionDeclaration:
    case KIND.FunctionExpression:
    case KIND.ClassDeclaration:
    case KIND.ClassExpression:
      return named(tree, tree.child(declaration, FIELD.identifier), false);
    case KIND.TsInterfaceDeclaration:
    case KIND.TsTypeAliasDeclaration:
      return named(tree, tree.child(declaration, FIELD.id), true);
    case KIND.TsEnumDeclaration:
    case KIND.TsModuleDeclaration:
    case KIND.TsImportEqualsDeclaration:
      return named(tree, tree.child(declaration, FIELD.id), false);
    case KIND.VariableDeclaration:
      return tree
        .children(declaration, FIELD.declarations)
        .flatMap((declarator) => boundNames(tree, tree.child(declarator, FIELD.id)))
        .map((node) => ({ node, isType: false }));
    default:
      return [];
  }
}

function named(tree: Cursor, node: number, isType: boolean): ExportedName[] {
  return node !== NO_NODE && tree.kind(node) === KIND.Identifier ? [{ node, isType }] : [];
}
