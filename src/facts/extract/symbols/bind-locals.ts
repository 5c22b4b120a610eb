import type { Cursor } from '../../../syntax/cursor.ts';
import { FIELD, type Field } from '../../../syntax/generated/fields.ts';
import { KIND, type Kind } from '../../../syntax/generated/kinds.ts';
import { selectionOf } from '../../../syntax/node-selection.ts';
import { AS_BOTH, AS_TYPE, AS_VALUE, BOUND_LOCAL } from './bindings.ts';
import { isPatternPart, wholePattern } from './patterns.ts';
import { roleTable } from './role-table.ts';
import type { SymbolContext } from './symbol-context.ts';

const VALUE = 1;
const TYPE = 2;
const BOTH = 3;
const PATTERN = 4;

/** What an identifier binds, by what holds it and under which key. */
const ROLES: readonly (readonly [Kind, Field, number])[] = [
  [KIND.VariableDeclarator, FIELD.id, VALUE],
  [KIND.FunctionDeclaration, FIELD.identifier, VALUE],
  [KIND.FunctionExpression, FIELD.identifier, VALUE],
  [KIND.ClassDeclaration, FIELD.identifier, BOTH],
  [KIND.ClassExpression, FIELD.identifier, BOTH],
  [KIND.Parameter, FIELD.pat, VALUE],
  [KIND.ArrowFunctionExpression, FIELD.params, VALUE],
  [KIND.TsParameterProperty, FIELD.param, VALUE],
  [KIND.SetterProperty, FIELD.param, VALUE],
  [KIND.CatchClause, FIELD.param, VALUE],
  [KIND.TsTypeParameter, FIELD.name, TYPE],
  [KIND.TsInterfaceDeclaration, FIELD.id, TYPE],
  [KIND.TsTypeAliasDeclaration, FIELD.id, TYPE],
  [KIND.TsEnumDeclaration, FIELD.id, BOTH],
  [KIND.TsModuleDeclaration, FIELD.id, BOTH],
  [KIND.AssignmentPattern, FIELD.left, PATTERN],
  [KIND.RestElement, FIELD.argument, PATTERN],
  [KIND.AssignmentPatternProperty, FIELD.key, PATTERN],
  [KIND.KeyValuePatternProperty, FIELD.value, PATTERN],
  [KIND.ArrayPattern, FIELD.elements, PATTERN],
];
const roleOf = roleTable(ROLES);
const DECLARED = selectionOf({ taken: [], takenWhenDeclared: [KIND.Identifier] });

/** Binds what is declared inside of functions and blocks, in one pass; what is listed or imported is bound already, and stays so. */
export function bindLocals(context: SymbolContext): void {
  for (const node of context.tree.select(DECLARED)) bindLocal(context, node);
}

function bindLocal({ tree, names, bindings }: SymbolContext, node: number): void {
  const role = roleOf(tree, node);
  if (role === 0 || (role === PATTERN && !isBinding(tree, node))) return;
  const sides = role === BOTH ? AS_BOTH : role === TYPE ? AS_TYPE : AS_VALUE;
  bindings.bind(names.ofNode(tree, node), tree.scope(node), BOUND_LOCAL, node, sides);
}

const BINDING_ROLE = VALUE;

/** Whether the pattern around a name declares it: otherwise it is assigned to. */
function isBinding(tree: Cursor, part: number): boolean {
  const whole = wholePattern(tree, part);
  return !isPatternPart(tree, whole) && roleOf(tree, whole) === BINDING_ROLE;
}

/** Whether an identifier is where a declaration says its name, and so refers to nothing. */
export function declaresName(tree: Cursor, identifier: number): boolean {
  const role = roleOf(tree, identifier);
  return role !== 0 && (role !== PATTERN || isBinding(tree, identifier));
}
