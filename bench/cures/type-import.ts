import ts from 'typescript';

/** A declaration that imports or passes on, as one of types alone: two where a default and other names were imported together. */
export function asTypeImport(declaration: ts.ImportDeclaration | ts.ExportDeclaration): string | null {
  const from = declaration.moduleSpecifier?.getText();
  if (from === undefined) return null;
  if (ts.isExportDeclaration(declaration)) {
    return `export type ${plainNames(declaration.exportClause)} from ${from};`;
  }
  const clause = declaration.importClause;
  if (!clause) return null;
  const names = [clause.name?.getText(), clause.namedBindings && plainNames(clause.namedBindings)];
  return names.flatMap((name) => (name === undefined ? [] : [`import type ${name} from ${from};`])).join('\n');
}

/** Names as written, without a `type` of their own. */
function plainNames(names: ts.NamedImportBindings | ts.NamedExportBindings | undefined): string {
  if (!names) return '*';
  if (!ts.isNamedImports(names) && !ts.isNamedExports(names)) return names.getText();
  const plain = names.elements.map(({ propertyName, name }) =>
    propertyName ? `${propertyName.getText()} as ${name.getText()}` : name.getText(),
  );
  return `{ ${plain.join(', ')} }`;
}
