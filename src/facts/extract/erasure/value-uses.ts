import { type Cursor, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND, type Kind } from '../../../syntax/generated/kinds.ts';
import { JSX_ELEMENT, JSX_FRAGMENT, USE_MEMBER, USE_VALUE } from '../../records.ts';
import type { ImportedNames } from './imported-names.ts';
import { markMetadataTypes } from './metadata-types.ts';

const ERASED = 1;
const AMBIENT = 2;
const NAME = 3;
const DECORATOR = 4;
const ELEMENT = 5;
const FRAGMENT = 6;
const EXPORT_OF_NAME = 7;

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

const roleOf = new Uint8Array(Object.keys(KIND).length);
for (const [name, kind] of Object.entries(KIND)) if (name.startsWith('Ts') && !LASTING.has(name)) roleOf[kind] = ERASED;
const OTHER_ROLES: readonly (readonly [Kind, number])[] = [
  // What imports bind and exports pass on is read elsewhere.
  [KIND.ImportDeclaration, ERASED],
  [KIND.ExportAllDeclaration, ERASED],
  [KIND.ExportNamedDeclaration, ERASED],
  [KIND.ExportDefaultExpression, EXPORT_OF_NAME],
  [KIND.TsExportAssignment, EXPORT_OF_NAME],
  [KIND.VariableDeclaration, AMBIENT],
  [KIND.FunctionDeclaration, AMBIENT],
  [KIND.ClassDeclaration, AMBIENT],
  [KIND.TsEnumDeclaration, AMBIENT],
  [KIND.TsModuleDeclaration, AMBIENT],
  [KIND.Identifier, NAME],
  [KIND.Decorator, DECORATOR],
  [KIND.JSXOpeningElement, ELEMENT],
  [KIND.JSXOpeningFragment, FRAGMENT],
];
for (const [kind, role] of OTHER_ROLES) roleOf[kind] = role;

/**
 * Notes which imported names stand where a value stands: one pass over the tree that leaps over types and `declare`,
 * and ends as soon as every import is known to stay. SWC has resolved the names, so that one of the module's scope
 * which an import binds is that import.
 * @returns bits JSX_…, as far as the pass came
 */
export function findValueUses(tree: Cursor, names: ImportedNames): number {
  let open = names.imports.filter(({ settled }) => !settled).length;
  let jsx = 0;
  const end = tree.count;
  for (let node = 0; node < end; ) {
    const role = roleOf[tree.kind(node)];
    let next = node + 1;
    if (role === NAME) {
      if (tree.scope(node) === SCOPE.module) {
        const name = names.find(tree, node);
        if (name !== undefined && (name.uses & USE_VALUE) === 0 && names.use(name, useOf(tree, node)) && --open === 0)
          return jsx;
      }
    } else if (role === ERASED) next = tree.next(node);
    else if (role === AMBIENT) {
      if (tree.has(node, FIELD.declare)) next = tree.next(node);
    } else if (role === DECORATOR) markMetadataTypes(tree, names, node);
    else if (role === ELEMENT) jsx |= JSX_ELEMENT;
    else if (role === FRAGMENT) jsx |= JSX_FRAGMENT;
    else if (role === EXPORT_OF_NAME) {
      if (tree.kind(tree.child(node, FIELD.expression)) === KIND.Identifier) next = tree.next(node);
    }
    node = next;
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
