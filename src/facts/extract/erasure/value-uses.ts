import type { Cursor } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { selectionOf } from '../../../syntax/node-selection.ts';
import { JSX_ELEMENT, JSX_FRAGMENT, USE_MEMBER, USE_VALUE } from '../../records.ts';
import type { ImportedNames } from './imported-names.ts';
import { markMetadataTypes } from './metadata-types.ts';

/** Expressions and declarations whose node begins with Ts although they, or parts of them, are there at run time. */
const LASTING: ReadonlySet<string> = new Set<keyof typeof KIND>([
  'TsAsExpression',
  'TsConstAssertion',
  'TsEnumDeclaration',
  'TsEnumMember',
  'TsExportAssignment',
  'TsInstantiation',
  'TsModuleBlock',
  'TsModuleDeclaration',
  'TsNamespaceDeclaration',
  'TsNonNullExpression',
  'TsParameterProperty',
  'TsSatisfiesExpression',
  'TsTypeAssertion',
]);
const TYPES = Object.entries(KIND).flatMap(([name, kind]) => (name.startsWith('Ts') && !LASTING.has(name) ? kind : []));

/** Names that values may stand for, and what has to be known around them. What imports bind and exports pass on is read elsewhere. */
const IN_VALUES = selectionOf({
  taken: [
    KIND.ExportDefaultExpression,
    KIND.TsExportAssignment,
    KIND.VariableDeclaration,
    KIND.FunctionDeclaration,
    KIND.ClassDeclaration,
    KIND.TsEnumDeclaration,
    KIND.TsModuleDeclaration,
    KIND.Decorator,
    KIND.JSXOpeningElement,
    KIND.JSXOpeningFragment,
  ],
  takenInModuleScope: [KIND.Identifier],
  leaptOver: [...TYPES, KIND.ImportDeclaration, KIND.ExportAllDeclaration, KIND.ExportNamedDeclaration],
});

/**
 * Notes which imported names stand where a value stands: one pass over the tree that leaps over types and `declare`,
 * and ends as soon as every import is known to stay. SWC has resolved the names, so that one of the module's scope
 * which an import binds is that import.
 * @returns bits JSX_…, as far as the pass came
 */
export function findValueUses(tree: Cursor, names: ImportedNames): number {
  let open = names.imports.filter(({ settled }) => !settled).length;
  let jsx = 0;
  let leaptUntil = 0;
  const locals = names.all.map(({ local }) => local);
  const { nodes, said } = tree.selectUses(IN_VALUES, locals);
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as number;
    if (node < leaptUntil) continue;
    const name = names.all[(said[at] as number) - 1];
    if (name) {
      if ((name.uses & USE_VALUE) === 0 && names.use(name, useOf(tree, node)) && --open === 0) return jsx;
      continue;
    }
    switch (tree.kind(node)) {
      case KIND.Decorator:
        markMetadataTypes(tree, names, node);
        break;
      case KIND.JSXOpeningElement:
        jsx |= JSX_ELEMENT;
        break;
      case KIND.JSXOpeningFragment:
        jsx |= JSX_FRAGMENT;
        break;
      case KIND.ExportDefaultExpression:
      case KIND.TsExportAssignment:
        // An export of a name is read with the exports.
        if (tree.kind(tree.child(node, FIELD.expression)) === KIND.Identifier) leaptUntil = tree.next(node);
        break;
      default:
        if (tree.has(node, FIELD.declare)) leaptUntil = tree.next(node);
    }
  }
  return jsx;
}

/** A const enum may be named without being there at run time, but only in front of one of its members, which is no function. */
function useOf(tree: Cursor, identifier: number): number {
  const access = tree.parent(identifier);
  const isObject = tree.kind(access) === KIND.MemberExpression && tree.field(identifier) === FIELD.object;
  if (!isObject) return USE_VALUE;
  const field = tree.field(access);
  const isInvoked = field === FIELD.callee || field === FIELD.tag || field === FIELD.object;
  return isInvoked ? USE_VALUE : USE_MEMBER;
}
