import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { MEANS_TYPE, MEANS_VALUE, USE_EXPORTED, USE_VALUE } from '../../records.ts';
import type { FoundSite } from '../imports/import-sites.ts';
import { eachDeclared } from './declared-meanings.ts';
import type { ImportedNames } from './imported-names.ts';

/** A name that a file exports: declared there (no site), or led on from another module. */
export interface FoundExport {
  /** `*` for `export *`. */
  readonly name: string;
  /** Bits MEANS_… */
  readonly meaning: number;
  readonly site: FoundSite | null;
  readonly imported: string;
}

/** A name of an `export { … } from`, which is erased with its declaration when no such name is a value. */
export interface PassedOn {
  readonly site: FoundSite;
  readonly imported: string;
}

export interface FoundExports {
  readonly exports: readonly FoundExport[];
  readonly passedOn: readonly PassedOn[];
}

/**
 * The exports of a file that are not simply values, and those that are where an `export *` might have the same name.
 * Marks imported names that are exported.
 */
export function findExports(tree: Cursor, names: ImportedNames): FoundExports {
  const statements = topLevelStatements(tree);
  const declared = new Map<string, number>();
  const exported: string[] = [];
  const found: FoundExport[] = [];
  const passedOn: PassedOn[] = [];
  let isImplicit = names.isDeclarationFile;
  /** `export { local as name }`, `export default local`, `export = local`. */
  const exportLocal = (name: string, local: string, isType: boolean): void => {
    const source = names.named(local);
    if (source === undefined) later.push([name, local, isType]);
    else if (isType || source.isWrittenAsType) found.push({ name, meaning: MEANS_TYPE, site: null, imported: '' });
    else if (source.site === null || source.imported === '*') names.use(source, USE_VALUE);
    else {
      names.use(source, USE_EXPORTED);
      found.push({ name, meaning: 0, site: source.site, imported: source.imported });
    }
  };
  const later: [name: string, local: string, isType: boolean][] = [];

  for (const statement of statements) {
    switch (tree.kind(statement)) {
      case KIND.ExportDeclaration:
        eachDeclared(tree, tree.child(statement, FIELD.declaration), (name, meaning) => {
          declared.set(name, (declared.get(name) ?? 0) | meaning);
          exported.push(name);
        });
        break;
      case KIND.ExportAllDeclaration: {
        isImplicit = false;
        const site = names.exportSites.get(statement) ?? null;
        const meaning = tree.has(statement, FIELD.typeOnly) ? MEANS_TYPE : 0;
        found.push({ name: '*', meaning, site, imported: '*' });
        break;
      }
      case KIND.ExportNamedDeclaration: {
        isImplicit = false;
        const site = names.exportSites.get(statement);
        const isType = tree.has(statement, FIELD.typeOnly);
        for (const specifier of tree.children(statement, FIELD.specifiers)) {
          if (tree.kind(specifier) !== KIND.ExportSpecifier) continue; // `export * as ns` is a value
          const original = tree.child(specifier, FIELD.orig);
          const renamed = tree.child(specifier, FIELD.exported);
          const local = tree.text(original, FIELD.value);
          const name = renamed === NO_NODE ? local : tree.text(renamed, FIELD.value);
          const isWrittenAsType = isType || tree.has(specifier, FIELD.isTypeOnly);
          if (site === undefined) exportLocal(name, local, isWrittenAsType);
          else {
            found.push({ name, meaning: isWrittenAsType ? MEANS_TYPE : 0, site, imported: local });
            if (!isWrittenAsType) passedOn.push({ site, imported: local });
          }
        }
        break;
      }
      case KIND.ExportDefaultDeclaration: {
        const declaration = tree.child(statement, FIELD.decl);
        const isType = tree.kind(declaration) === KIND.TsInterfaceDeclaration;
        declared.set('default', (declared.get('default') ?? 0) | (isType ? MEANS_TYPE : MEANS_VALUE));
        exported.push('default');
        break;
      }
      case KIND.ExportDefaultExpression:
      case KIND.TsExportAssignment: {
        isImplicit = false;
        const name = tree.kind(statement) === KIND.TsExportAssignment ? 'export=' : 'default';
        const expression = tree.child(statement, FIELD.expression);
        if (tree.kind(expression) === KIND.Identifier) exportLocal(name, tree.text(expression, FIELD.value), false);
        else found.push({ name, meaning: MEANS_VALUE, site: null, imported: '' });
        break;
      }
      default:
        eachDeclared(tree, statement, (name, meaning) => {
          declared.set(name, (declared.get(name) ?? 0) | meaning);
        });
    }
  }

  const add = (name: string, meaning: number): void => {
    found.push({ name, meaning, site: null, imported: '' });
  };
  // In a declaration file that says nothing of exports, everything is one.
  for (const name of isImplicit ? declared.keys() : new Set(exported)) add(name, declared.get(name) ?? MEANS_VALUE);
  for (const [name, local, isType] of later) add(name, isType ? MEANS_TYPE : (declared.get(local) ?? MEANS_VALUE));
  const hasStar = found.some(({ name }) => name === '*');
  return {
    exports: found.filter((one) => hasStar || one.site !== null || (one.meaning & MEANS_VALUE) === 0),
    passedOn,
  };
}

/** The statements of a file; of one that could be read only inside a block, those of the block. */
export function topLevelStatements(tree: Cursor): number[] {
  const statements = tree.children(0, FIELD.body);
  const [only = NO_NODE] = statements;
  if (statements.length !== 1 || tree.kind(only) !== KIND.TsModuleDeclaration) return statements;
  if (!tree.textIs(tree.child(only, FIELD.id), FIELD.value, '_')) return statements;
  return tree.children(tree.child(only, FIELD.body), FIELD.body);
}
