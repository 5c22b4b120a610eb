import { type Cursor, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND, type Kind } from '../../../syntax/generated/kinds.ts';
import { DECLARATION, TARGET_DECLARATION, TARGET_IMPORT, TARGET_SITE } from '../../symbol-records.ts';
import { declaresName } from './bind-locals.ts';
import { BOUND_DECLARATION, BOUND_IMPORT } from './bindings.ts';
import { NO_DECLARATION } from './declarations.ts';
import { nameRange } from './declare.ts';
import { Enclosing } from './enclosing.ts';
import { visitMember } from './find-member-uses.ts';
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

/** Where a type stands, and not a value. */
const roleOf = roleTable([
  [KIND.TsTypeReference, FIELD.typeName, 1],
  [KIND.TsExpressionWithTypeArguments, FIELD.expression, 1],
  [KIND.TsQualifiedName, FIELD.left, 1],
]);

/** One pass over the tree: every name that refers to a listed declaration or to an import. */
export class UseFinder {
  private readonly enclosing = new Enclosing();

  find(context: TermContext, uses: UseTable): void {
    const { tree, declared, imported } = context;
    this.enclosing.load(tree, declared.nodes);
    for (const { node, site, name, kind } of imported.clauses) {
      const [start, end] = nameRange(tree, node);
      uses.add({ kind, target: TARGET_SITE, what: site, name, from: NO_DECLARATION }, start, end);
    }
    const end = tree.count;
    for (let node = 0; node < end; node++) {
      const kind = tree.kind(node);
      if (kind === KIND.Identifier) {
        const isBound = tree.scope(node) >= SCOPE.global;
        if (isBound) this.visitName(context, uses, node);
        if (!isBound || isShorthand(tree, node)) visitMember(context, uses, node, this.enclosing.at(node));
      } else if (kind === KIND.StringLiteral || kind === KIND.PrivateName) {
        visitMember(context, uses, node, this.enclosing.at(node));
      }
    }
  }

  private visitName(context: TermContext, uses: UseTable, node: number): void {
    const { tree, names, bindings, declared } = context;
    const from = this.enclosing.at(node);
    const scope = tree.scope(node);
    let target = 0;
    if (scope >= SCOPE.module) {
      const binding = bindings.find(names.ofNode(tree, node), scope);
      if (binding >= 0) target = bindings.target(binding, roleOf(tree, node) === 1);
    } else if (from !== NO_DECLARATION && declared.kinds[from] === 'enum-member')
      target = enumMember(context, node, from);
    const kind = target & 3;
    if (kind !== BOUND_DECLARATION && kind !== BOUND_IMPORT) return;
    if (CLAUSES.has(tree.kind(tree.parent(node))) || declaresName(tree, node)) return;
    if (isExportedAs(context, node)) return;
    const number = target >>> 2;
    const isDeclared = kind === BOUND_DECLARATION;
    const use = {
      kind: useKindOf(tree, node),
      target: isDeclared ? TARGET_DECLARATION : TARGET_IMPORT,
      what: isDeclared ? declared.symbol(number) : number,
      name: names.ofNode(tree, node),
      from,
    };
    uses.add(use, tree.start(node), tree.end(node));
  }
}

/** In `{ name }` the name is a value and a key, in the pattern `{ name }` it is bound and a key. */
function isShorthand(tree: Cursor, node: number): boolean {
  const field = tree.field(node);
  if (field === FIELD.properties) return tree.kind(tree.parent(node)) === KIND.ObjectExpression;
  return field === FIELD.key && tree.kind(tree.parent(node)) === KIND.AssignmentPatternProperty;
}

/** `B = A`: SWC does not resolve the members of an enum in its own initial values. */
function enumMember({ tree, names, declared }: SymbolContext, node: number, from: number): number {
  const [member] = declared.members(declared.rows.get(from, DECLARATION.PARENT) - 1, names.ofNode(tree, node));
  return member === undefined || member === from ? 0 : member * 4 + BOUND_DECLARATION;
}

/** The new name in `export { a as b }`, the old one too where that is of another module. */
function isExportedAs({ tree }: SymbolContext, node: number): boolean {
  const parent = tree.parent(node);
  if (tree.kind(parent) !== KIND.ExportSpecifier) return tree.field(node) === FIELD.id;
  return tree.field(node) === FIELD.exported || tree.has(tree.parent(parent), FIELD.source);
}
