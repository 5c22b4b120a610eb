import type { UseKind } from '../../../base/symbol-kinds.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { TARGET_MEMBER, TARGET_SITE, TARGET_UNKNOWN } from '../../symbol-records.ts';
import { expectedTerm, propsTerm } from './expected-terms.ts';
import { nameEnd, nameOf, nameStart } from './name-nodes.ts';
import { entityTerm } from './name-terms.ts';
import { placeTerm } from './place-terms.ts';
import { roleTable } from './role-table.ts';
import type { TermContext } from './term-context.ts';
import { UNKNOWN_TERM } from './term-table.ts';
import { typeTerm } from './type-terms.ts';
import { useKindOf } from './use-kind.ts';
import type { UseTable } from './use-table.ts';
import { valueTerm } from './value-terms.ts';

const ACCESS = 1;
const QUALIFIED = 2;
const PATTERN_KEY = 3;
const OBJECT_KEY = 4;
const ATTRIBUTE = 5;
const COMPUTED = 6;
const TYPE_KEY = 7;
const IMPORTED_TYPE = 8;

/** What a name without a binding of its own is a member of, by what holds it; 0 where it is none. */
export const memberRoleOf = roleTable([
  [KIND.MemberExpression, FIELD.property, ACCESS],
  [KIND.SuperPropExpression, FIELD.property, ACCESS],
  [KIND.JSXMemberExpression, FIELD.property, ACCESS],
  [KIND.TsQualifiedName, FIELD.right, QUALIFIED],
  [KIND.TsQualifiedName, FIELD.left, IMPORTED_TYPE],
  [KIND.TsImportType, FIELD.qualifier, IMPORTED_TYPE],
  [KIND.AssignmentPatternProperty, FIELD.key, PATTERN_KEY],
  [KIND.KeyValuePatternProperty, FIELD.key, PATTERN_KEY],
  [KIND.KeyValueProperty, FIELD.key, OBJECT_KEY],
  [KIND.MethodProperty, FIELD.key, OBJECT_KEY],
  [KIND.GetterProperty, FIELD.key, OBJECT_KEY],
  [KIND.SetterProperty, FIELD.key, OBJECT_KEY],
  [KIND.ObjectExpression, FIELD.properties, OBJECT_KEY],
  [KIND.JSXAttribute, FIELD.name, ATTRIBUTE],
  [KIND.Computed, FIELD.expression, COMPUTED],
  [KIND.TsLiteralType, FIELD.literal, TYPE_KEY],
]);

/** Notes the use of a member. @param role what the name or string is one by; @param from the declaration that holds it */
export function visitMember(context: TermContext, uses: UseTable, name: number, role: number, from: number): void {
  const { tree } = context;
  const holder = tree.parent(name);
  switch (role) {
    case ACCESS:
      accessed(context, uses, name, holder, from);
      break;
    case COMPUTED:
      if (tree.field(holder) === FIELD.property) accessed(context, uses, name, tree.parent(holder), from);
      break;
    case QUALIFIED:
      qualified(context, uses, name, holder, from);
      break;
    case PATTERN_KEY:
      note(context, uses, name, from, 'define', placeTerm(context, tree.parent(holder)));
      break;
    case OBJECT_KEY: {
      const object = tree.kind(holder) === KIND.ObjectExpression ? holder : tree.parent(holder);
      defined(context, uses, name, from, expectedTerm(context, object));
      break;
    }
    case ATTRIBUTE:
      defined(context, uses, name, from, propsTerm(context, tree.parent(holder)));
      break;
    case TYPE_KEY: {
      const indexed = tree.parent(holder);
      const isKey = tree.kind(indexed) === KIND.TsIndexedAccessType && tree.field(holder) === FIELD.indexType;
      if (isKey) note(context, uses, name, from, 'type', typeTerm(context, tree.child(indexed, FIELD.objectType)));
      break;
    }
    case IMPORTED_TYPE:
      imported(context, uses, name, from);
      break;
  }
}

/** @param access the expression that names the member */
function accessed(context: TermContext, uses: UseTable, name: number, access: number, from: number): void {
  const { tree } = context;
  const object = tree.child(access, tree.kind(access) === KIND.SuperPropExpression ? FIELD.obj : FIELD.object);
  note(context, uses, name, from, useKindOf(tree, access), valueTerm(context, object));
}

/** `Left.Name`; behind an `import()` in a type only the first name is known to be of the module. */
function qualified(context: TermContext, uses: UseTable, name: number, entity: number, from: number): void {
  const { tree } = context;
  note(context, uses, name, from, useKindOf(tree, name), entityTerm(context, tree.child(entity, FIELD.left)));
}

/** What an object literal or an element says of a member counts only where it is known whose: there is no end of such names. */
function defined(context: TermContext, uses: UseTable, name: number, from: number, owner: number): void {
  if (owner !== UNKNOWN_TERM) note(context, uses, name, from, 'define', owner);
}

/** `import('./a').Name`. */
function imported(context: TermContext, uses: UseTable, name: number, from: number): void {
  const { tree, imported: table, offset, names } = context;
  let type = tree.parent(name);
  while (tree.kind(type) === KIND.TsQualifiedName && tree.field(type) === FIELD.left) type = tree.parent(type);
  if (tree.kind(type) === KIND.TsQualifiedName) type = tree.parent(type);
  if (tree.kind(type) !== KIND.TsImportType) return;
  const site = table.siteAt(offset + tree.start(tree.child(type, FIELD.argument)));
  if (site < 0) return;
  const number = names.ofNode(tree, name);
  uses.add('type', TARGET_SITE, site, number, from, nameStart(tree, name), nameEnd(tree, name));
}

function note(context: TermContext, uses: UseTable, name: number, from: number, kind: UseKind, owner: number): void {
  const target = owner === UNKNOWN_TERM ? TARGET_UNKNOWN : TARGET_MEMBER;
  const { tree } = context;
  uses.add(kind, target, owner, nameOf(context, name), from, nameStart(tree, name), nameEnd(tree, name));
}
