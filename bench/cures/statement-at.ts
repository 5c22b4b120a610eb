import ts from 'typescript';
import type { Location } from '../../src/base/location.ts';

/** The import at a place, and what names the module in it. */
export interface FoundImport {
  /** The declaration, or the call of `require` or `import`. */
  readonly statement: ts.Node;
  readonly specifier: ts.Node;
}

/** The import whose specifier stands at a place of a source; null when there is no plain one: a comment, a type, a glob. */
export function statementAt(path: string, source: string, { line, column }: Location): FoundImport | null {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const offset = file.getPositionOfLineAndCharacter(line - 1, column - 1);
  let node: ts.Node = file;
  for (let next: ts.Node | undefined = node; next; ) {
    node = next;
    next = node.getChildren(file).find((child) => child.getStart(file) <= offset && offset < child.getEnd());
  }
  if (!ts.isStringLiteralLike(node)) return null;
  const around = node.parent;
  if (ts.isImportDeclaration(around) || ts.isExportDeclaration(around) || ts.isCallExpression(around)) {
    return { statement: around, specifier: node };
  }
  return ts.isExternalModuleReference(around) ? { statement: around.parent, specifier: node } : null;
}
