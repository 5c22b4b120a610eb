import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { DECLARED_AMBIENT } from '../../symbol-records.ts';
import { AS_BOTH, BOUND_DECLARATION } from './bindings.ts';
import { declare } from './declare.ts';
import { declareStatements, type Setting } from './declare-statements.ts';
import { modifierFlags } from './modifiers.ts';
import { signatureOf } from './signature.ts';
import type { SymbolContext } from './symbol-context.ts';

/** Namespaces that nest deeper are not looked into. */
const DEEPEST = 64;

/** `namespace A.B { … }`, `declare module 'name' { … }`, `declare global { … }`, and what they declare. */
export function declareNamespace(
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
