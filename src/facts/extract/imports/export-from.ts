import { NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { SITE_TYPE_EXPORTS } from '../../records.ts';
import { type ImportContext, isAmbient, report } from './import-context.ts';
import { literalSpecifier } from './specifier-of.ts';
import { isWrittenAsType } from './type.ts';

/** `export * from './a'`, `export { b } from './b'`; `export type` is a type. An export of the module’s own has no source. */
export function visitExportFrom(context: ImportContext, declaration: number): void {
  const { tree, names } = context;
  const source = tree.child(declaration, FIELD.source);
  if (source === NO_NODE) return;
  const isAmbientExport = isAmbient(context, declaration);
  const kind = isAmbientExport || isWrittenAsType(tree, declaration) ? 'type' : 'export-from';
  const site = report(context, kind, literalSpecifier(tree, source));
  if (names === null || isAmbientExport) return;
  names.exportSites.set(declaration, site);
  if (kind === 'type' && !tree.has(declaration, FIELD.typeOnly)) site.flags |= SITE_TYPE_EXPORTS;
}
