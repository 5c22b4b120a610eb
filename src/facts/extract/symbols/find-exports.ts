import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { withoutWrapping } from '../imports/specifier-of.ts';
import type { ExportTable } from './export-table.ts';
import { exportedNames } from './exported-names.ts';
import { findCommonJsExports } from './find-commonjs-exports.ts';
import type { SymbolContext } from './symbol-context.ts';

/** The names under which other files see something of this one, in source order. */
export function findExports(context: SymbolContext, exports: ExportTable, statements: readonly number[]): void {
  const { tree, isDeclarationFile } = context;
  // A declaration file that says nothing of exports exports everything.
  const isImplicit = isDeclarationFile && !statements.some((statement) => EXPLICIT.has(tree.kind(statement)));
  for (const statement of statements) {
    switch (tree.kind(statement)) {
      case KIND.ExportDeclaration:
        addDeclared(context, exports, tree.child(statement, FIELD.declaration));
        break;
      case KIND.ExportDefaultDeclaration:
        addDefault(context, exports, tree.child(statement, FIELD.decl));
        break;
      case KIND.ExportDefaultExpression:
        addExpression(context, exports, 'default', tree.child(statement, FIELD.expression));
        break;
      case KIND.TsExportAssignment:
        addExpression(context, exports, '=', tree.child(statement, FIELD.expression));
        break;
      case KIND.ExportNamedDeclaration:
      case KIND.ExportAllDeclaration:
        addNamed(context, exports, statement);
        break;
      case KIND.ExpressionStatement:
        findCommonJsExports(context, exports, statement);
        break;
      default:
        if (isImplicit || tree.has(statement, FIELD.isExport)) addDeclared(context, exports, statement);
    }
  }
}

const EXPLICIT: ReadonlySet<number> = new Set([
  KIND.ExportAllDeclaration,
  KIND.ExportNamedDeclaration,
  KIND.ExportDefaultExpression,
  KIND.TsExportAssignment,
]);

function addDeclared({ tree, names, bindings }: SymbolContext, exports: ExportTable, declaration: number): void {
  for (const { node, isType } of exportedNames(tree, declaration)) {
    const name = names.ofNode(tree, node);
    const binding = bindings.find(name, tree.scope(node));
    if (binding >= 0) exports.addTarget(name, bindings.target(binding, isType));
  }
}

function addDefault(context: SymbolContext, exports: ExportTable, declaration: number): void {
  const { tree, names, bindings, declared } = context;
  const [named] = exportedNames(tree, declaration);
  const name = names.of('default');
  if (!named) exports.addDeclaration(name, declared.nodes.indexOf(declaration));
  else {
    const binding = bindings.find(names.ofNode(tree, named.node), tree.scope(named.node));
    if (binding >= 0) exports.addTarget(name, bindings.target(binding, named.isType));
  }
}

/** What an expression exports: what the name in it means, or the declaration that it is. */
export function addExpression(context: SymbolContext, exports: ExportTable, as: string, expression: number): void {
  const { tree, names, declared } = context;
  const value = withoutWrapping(tree, expression);
  const name = names.of(as);
  if (tree.kind(value) === KIND.Identifier) addBound(context, exports, name, value);
  else exports.addDeclaration(name, declared.byNode.get(value) ?? NO_NODE);
}

/** Both that a name means: a value, and a type of the same name. */
export function addBound(context: SymbolContext, exports: ExportTable, name: number, identifier: number): void {
  const { tree, names, bindings } = context;
  const binding = bindings.find(names.ofNode(tree, identifier), tree.scope(identifier));
  if (binding < 0) return;
  exports.addTarget(name, bindings.target(binding, false));
  exports.addTarget(name, bindings.target(binding, true));
}

function addNamed(context: SymbolContext, exports: ExportTable, statement: number): void {
  const { tree, names, imported, offset } = context;
  const source = tree.child(statement, FIELD.source);
  const site = source === NO_NODE ? NO_NODE : imported.siteAt(offset + tree.start(source));
  if (source !== NO_NODE && site < 0) return;
  if (tree.kind(statement) === KIND.ExportAllDeclaration) {
    exports.addSite(names.of('*'), site, names.of('*'));
    return;
  }
  for (const specifier of tree.children(statement, FIELD.specifiers)) {
    const original = tree.child(specifier, FIELD.orig);
    const renamed = tree.child(specifier, FIELD.exported);
    if (original === NO_NODE) {
      const isDefault = tree.kind(specifier) === KIND.ExportDefaultSpecifier;
      const as = isDefault ? renamed : tree.child(specifier, FIELD.name);
      if (as === NO_NODE || site < 0) continue;
      const whole = names.of(isDefault ? 'default' : '*');
      exports.addSite(names.ofNode(tree, as), site, whole);
      imported.clauses.push({ node: as, site, name: whole, kind: 'export' });
      continue;
    }
    const name = names.ofNode(tree, renamed === NO_NODE ? original : renamed);
    if (site >= 0) {
      const there = names.ofNode(tree, original);
      exports.addSite(name, site, there);
      imported.clauses.push({ node: original, site, name: there, kind: 'export' });
    } else addBound(context, exports, name, original);
  }
}
