import { type Cursor, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND, type Kind } from '../../../syntax/generated/kinds.ts';
import { selectionOf } from '../../../syntax/node-selection.ts';
import { DECLARATION, TARGET_DECLARATION, TARGET_IMPORT, TARGET_SITE } from '../../symbol-records.ts';
import { declaresName } from './bind-locals.ts';
import { BOUND_DECLARATION, BOUND_IMPORT } from './bindings.ts';
import { NO_DECLARATION } from './declarations.ts';
import { Enclosing } from './enclosing.ts';
import { memberRoleOf, visitMember } from './find-member-uses.ts';
import { nameEnd, nameStart } from './name-nodes.ts';
import { visitPrivateName } from './private-names.ts';
import { roleTable } from './role-table.ts';
import type { SymbolContext } from './symbol-context.ts';
import type { TermContext } from './term-context.ts';
import { useKindOf } from './use-kind.ts';
import type { UseTable } from './use-table.ts';

/** Names in clauses are uses of what is imported or passed on; they are noted beside the table of imports. */
const CLAUSES: ReadonlySet<Kind> = new Set<Kind>([
  KIND.ImportSpecifier,
  KIND.ImportDefaultSpecifier,
  KIND.ImportNamespaceSpecifier,
  KIND.ExportNamespaceSpecifier,
]);

/** What can name something. */
const NAMES = selectionOf({ taken: [KIND.Identifier, KIND.PrivateName, KIND.StringLiteral] });

/** Where only a type stands. On the left of a dot it is a namespace, or behind `typeof` a value. */
const roleOf = roleTable([
  [KIND.TsTypeReference, FIELD.typeName, 1],
  [KIND.TsExpressionWithTypeArguments, FIELD.expression, 1],
]);

/** One pass over the tree: every name that refers to a listed declaration or to an import. */
export class UseFinder {
  private readonly enclosing = new Enclosing();

  find(context: TermContext, uses: UseTable): void {
    const { tree, declared, imported } = context;
    this.enclosing.load(tree, declared.nodes);
    for (const { node, site, name, kind } of imported.clauses) {
      uses.add(kind, TARGET_SITE, site, name, NO_DECLARATION, nameStart(tree, node), nameEnd(tree, node));
    }
    for (const node of tree.select(NAMES)) {
      if (tree.kind(node) === KIND.Identifier && tree.scope(node) >= SCOPE.global) {
        this.visitName(context, uses, node);
        if (!isShorthand(tree, node)) continue;
      }
      if (tree.kind(node) === KIND.PrivateName) {
        visitPrivateName(context, uses, node, this.enclosing.at(node));
        continue;
      }
      const role = memberRoleOf(tree, node);
      if (role !== 0) visitMember(context, uses, node, role, this.enclosing.at(node));
    }
  }

  private visitName(context: TermContext, uses: UseTable, node: number): void {
    const { tree, names, bindings, declared } = context;
    const scope = tree.scope(node);
    let bound = 0;
    if (scope >= SCOPE.module) {
      const binding = bindings.find(names.ofNode(tree, node), scope);
      if (binding >= 0) bound = bindings.target(binding, roleOf(tree, node) === 1);
    } else if (declared.hasContainers) bound = memberAround(context, node, this.enclosing.at(node));
    const kind = bound & 3;
    if (kind !== BOUND_DECLARATION && kind !== BOUND_IMPORT) return;
    if (CLAUSES.has(tree.kind(tree.parent(node))) || declaresName(tree, node)) return;
    if (isExportedAs(context, node)) return;
    const number = bound >>> 2;
    const isDeclared = kind === BOUND_DECLARATION;
    const what = isDeclared ? declared.symbol(number) : number;
    const target = isDeclared ? TARGET_DECLARATION : TARGET_IMPORT;
    const name = names.ofNode(tree, node);
    const from = this.enclosing.at(node);
    uses.add(useKindOf(tree, node), target, what, name, from, tree.start(node), tree.end(node));
  }
}

/** In `{ name }` the name is a value and a key, in the pattern `{ name }` it is bound and a key. */
function isShorthand(tree: Cursor, node: number): boolean {
  const field = tree.field(node);
  if (field === FIELD.properties) return tree.kind(tree.parent(node)) === KIND.ObjectExpression;
  return field === FIELD.key && tree.kind(tree.parent(node)) === KIND.AssignmentPatternProperty;
}

/**
 * `B = A` in an enum, and in a namespace what another block of it declares: names that SWC leaves unresolved, because it resolves them by
 * the text around them alone.
 */
function memberAround({ tree, names, declared }: SymbolContext, node: number, from: number): number {
  for (let around = from; around >= 0; around = declared.rows.get(around, DECLARATION.PARENT) - 1) {
    const kind = declared.kinds[around];
    if (kind !== 'enum' && kind !== 'namespace') continue;
    const [member] = declared.members(around, names.ofNode(tree, node));
    if (member !== undefined && member !== from) return member * 4 + BOUND_DECLARATION;
  }
  return 0;
}

/** The new name in `export { a as b }`, the old one too where that is of another module. */
function isExportedAs({ tree }: SymbolContext, node: number): boolean {
  const parent = tree.parent(node);
  if (tree.kind(parent) !== KIND.ExportSpecifier) return tree.field(node) === FIELD.id;
  return tree.field(node) === FIELD.exported || tree.has(tree.parent(parent), FIELD.source);
}
