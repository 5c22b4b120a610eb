import ts from 'typescript';
import type { EdgeKind } from '../../src/base/edge-kinds.ts';

/** A place that names another module: 1-based, columns in UTF-16 units, at the opening quote of the specifier. */
export interface OracleSite {
  readonly line: number;
  readonly column: number;
  readonly specifier: string;
  readonly kind: EdgeKind;
  /** The specifier in the syntax tree, or which attribute of a triple-slash comment it is. */
  readonly named: ts.StringLiteralLike | 'path' | 'types';
}

/** The kinds that {@link typescriptSites} knows. Mocks, globs, `require.resolve` and assets are not TypeScript's. */
export const ORACLE_KINDS: ReadonlySet<EdgeKind> = new Set<EdgeKind>([
  'static',
  'export-from',
  'dynamic',
  'require',
  'import-equals',
  'type',
  'jsdoc',
  'triple-slash',
]);

/**
 * Every place of a source where TypeScript's own parser sees a module named by a literal. It knows nothing of scopes:
 * any call of something called `require` counts. An import has kind `type` where its own words say so, and everywhere in a
 * declaration file, of which TypeScript emits nothing; that an import is only used for types is not seen.
 * @param path decides by its extension which language it is, and whether it is a declaration file
 */
export function typescriptSites(path: string, text: string): OracleSite[] {
  const source = ts.createSourceFile(path, text, { languageVersion: ts.ScriptTarget.Latest }, true);
  const isJavaScript = /\.[cm]?jsx?$/.test(path);
  const kindHere = (kind: EdgeKind): EdgeKind => (source.isDeclarationFile ? 'type' : kind);
  const sites: OracleSite[] = [];
  const add = (kind: EdgeKind, position: number, specifier: string, named: OracleSite['named']): void => {
    const { line, character } = source.getLineAndCharacterOfPosition(position);
    sites.push({ line: line + 1, column: character + 1, specifier, kind, named });
  };

  // Their positions are those of the text between the quotes.
  for (const { pos, fileName } of source.referencedFiles) add('triple-slash', pos - 1, fileName, 'path');
  for (const { pos, fileName } of source.typeReferenceDirectives) add('triple-slash', pos - 1, fileName, 'types');

  // A list of nodes to visit, not recursion: generated sources nest deeper than the stack.
  const pending: { node: ts.Node; inComment: boolean }[] = [{ node: source, inComment: false }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, inComment } = next;
    const named = moduleNamedBy(node);
    if (named) {
      const { kind, literal } = named;
      add(inComment ? 'jsdoc' : kindHere(kind), literal.getStart(source), literal.text, literal);
    }
    ts.forEachChild(node, (child) => {
      pending.push({ node: child, inComment });
    });
    // In TypeScript the types in comments mean nothing. `getJSDocCommentsAndTags` would give only the last of several comments.
    if (isJavaScript) {
      for (const comment of node.getChildren(source)) {
        if (ts.isJSDoc(comment)) pending.push({ node: comment, inComment: true });
      }
    }
  }
  return sites;
}

interface NamedModule {
  readonly kind: EdgeKind;
  readonly literal: ts.StringLiteralLike;
}

function moduleNamedBy(node: ts.Node): NamedModule | null {
  if (ts.isModuleDeclaration(node)) return isAugmentation(node) ? named('type', node.name) : null;
  if (ts.isImportDeclaration(node)) return named(isErasedImport(node) ? 'type' : 'static', node.moduleSpecifier);
  if (ts.isExportDeclaration(node)) return named(isErasedExport(node) ? 'type' : 'export-from', node.moduleSpecifier);
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? named('type', node.argument.literal) : null;
  if (ts.isJSDocImportTag(node)) return named('jsdoc', node.moduleSpecifier);
  if (ts.isImportEqualsDeclaration(node)) {
    const { moduleReference } = node;
    if (!ts.isExternalModuleReference(moduleReference)) return null;
    return named(node.isTypeOnly ? 'type' : 'import-equals', moduleReference.expression);
  }
  if (!ts.isCallExpression(node)) return null;
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return named('dynamic', node.arguments[0]);
  return isRequire(node.expression) ? named('require', node.arguments[0]) : null;
}

/**
 * `declare module './ship' { … }` in a file that is itself a module, as by `collectModuleReferences` of TypeScript's program: of a
 * file that is none it declares the module, and leads nowhere. A pattern (`'*.svg'`) names no module, and in JavaScript, where it
 * is an error, the form is Flow's, which declares a module.
 */
function isAugmentation(node: ts.ModuleDeclaration): boolean {
  const { name, parent: source } = node;
  if (!ts.isSourceFile(source) || !ts.isExternalModule(source)) return false;
  if (source.flags & ts.NodeFlags.JavaScriptFile) return false;
  const isAmbient =
    source.isDeclarationFile || node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword);
  return ts.isStringLiteral(name) && isAmbient === true && !name.text.includes('*');
}

/** `require` and, which is no name but makes one, `createRequire(…)`. */
function isRequire(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return callee.text === 'require';
  return (
    ts.isCallExpression(callee) && ts.isIdentifier(callee.expression) && callee.expression.text === 'createRequire'
  );
}

function named(kind: EdgeKind, literal: ts.Node | undefined): NamedModule | null {
  return literal && ts.isStringLiteralLike(literal) ? { kind, literal } : null;
}

/** Whether the declaration itself says that it is only about types: `import type …`, `import { type A, type B } …`. */
function isErasedImport({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = importClause;
  return !name && namedBindings !== undefined && ts.isNamedImports(namedBindings) && allTypes(namedBindings.elements);
}

function isErasedExport({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean {
  return (
    isTypeOnly || (exportClause !== undefined && ts.isNamedExports(exportClause) && allTypes(exportClause.elements))
  );
}

function allTypes(specifiers: readonly ts.ImportOrExportSpecifier[]): boolean {
  return specifiers.length > 0 && specifiers.every(({ isTypeOnly }) => isTypeOnly);
}
