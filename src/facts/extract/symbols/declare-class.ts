import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import {
  DECLARED_AMBIENT,
  DECLARED_ASYNC,
  DECLARED_OVERLOAD,
  DECLARED_PARAMETER,
  DECLARED_PRIVATE,
} from '../../symbol-records.ts';
import { AS_BOTH, BOUND_DECLARATION } from './bindings.ts';
import { declare } from './declare.ts';
import { declareAssignedFields } from './declare-assigned-fields.ts';
import { namedOrDefault, type Setting } from './declare-statements.ts';
import { modifierFlags } from './modifiers.ts';
import { memberName } from './name-nodes.ts';
import { signatureOf, signatureOfValue, startBehindDecorators } from './signature.ts';
import type { SymbolContext } from './symbol-context.ts';
import { FROM_ACCESSOR, FROM_FUNCTION, FROM_PROPERTY } from './term-sources.ts';

/** A class with its members. */
export function declareClass(context: SymbolContext, node: number, outer: number, { parent, flags }: Setting): void {
  const { tree, names, bindings, text } = context;
  const identifier = tree.child(node, FIELD.identifier);
  const declaration = declare(context, {
    kind: 'class',
    parent,
    flags: modifierFlags(tree, node) | flags,
    node,
    outer,
    ...namedOrDefault(context, node, identifier),
    signature: signatureOf(tree, text, node),
  });
  declareClassMembers(context, node, declaration, flags & DECLARED_AMBIENT);
  if (identifier === NO_NODE) return;
  bindings.bind(names.ofNode(tree, identifier), tree.scope(identifier), BOUND_DECLARATION, declaration, AS_BOTH);
}

/** @param ambient DECLARED_AMBIENT or 0 */
export function declareClassMembers(context: SymbolContext, node: number, parent: number, ambient: number): void {
  const { tree } = context;
  context.declared.byNode.set(node, parent);
  const inherited = ambient | (modifierFlags(tree, node) & DECLARED_AMBIENT);
  for (const member of tree.children(node, FIELD.body)) {
    switch (tree.kind(member)) {
      case KIND.ClassMethod:
      case KIND.PrivateMethod:
        declareMethod(context, member, parent, inherited);
        break;
      case KIND.Constructor:
        declareConstructor(context, member, parent, inherited);
        break;
      case KIND.ClassProperty:
      case KIND.PrivateProperty:
      case KIND.AutoAccessor:
        declareProperty(context, member, parent, inherited);
        break;
    }
  }
  if (context.isJavaScript) declareAssignedFields(context, node, parent);
}

function declareMethod(context: SymbolContext, node: number, parent: number, ambient: number): void {
  const { tree, text, sources } = context;
  const nameNode = memberName(tree, tree.child(node, FIELD.key));
  if (nameNode === NO_NODE) return;
  const isMethod = tree.textIs(node, FIELD.kind, 'method');
  const method = tree.child(node, FIELD.function);
  let flags = modifierFlags(tree, node) | privateFlag(tree, nameNode) | ambient;
  if (tree.has(method, FIELD.async)) flags |= DECLARED_ASYNC;
  const isSignature = isMethod && !tree.has(method, FIELD.body) && !tree.has(node, FIELD.isAbstract);
  if (isSignature && ambient === 0) flags |= DECLARED_OVERLOAD;
  const signature = signatureOf(tree, text, node);
  const kind = isMethod ? 'method' : 'accessor';
  const declaration = declare(context, { kind, parent, flags, node, outer: node, nameNode, signature });
  sources.set(declaration, isMethod ? FROM_FUNCTION : FROM_ACCESSOR, method);
}

function declareConstructor(context: SymbolContext, node: number, parent: number, ambient: number): void {
  const { tree, text, sources } = context;
  const declaration = declare(context, {
    kind: 'constructor',
    parent,
    flags: modifierFlags(tree, node) | ambient | (tree.has(node, FIELD.body) || ambient !== 0 ? 0 : DECLARED_OVERLOAD),
    node,
    outer: node,
    nameNode: tree.child(node, FIELD.key),
    signature: signatureOf(tree, text, node),
  });
  sources.set(declaration, FROM_FUNCTION, node);
  for (const parameter of tree.children(node, FIELD.params)) {
    if (tree.kind(parameter) === KIND.TsParameterProperty) declareParameter(context, parameter, parent, ambient);
  }
}

/** `constructor(private readonly carts: CartService)`: a parameter that is a property. */
function declareParameter(context: SymbolContext, node: number, parent: number, ambient: number): void {
  const { tree, text, sources } = context;
  const param = tree.child(node, FIELD.param);
  const nameNode = tree.kind(param) === KIND.AssignmentPattern ? tree.child(param, FIELD.left) : param;
  if (tree.kind(nameNode) !== KIND.Identifier) return;
  const flags = modifierFlags(tree, node) | modifierFlags(tree, nameNode) | DECLARED_PARAMETER | ambient;
  const signature = signatureOfValue(tree, text, startBehindDecorators(tree, text, node), nameNode, NO_NODE);
  const declaration = declare(context, { kind: 'property', parent, flags, node, outer: node, nameNode, signature });
  sources.set(declaration, FROM_PROPERTY, param);
}

function declareProperty(context: SymbolContext, node: number, parent: number, ambient: number): void {
  const { tree, text, sources } = context;
  const nameNode = memberName(tree, tree.child(node, FIELD.key));
  if (nameNode === NO_NODE) return;
  const flags = modifierFlags(tree, node) | privateFlag(tree, nameNode) | ambient;
  const kind = tree.kind(node) === KIND.AutoAccessor ? 'accessor' : 'property';
  const signature = signatureOf(tree, text, node);
  const declaration = declare(context, { kind, parent, flags, node, outer: node, nameNode, signature });
  sources.set(declaration, FROM_PROPERTY, node);
}

function privateFlag(tree: Cursor, nameNode: number): number {
  return tree.kind(nameNode) === KIND.PrivateName ? DECLARED_PRIVATE : 0;
}
