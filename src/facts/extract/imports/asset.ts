import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { type ImportContext, report } from './import-context.ts';
import { isImportMeta } from './require-bindings.ts';
import { argumentOf, specifiersOf } from './specifier-of.ts';

/** `new URL('./logo.svg', import.meta.url)`: a file that travels with the module. A folder (`'.'`, `'../'`) or full URL is none. */
export function visitNew(context: ImportContext, creation: number): void {
  const { tree } = context;
  const callee = tree.child(creation, FIELD.callee);
  if (tree.kind(callee) !== KIND.Identifier || !tree.textIs(callee, FIELD.value, 'URL')) return;
  const base = argumentOf(tree, creation, 1);
  if (base === NO_NODE || !isImportMeta(tree, base, 'url')) return;
  for (const said of specifiersOf(tree, argumentOf(tree, creation, 0))) {
    if (/(^|\/)\.{0,2}$|^[a-z][a-z\d+.-]*:/i.test(said.text)) continue;
    report(context, 'asset', said);
  }
}
