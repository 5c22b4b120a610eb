import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { DECLARED_AMBIENT, DECLARED_ASYNC, DECLARED_DEFAULT, DECLARED_OVERLOAD } from '../../symbol-records.ts';
import { bindImports } from './bind-imports.ts';
import { AS_BOTH, AS_VALUE, BOUND_DECLARATION } from './bindings.ts';
import { NO_DECLARATION } from './declarations.ts';
import { declare, modifierFlags } from './declare.ts';
import { declareClass } from './declare-class.ts';
import { declareAssigned, declareExpression } from './declare-exported.ts';
import { declareAlias, declareEnum, declareImportAlias, declareInterface } from './declare-types.ts';
import { declareVariables } from './declare-variables.ts';
import { signatureOf } from './signature.ts';
import type { SymbolContext } from './symbol-context.ts';
import { FROM_FUNCTION } from './term-sources.ts';

/** Namespaces that nest deeper are not looked into. */
const DEEPEST = 64;

/** Where a declaration stands. */
export interface Setting {
  readonly parent: number;
  /** Of what is written around it: DECLARED_AMBIENT. */
  readonly flags: number;
  readonly depth: number;
}

/** Lists what statements of a module or of a namespace declare; a member comes after what it is a member of. */
export function declareStatements(context: SymbolContext, statements: readonly number[], setting: Setting): void {
  bindImports(context, statements);
  for (const statement of statements) declareStatement(context, statement, setting);
}

function declareStatement(context: SymbolContext, statement: number, setting: Setting): void {
  const { tree } = context;
  switch (tree.kind(statement)) {
    case KIND.ExportDeclaration:
      declareOne(context, tree.child(statement, FIELD.declaration), statement, setting);
      return;
    case KIND.ExportDefaultDeclaration: {
      const flags = setting.flags | DECLARED_DEFAULT;
      declareOne(context, tree.child(statement, FIELD.decl), statement, { ...setting, flags });
      return;
    }
    case KIND.ExportDefaultExpression:
    case KIND.TsExportAssignment:
      declareExpression(context, statement, setting.parent);
      return;
    case KIND.ExpressionStatement:
      if (setting.parent === NO_DECLARATION) declareAssigned(context, statement, setting.parent);
      return;
    default:
      declareOne(context, statement, statement, setting);
  }
}

function declareOne(context: SymbolContext, node: number, outer: number, setting: Setting): void {
  const { tree } = context;
  switch (tree.kind(node)) {
    case KIND.FunctionDeclaration:
    case KIND.FunctionExpression:
      declareFunction(context, node, outer, setting);
      break;
    case KIND.ClassDeclaration:
    case KIND.ClassExpression:
      declareClass(context, node, outer, setting);
      break;
    case KIND.VariableDeclaration:
      declareVariables(context, node, outer, setting);
      break;
    case KIND.TsInterfaceDeclaration:
      declareInterface(context, node, outer, setting);
      break;
    case KIND.TsTypeAliasDeclaration:
      declareAlias(context, node, outer, setting);
      break;
    case KIND.TsEnumDeclaration:
      declareEnum(context, node, outer, setting);
      break;
    case KIND.TsModuleDeclaration:
      declareNamespace(context, node, outer, setting);
      break;
    case KIND.TsImportEqualsDeclaration:
      declareImportAlias(context, node, setting);
      break;
  }
}

function declareFunction(context: SymbolContext, node: number, outer: number, { parent, flags }: Setting): void {
  const { tree, names, bindings, sources } = context;
  const identifier = tree.child(node, FIELD.identifier);
  const own = modifierFlags(tree, node) | flags;
  const isSignature = !tree.has(node, FIELD.body) && (own & DECLARED_AMBIENT) === 0;
  const declaration = declare(context, {
    kind: 'function',
    parent,
    flags: own | (tree.has(node, FIELD.async) ? DECLARED_ASYNC : 0) | (isSignature ? DECLARED_OVERLOAD : 0),
    node,
    outer,
    ...namedOrDefault(context, node, identifier),
    signature: signatureOf(tree, context.text, node),
  });
  sources.set(declaration, FROM_FUNCTION, node);
  if (identifier === NO_NODE) return;
  bindings.bind(names.ofNode(tree, identifier), tree.scope(identifier), BOUND_DECLARATION, declaration, AS_VALUE);
}

/** What has no name of its own can only be the default export. */
export function namedOrDefault(
  { names }: SymbolContext,
  node: number,
  identifier: number,
): { nameNode: number; name?: number } {
  return identifier === NO_NODE ? { nameNode: node, name: names.of('default') } : { nameNode: identifier };
}

function declareNamespace(
  context: SymbolContext,
  node: number,
  outer: number,
  { parent, flags, depth }: Setting,
): void {
  const { tree, text } = context;
  if (depth > DEEPEST) return;
  const signature = signatureOf(tree, text, node);
  const inherited = flags | modifierFlags(tree, node);
  let declaration = parent;
  // `namespace A.B { … }` is one inside of the other.
  for (let each = node; isNamespace(tree, each); each = tree.child(each, FIELD.body)) {
    declaration = declareOneNamespace(context, each, each === node ? outer : each, declaration, inherited, signature);
    const body = tree.child(each, FIELD.body);
    if (body === NO_NODE || tree.kind(body) !== KIND.TsModuleBlock) continue;
    const within = { parent: declaration, flags: inherited & DECLARED_AMBIENT, depth: depth + 1 };
    declareStatements(context, tree.children(body, FIELD.body), within);
    return;
  }
}

function isNamespace(tree: Cursor, node: number): boolean {
  if (node === NO_NODE) return false;
  return tree.kind(node) === KIND.TsModuleDeclaration || tree.kind(node) === KIND.TsNamespaceDeclaration;
}

function declareOneNamespace(
  context: SymbolContext,
  node: number,
  outer: number,
  parent: number,
  flags: number,
  signature: string,
): number {
  const { tree, names, bindings } = context;
  const id = tree.child(node, FIELD.id);
  const declaration = declare(context, { kind: 'namespace', parent, flags, node, outer, nameNode: id, signature });
  const isNamed = tree.kind(id) === KIND.Identifier && !tree.has(node, FIELD.global);
  if (isNamed) bindings.bind(names.ofNode(tree, id), tree.scope(id), BOUND_DECLARATION, declaration, AS_BOTH);
  return declaration;
}
