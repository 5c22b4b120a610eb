import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { DECLARED_AMBIENT, DECLARED_ASYNC, DECLARED_DEFAULT, DECLARED_OVERLOAD } from '../../symbol-records.ts';
import { bindImports } from './bind-imports.ts';
import { AS_VALUE, BOUND_DECLARATION } from './bindings.ts';
import { NO_DECLARATION } from './declarations.ts';
import { declare } from './declare.ts';
import { declareClass } from './declare-class.ts';
import { declareAssigned, declareExpression } from './declare-exported.ts';
import { declareNamespace } from './declare-namespace.ts';
import { declareAlias, declareEnum, declareImportAlias, declareInterface } from './declare-types.ts';
import { declareVariables } from './declare-variables.ts';
import { modifierFlags } from './modifiers.ts';
import { signatureOf } from './signature.ts';
import type { SymbolContext } from './symbol-context.ts';
import { FROM_FUNCTION } from './term-sources.ts';

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
