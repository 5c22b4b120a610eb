import { FIELD } from '../../../syntax/generated/fields.ts';
import { SITE_TYPE_NAMES } from '../../records.ts';
import { type ImportContext, isAmbient, report } from './import-context.ts';
import { literalSpecifier } from './specifier-of.ts';
import { isWrittenAsType } from './type.ts';

/**
 * `import a from './a'`, `import './a'`: static, or type when all of it is written as a type. Whether TypeScript erases
 * it because every use of its names is a type is noted beside.
 */
export function visitImportDeclaration(context: ImportContext, declaration: number): void {
  const { tree, names } = context;
  const isAmbientImport = isAmbient(context, declaration);
  const kind = isAmbientImport || isWrittenAsType(tree, declaration) ? 'type' : 'static';
  const source = tree.child(declaration, FIELD.source);
  const site = report(context, kind, literalSpecifier(tree, source));
  if (names === null || isAmbientImport || !hasClause(context, declaration, source)) return;
  if (kind === 'type' && !tree.has(declaration, FIELD.typeOnly)) site.flags |= SITE_TYPE_NAMES;
  names.addImport(tree, declaration, site);
}

/** `import {} from './a'` has nothing in its braces, and yet is not `import './a'`. */
function hasClause({ tree, source }: ImportContext, declaration: number, literal: number): boolean {
  if (tree.has(declaration, FIELD.specifiers)) return true;
  const words = Buffer.from(source.subarray(tree.start(declaration), tree.start(literal))).toString('latin1');
  return words.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').includes('{');
}
