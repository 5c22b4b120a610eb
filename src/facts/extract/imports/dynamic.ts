import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { type ImportContext, report } from './import-context.ts';
import { isMockCall } from './mock.ts';
import { argumentOf, specifiersOf } from './specifier-of.ts';

/** `import('./a')`, whatever its phase. As the argument of `vi.mock` it only names the module, and is never run. */
export function visitDynamicImport(context: ImportContext, call: number): void {
  const { tree } = context;
  const specifier = argumentOf(tree, call, 0);
  if (specifier === NO_NODE || isMockedImport(context, call)) return;
  for (const said of specifiersOf(tree, specifier)) report(context, 'dynamic', said);
}

function isMockedImport({ tree }: ImportContext, call: number): boolean {
  if (tree.field(call) !== FIELD.expression) return false;
  const outer = tree.parent(tree.parent(call));
  return outer !== NO_NODE && isMockCall(tree, outer) && argumentOf(tree, outer, 0) === call;
}
