import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import type { TermContext } from './term-context.ts';
import { UNKNOWN_TERM } from './term-table.ts';

/** `import('./a').B.C`; without a name, the module. */
export function importTypeTerm(context: TermContext, type: number): number {
  const { tree, terms, names, imported, offset } = context;
  const site = imported.siteAt(offset + tree.start(tree.child(type, FIELD.argument)));
  if (site < 0) return UNKNOWN_TERM;
  const path: number[] = [];
  let node = tree.child(type, FIELD.qualifier);
  const isModule = node === NO_NODE;
  for (; node !== NO_NODE && tree.kind(node) === KIND.TsQualifiedName; node = tree.child(node, FIELD.left)) {
    path.push(names.ofNode(tree, tree.child(node, FIELD.right)));
  }
  if (node !== NO_NODE) path.push(names.ofNode(tree, node));
  let term = terms.make('namespace', site);
  for (const name of path.reverse()) term = terms.of('member', term, name);
  return isModule || tree.kind(tree.parent(type)) === KIND.TsTypeQuery ? term : terms.of('instance', term);
}
