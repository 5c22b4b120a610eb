import type { Cursor } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { type ImportContext, report } from './import-context.ts';
import { literalSpecifier } from './specifier-of.ts';

/** `import('./a').B` and `typeof import('./a')` where a type stands. */
export function visitImportType(context: ImportContext, importType: number): void {
  const { tree } = context;
  const argument = tree.child(importType, FIELD.argument);
  if (tree.kind(argument) === KIND.StringLiteral) report(context, 'type', literalSpecifier(tree, argument));
}

/**
 * Whether an import or export declaration says itself that TypeScript erases it: `import type …`, or every name in
 * its braces is marked `type`. What is erased because every use of it is a type is decided when files are linked.
 */
export function isWrittenAsType(tree: Cursor, declaration: number): boolean {
  if (tree.has(declaration, FIELD.typeOnly)) return true;
  const specifiers = tree.children(declaration, FIELD.specifiers);
  return specifiers.length > 0 && specifiers.every((specifier) => tree.has(specifier, FIELD.isTypeOnly));
}
