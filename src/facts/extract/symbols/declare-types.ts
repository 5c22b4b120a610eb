import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { AS_BOTH, AS_TYPE, BOUND_DECLARATION } from './bindings.ts';
import { declare } from './declare.ts';
import type { Setting } from './declare-statements.ts';
import { declareLiterals, declareTypeMembers } from './declare-type-members.ts';
import { modifierFlags } from './modifiers.ts';
import { memberName } from './name-nodes.ts';
import { signatureOf } from './signature.ts';
import type { SymbolContext } from './symbol-context.ts';
import { FROM_TYPE, FROM_VALUE } from './term-sources.ts';

export function declareInterface(context: SymbolContext, node: number, outer: number, setting: Setting): void {
  const { tree } = context;
  const declaration = declareType(context, 'interface', node, outer, setting);
  context.declared.byNode.set(node, declaration);
  declareTypeMembers(context, tree.children(tree.child(node, FIELD.body), FIELD.body), {
    ...setting,
    parent: declaration,
  });
}

/** A type alias; the members of the object types that it is made of are its own. */
export function declareAlias(context: SymbolContext, node: number, outer: number, setting: Setting): void {
  const { tree, sources } = context;
  const declaration = declareType(context, 'type', node, outer, setting);
  const type = tree.child(node, FIELD.typeAnnotation);
  sources.set(declaration, FROM_TYPE, type);
  context.declared.byNode.set(node, declaration);
  declareLiterals(context, type, { ...setting, parent: declaration });
}

function declareType(
  context: SymbolContext,
  kind: 'interface' | 'type',
  node: number,
  outer: number,
  { parent, flags }: Setting,
): number {
  const { tree, text, names, bindings } = context;
  const nameNode = tree.child(node, FIELD.id);
  const own = flags | modifierFlags(tree, node);
  const signature = signatureOf(tree, text, node);
  const declaration = declare(context, { kind, parent, flags: own, node, outer, nameNode, signature });
  bindings.bind(names.ofNode(tree, nameNode), tree.scope(nameNode), BOUND_DECLARATION, declaration, AS_TYPE);
  return declaration;
}

export function declareEnum(context: SymbolContext, node: number, outer: number, { parent, flags }: Setting): void {
  const { tree, text, names, bindings } = context;
  const nameNode = tree.child(node, FIELD.id);
  const own = flags | modifierFlags(tree, node);
  const signature = text.printed(tree.start(node), tree.end(nameNode));
  const declaration = declare(context, { kind: 'enum', parent, flags: own, node, outer, nameNode, signature });
  bindings.bind(names.ofNode(tree, nameNode), tree.scope(nameNode), BOUND_DECLARATION, declaration, AS_BOTH);
  for (const member of tree.children(node, FIELD.members)) {
    const id = memberName(tree, tree.child(member, FIELD.id));
    if (id === NO_NODE) continue;
    const said = text.printed(tree.start(id), tree.end(id));
    declare(context, {
      kind: 'enum-member',
      parent: declaration,
      flags: 0,
      node: member,
      outer: member,
      nameNode: id,
      signature: said,
    });
  }
}

/** `import Alias = Other.member`; an import of a module, `import name = require()`, is read elsewhere. */
export function declareImportAlias(context: SymbolContext, node: number, { parent, flags }: Setting): void {
  const { tree, text, names, bindings, sources } = context;
  const reference = tree.child(node, FIELD.moduleRef);
  if (tree.kind(reference) === KIND.TsExternalModuleReference) return;
  const nameNode = tree.child(node, FIELD.id);
  const signature = text.printed(tree.start(node), tree.end(node));
  const declaration = declare(context, { kind: 'constant', parent, flags, node, outer: node, nameNode, signature });
  sources.set(declaration, FROM_VALUE, reference);
  bindings.bind(names.ofNode(tree, nameNode), tree.scope(nameNode), BOUND_DECLARATION, declaration, AS_BOTH);
}
