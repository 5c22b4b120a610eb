import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { topLevelStatements } from '../erasure/find-exports.ts';
import { type ImportContext, report } from './import-context.ts';
import { literalSpecifier } from './specifier-of.ts';

/**
 * `declare module './ship' { … }` adds to the types of another module. In a file that is no module itself, a name without a
 * path is not that of another module but of one that is declared there; a pattern (`'*.svg'`) never is one.
 */
export function findAugmentations(context: ImportContext): void {
  const { tree } = context;
  const statements = topLevelStatements(tree);
  const isModule = statements.some((statement) => MODULE_MAKERS.has(tree.kind(statement)));
  for (const statement of statements) {
    // `export declare module './ship'` means the same.
    const isExported = tree.kind(statement) === KIND.ExportDeclaration;
    const block = isExported ? tree.child(statement, FIELD.declaration) : statement;
    if (tree.kind(block) !== KIND.TsModuleDeclaration) continue;
    const id = tree.child(block, FIELD.id);
    if (tree.kind(id) !== KIND.StringLiteral) continue;
    const said = literalSpecifier(tree, id);
    if (!said.text.includes('*') && (isModule || /^\.{0,2}\//.test(said.text))) report(context, 'type', said);
  }
}

/** Statements that make a file a module. */
const MODULE_MAKERS: ReadonlySet<number> = new Set([
  KIND.ImportDeclaration,
  KIND.ExportDeclaration,
  KIND.ExportNamedDeclaration,
  KIND.ExportAllDeclaration,
  KIND.ExportDefaultDeclaration,
  KIND.ExportDefaultExpression,
  KIND.TsExportAssignment,
]);
