import { type Cursor, NO_NODE, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { MEANS_CONST_ENUM, MEANS_TYPE, MEANS_VALUE } from '../../records.ts';

/** Calls back with each name that a declaration declares and bits MEANS_… of what it means. */
export function eachDeclared(tree: Cursor, declaration: number, visit: (name: string, meaning: number) => void): void {
  const said = (field: typeof FIELD.id | typeof FIELD.identifier, meaning: number): void => {
    const name = tree.child(declaration, field);
    if (tree.kind(name) === KIND.Identifier) visit(tree.text(name, FIELD.value), meaning);
  };
  switch (tree.kind(declaration)) {
    case KIND.TsInterfaceDeclaration:
    case KIND.TsTypeAliasDeclaration:
      said(FIELD.id, MEANS_TYPE);
      return;
    case KIND.TsEnumDeclaration:
      said(FIELD.id, tree.has(declaration, FIELD.isConst) ? MEANS_CONST_ENUM : MEANS_VALUE);
      return;
    case KIND.TsModuleDeclaration:
      said(FIELD.id, namespaceMeaning(tree, declaration, 0));
      return;
    case KIND.ClassDeclaration:
    case KIND.FunctionDeclaration:
      said(FIELD.identifier, MEANS_VALUE);
      return;
    case KIND.VariableDeclaration:
      for (const declarator of tree.children(declaration, FIELD.declarations)) {
        const pattern = tree.child(declarator, FIELD.id);
        // Patterns bind names at any depth; that names in their default values are taken too does no harm: they are values.
        for (let node = pattern; node < tree.next(pattern); node++) {
          if (tree.kind(node) === KIND.Identifier && tree.scope(node) === SCOPE.module)
            visit(tree.text(node, FIELD.value), MEANS_VALUE);
        }
      }
  }
}

/** Whether a statement or declaration can mean nothing but values: most do, and their names need not be read. */
export function isSimpleValue(tree: Cursor, declaration: number): boolean {
  const kind = tree.kind(declaration);
  return !(
    kind === KIND.TsInterfaceDeclaration ||
    kind === KIND.TsTypeAliasDeclaration ||
    kind === KIND.TsEnumDeclaration ||
    kind === KIND.TsModuleDeclaration
  );
}

/** Namespaces that nest deeper are taken for values. */
const DEEPEST = 64;

/** TypeScript's `getModuleInstanceState`: a namespace of types alone is not there at run time. */
function namespaceMeaning(tree: Cursor, declaration: number, depth: number): number {
  let body = tree.child(declaration, FIELD.body);
  while (tree.kind(body) === KIND.TsNamespaceDeclaration) body = tree.child(body, FIELD.body);
  if (body === NO_NODE || depth > DEEPEST) return MEANS_VALUE;
  let meaning = MEANS_TYPE;
  for (const statement of tree.children(body, FIELD.body)) {
    const isExport = tree.kind(statement) === KIND.ExportDeclaration;
    const meant = statementMeaning(tree, isExport ? tree.child(statement, FIELD.declaration) : statement, depth);
    if (meant === MEANS_VALUE) return MEANS_VALUE;
    if (meant === MEANS_CONST_ENUM) meaning = MEANS_CONST_ENUM;
  }
  return meaning;
}

function statementMeaning(tree: Cursor, statement: number, depth: number): number {
  switch (tree.kind(statement)) {
    case KIND.TsInterfaceDeclaration:
    case KIND.TsTypeAliasDeclaration:
    case KIND.ImportDeclaration:
      return MEANS_TYPE;
    case KIND.TsImportEqualsDeclaration:
      return tree.has(statement, FIELD.isExport) ? MEANS_VALUE : MEANS_TYPE;
    case KIND.TsEnumDeclaration:
      return tree.has(statement, FIELD.isConst) ? MEANS_CONST_ENUM : MEANS_VALUE;
    case KIND.TsModuleDeclaration:
      return namespaceMeaning(tree, statement, depth + 1);
    default:
      return MEANS_VALUE;
  }
}
