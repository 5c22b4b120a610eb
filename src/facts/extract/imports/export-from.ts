import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { type ImportContext, report } from './import-context.ts';
import { literalSpecifier } from './specifier-of.ts';
import { isWrittenAsType } from './type.ts';

/** `export * from './a'`, `export { b } from './b'`; `export type` is a type. An export of the module’s own has no source. */
export function visitExportFrom(context: ImportContext, declaration: number): void {
  const { tree } = context;
  const source = tree.child(declaration, FIELD.source);
  if (source === NO_NODE) return;
  report(context, isWrittenAsType(tree, declaration) ? 'type' : 'export-from', literalSpecifier(tree, source));
}
