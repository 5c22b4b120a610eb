import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { type ImportContext, isAmbient, report } from './import-context.ts';
import { literalSpecifier } from './specifier-of.ts';

/** `import fs = require('fs')`; `import type fs = …` is a type. `import Alias = Some.Namespace` names no module. */
export function visitImportEquals(context: ImportContext, declaration: number): void {
  const { tree, names } = context;
  const reference = tree.child(declaration, FIELD.moduleRef);
  if (tree.kind(reference) !== KIND.TsExternalModuleReference) {
    names?.addAlias(tree, declaration);
    return;
  }
  const isAmbientImport = isAmbient(context, declaration);
  const kind = isAmbientImport || tree.has(declaration, FIELD.isTypeOnly) ? 'type' : 'import-equals';
  const site = report(context, kind, literalSpecifier(tree, tree.child(reference, FIELD.expression)));
  if (!isAmbientImport) names?.addImportEquals(tree, declaration, site);
}
