import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { selectionOf } from '../../../syntax/node-selection.ts';
import { SITE_NESTED } from '../../records.ts';
import type { FoundSite } from './import-sites.ts';

/** Nodes that hold code which does not run when the module does. */
const DEFERRING = selectionOf({
  taken: [
    KIND.FunctionDeclaration,
    KIND.FunctionExpression,
    KIND.ArrowFunctionExpression,
    KIND.Constructor,
    KIND.ClassMethod,
    KIND.PrivateMethod,
    KIND.MethodProperty,
    KIND.GetterProperty,
    KIND.SetterProperty,
    KIND.ClassProperty,
    KIND.PrivateProperty,
    KIND.AutoAccessor,
  ],
});

/**
 * Tells which sites stand inside code that runs later than the module: a function’s body or the initial value of an
 * instance’s field. Decorators, computed keys and static fields run with the module, and so does the body of a function
 * that is called where it stands. Most files import by statements alone, and then nobody looks for their functions.
 */
export class DeferredCode {
  private readonly asked: { readonly site: FoundSite; readonly node: number }[] = [];

  reset(): void {
    this.asked.length = 0;
  }

  /** Asks about a site, of which `node` is the specifier; the specifier of a statement of the module runs with it. */
  ask(tree: Cursor, site: FoundSite, node: number): void {
    if (tree.parent(tree.parent(node)) > 0) this.asked.push({ site, node });
  }

  /** Flags those sites SITE_NESTED that are; once all were asked about, so that it takes one more pass at the most. */
  settle(tree: Cursor): void {
    if (this.asked.length === 0) return;
    const ranges = deferredRanges(tree);
    let range = 0;
    for (const { site, node } of this.asked.sort((a, b) => a.node - b.node)) {
      while ((ranges[range]?.until ?? Number.POSITIVE_INFINITY) <= node) range++;
      if ((ranges[range]?.from ?? Number.POSITIVE_INFINITY) <= node) site.flags |= SITE_NESTED;
    }
  }
}

interface NodeRange {
  readonly from: number;
  /** Exclusive. */
  readonly until: number;
}

/** The outermost stretches of such code, ascending and apart from each other. */
function deferredRanges(tree: Cursor): NodeRange[] {
  const ranges: NodeRange[] = [];
  let until = 0;
  for (const node of tree.select(DEFERRING)) {
    const body = node < until || runsAtOnce(tree, node) ? NO_NODE : bodyOf(tree, node);
    if (body === NO_NODE) continue;
    until = tree.next(body);
    ranges.push({ from: body, until });
  }
  return ranges;
}

function bodyOf(tree: Cursor, node: number): number {
  switch (tree.kind(node)) {
    case KIND.ClassProperty:
    case KIND.PrivateProperty:
    case KIND.AutoAccessor:
      return tree.has(node, FIELD.isStatic) ? NO_NODE : tree.child(node, FIELD.value);
    default: {
      // Methods and accessors hold their function in a group of its own.
      const method = tree.child(node, FIELD.function);
      return tree.child(method === NO_NODE ? node : method, FIELD.body);
    }
  }
}

/** `(function () { … })()`, `(() => { … })()` and `(function () { … }).call(this)`, but no generator. */
function runsAtOnce(tree: Cursor, node: number): boolean {
  const kind = tree.kind(node);
  if (kind !== KIND.FunctionExpression && kind !== KIND.ArrowFunctionExpression) return false;
  if (tree.has(node, FIELD.generator)) return false;
  let callee = node;
  while (tree.kind(tree.parent(callee)) === KIND.ParenthesisExpression) callee = tree.parent(callee);
  const parent = tree.parent(callee);
  if (tree.kind(parent) === KIND.MemberExpression && tree.field(callee) === FIELD.object) {
    const property = tree.child(parent, FIELD.property);
    const applied = tree.textIs(property, FIELD.value, 'call') || tree.textIs(property, FIELD.value, 'apply');
    return applied && isCallee(tree, parent);
  }
  return isCallee(tree, callee);
}

function isCallee(tree: Cursor, node: number): boolean {
  return tree.field(node) === FIELD.callee && tree.kind(tree.parent(node)) === KIND.CallExpression;
}
