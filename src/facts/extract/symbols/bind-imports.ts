import { type Cursor, NO_NODE, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { argumentOf, withoutWrapping } from '../imports/specifier-of.ts';
import { AS_BOTH, BOUND_IMPORT } from './bindings.ts';
import type { SymbolContext } from './symbol-context.ts';

/** Binds the names that imports bring, `const name = require()` among them. */
export function bindImports(context: SymbolContext, statements: readonly number[]): void {
  const { tree } = context;
  for (const statement of statements) {
    switch (tree.kind(statement)) {
      case KIND.ImportDeclaration:
        bindDeclaration(context, statement);
        break;
      case KIND.TsImportEqualsDeclaration: {
        const site = requiredSite(context, tree.child(statement, FIELD.moduleRef));
        if (site >= 0) bind(context, site, context.names.of('='), tree.child(statement, FIELD.id));
        break;
      }
      case KIND.VariableDeclaration:
        for (const declarator of tree.children(statement, FIELD.declarations)) bindRequired(context, declarator);
        break;
    }
  }
}

function bindDeclaration(context: SymbolContext, statement: number): void {
  const { tree, imported, offset, names } = context;
  const site = imported.siteAt(offset + tree.start(tree.child(statement, FIELD.source)));
  if (site < 0) return;
  for (const specifier of tree.children(statement, FIELD.specifiers)) {
    const local = tree.child(specifier, FIELD.local);
    const original = importedNode(tree, specifier);
    if (original !== NO_NODE) {
      bind(context, site, names.ofNode(tree, original), local, original);
      continue;
    }
    const name = WHOLE_NAMES.get(tree.kind(specifier));
    if (name !== undefined) bind(context, site, names.of(name), local);
  }
}

const WHOLE_NAMES: ReadonlyMap<number, string> = new Map([
  [KIND.ImportDefaultSpecifier, 'default'],
  [KIND.ImportNamespaceSpecifier, '*'],
]);

/** The identifier or string by which a specifier names what it imports; NO_NODE for a default import and for a namespace. */
function importedNode(tree: Cursor, specifier: number): number {
  if (tree.kind(specifier) !== KIND.ImportSpecifier) return NO_NODE;
  const renamed = tree.child(specifier, FIELD.imported);
  return renamed === NO_NODE ? tree.child(specifier, FIELD.local) : renamed;
}

/** `const a = require('./a')`, `const { a, b: c } = require('./a')`, `const a = require('./a').b`; what nests deeper stays a variable. */
function bindRequired(context: SymbolContext, declarator: number): void {
  const { tree, names } = context;
  const init = tree.child(declarator, FIELD.init);
  if (init === NO_NODE) return;
  const pattern = tree.child(declarator, FIELD.id);
  const site = requiredSite(context, init);
  if (tree.kind(pattern) === KIND.Identifier) {
    const [from, name] = site >= 0 ? [site, names.of('=')] : requiredMember(context, init);
    if (from >= 0) bind(context, from, name, pattern);
    return;
  }
  if (site < 0 || tree.kind(pattern) !== KIND.ObjectPattern) return;
  for (const part of tree.children(pattern, FIELD.properties)) {
    const key = tree.child(part, FIELD.key);
    const local = tree.kind(part) === KIND.KeyValuePatternProperty ? tree.child(part, FIELD.value) : key;
    if (tree.kind(key) !== KIND.Identifier || tree.kind(local) !== KIND.Identifier) continue;
    bind(context, site, names.ofNode(tree, key), local, key);
  }
}

function requiredMember(context: SymbolContext, init: number): [site: number, name: number] {
  const { tree, names } = context;
  const member = withoutWrapping(tree, init);
  if (tree.kind(member) !== KIND.MemberExpression) return [-1, 0];
  const property = tree.child(member, FIELD.property);
  if (tree.kind(property) !== KIND.Identifier) return [-1, 0];
  return [requiredSite(context, tree.child(member, FIELD.object)), names.ofNode(tree, property)];
}

/** The site of `require('./a')`, or of the same in `import a = require('./a')`; -1 when it is none. */
export function requiredSite({ tree, imported, offset }: SymbolContext, expression: number): number {
  const call = withoutWrapping(tree, expression);
  const kind = tree.kind(call);
  if (kind === KIND.TsExternalModuleReference)
    return imported.siteAt(offset + tree.start(tree.child(call, FIELD.expression)));
  if (kind !== KIND.CallExpression || tree.kind(tree.child(call, FIELD.callee)) !== KIND.Identifier) return -1;
  const specifier = argumentOf(tree, call, 0);
  if (specifier === NO_NODE || tree.kind(specifier) !== KIND.StringLiteral) return -1;
  return imported.siteAt(offset + tree.start(specifier));
}

/** @param clause the node that names what is imported; the local name where nothing else does */
function bind(context: SymbolContext, site: number, name: number, local: number, clause = local): void {
  const { tree, imported, names, bindings } = context;
  imported.clauses.push({ node: clause, site, name, kind: 'import' });
  const localName = names.ofNode(tree, local);
  const number = imported.add(site, name, localName);
  const scope = tree.scope(local);
  if (scope >= SCOPE.module) bindings.bind(localName, scope, BOUND_IMPORT, number, AS_BOTH);
}
