import ts from 'typescript';
import type { DeclaredPlace } from './declared-places.ts';
import type { TypescriptService } from './typescript-service.ts';

/** A place that refers to a symbol, `path:line:column`. */
export interface ReferencePlace {
  readonly key: string;
  /** Inside of a comment: `{@link Name}`, `@param {Name}`. */
  readonly isDoc: boolean;
}

/**
 * Where the sources refer to a symbol, as `findReferences` says: through aliases and barrels, for a member also through what it
 * overrides and what overrides it. Places that declare a name are left out; those of import and export clauses and of object literals are not.
 */
export function typescriptReferences(program: TypescriptService, place: DeclaredPlace): ReferencePlace[] {
  const file = program.sourceFile(place.path)?.fileName;
  const groups = file ? (program.service.findReferences(file, place.position) ?? []) : [];
  return placesOf(
    program,
    groups.flatMap(({ references }) => references),
  );
}

/** Where a function or method is called, as the call hierarchy says. */
export function typescriptCalls(program: TypescriptService, place: DeclaredPlace): ReferencePlace[] {
  const file = program.sourceFile(place.path)?.fileName;
  const calls = file ? program.service.provideCallHierarchyIncomingCalls(file, place.position) : [];
  const spans = calls.flatMap(({ from, fromSpans }) =>
    fromSpans.map((textSpan) => ({ fileName: from.file, textSpan })),
  );
  return placesOf(program, spans);
}

function placesOf(program: TypescriptService, spans: readonly ts.DocumentSpan[]): ReferencePlace[] {
  const places = new Map<string, ReferencePlace>();
  for (const { fileName, textSpan } of spans) {
    const path = program.sourcePath(fileName);
    const source = path === null ? undefined : program.sourceFile(path);
    if (path === null || !source) continue;
    const { node, isDoc } = nameAt(source, textSpan.start);
    if (declares(node)) continue;
    const { line, character } = source.getLineAndCharacterOfPosition(textSpan.start);
    const key = `${path}:${line + 1}:${character + 1}`;
    places.set(key, { key, isDoc });
  }
  return [...places.values()];
}

/** The innermost node at an offset; doc comments are part of what they stand before. */
function nameAt(source: ts.SourceFile, position: number): { node: ts.Node; isDoc: boolean } {
  let node: ts.Node = source;
  let isDoc = false;
  for (;;) {
    const docs: readonly ts.Node[] = ts.getJSDocCommentsAndTags(node);
    const children: ts.Node[] = [...docs.filter(({ parent }) => parent === node), ...node.getChildren(source)];
    const inner = children.find((child) => child.getStart(source) <= position && position < child.getEnd());
    if (!inner || inner === node) return { node, isDoc };
    isDoc ||= ts.isJSDoc(inner);
    node = inner;
  }
}

/** Whether a name is the one that its declaration gives. A name in an import, an export, a pattern or an object literal refers to something as well. */
function declares(name: ts.Node): boolean {
  const { parent } = name;
  if (ts.isConstructorDeclaration(parent)) return true;
  // `import { a as b }` refers to `a` and declares `b`.
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) {
    return parent.propertyName !== undefined && parent.name === name;
  }
  if (ts.isImportClause(parent)) return false;
  if (ts.isBindingElement(parent) || ts.isObjectLiteralElementLike(parent) || ts.isJsxAttribute(parent)) {
    return ts.isMethodDeclaration(parent) || ts.isAccessor(parent)
      ? !ts.isObjectLiteralExpression(parent.parent)
      : false;
  }
  if (ts.isNamespaceImport(parent) || ts.isNamespaceExport(parent) || ts.isExportAssignment(parent)) return false;
  return 'name' in parent && parent.name === name && isDeclaration(parent);
}

function isDeclaration(node: ts.Node): boolean {
  return (
    ts.isFunctionLike(node) ||
    ts.isClassLike(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isEnumMember(node) ||
    ts.isModuleDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isPropertySignature(node) ||
    ts.isTypeParameterDeclaration(node)
  );
}
