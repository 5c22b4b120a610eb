import { FIELD } from '../../../syntax/generated/fields.ts';
import { type ImportContext, report } from './import-context.ts';
import { literalSpecifier } from './specifier-of.ts';
import { isWrittenAsType } from './type.ts';

/** `import a from './a'`, `import './a'`: static, or type when all of it is written as a type. */
export function visitImportDeclaration(context: ImportContext, declaration: number): void {
  const { tree } = context;
  const kind = isWrittenAsType(tree, declaration) ? 'type' : 'static';
  report(context, kind, literalSpecifier(tree, tree.child(declaration, FIELD.source)));
}
