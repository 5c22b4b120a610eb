import { type Cursor, NO_NODE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { MEANS_TYPE, MEANS_VALUE, SITE_ERASABLE, USE_EXPORTED, USE_VALUE } from '../../records.ts';
import type { FoundSite } from '../imports/import-sites.ts';
import { eachDeclared, isSimpleValue } from './declared-meanings.ts';
import { type ImportedNames, importedName } from './imported-names.ts';

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

/** The exports of one file while they are collected. */
class Exports {
  readonly found: FoundExport[] = [];
  readonly passedOn: PassedOn[] = [];
  /** Declared here and exported by name, when what that is called here means is known. */
  private readonly named: { name: string; local: string }[] = [];

  private readonly tree: Cursor;
  private readonly names: ImportedNames;

  constructor(tree: Cursor, names: ImportedNames) {
    this.tree = tree;
    this.names = names;
  }

  add(name: string, meaning: number, site: FoundSite | null = null, imported = ''): void {
    this.found.push({ name, meaning, site, imported });
  }

  addAll(statement: number): void {
    const site = this.names.exportSites.get(statement) ?? null;
    this.add('*', this.tree.has(statement, FIELD.typeOnly) ? MEANS_TYPE : 0, site, '*');
  }

  /** `export { a, b as c }`, with or without `from`. */
  addNamed(statement: number): void {
    const { tree } = this;
    const site = this.names.exportSites.get(statement);
    const isType = tree.has(statement, FIELD.typeOnly);
    const specifiers = tree.children(statement, FIELD.specifiers);
    // `export {} from './a'` goes, `export * as ns from './a'` stays.
    if (site?.kind === 'export-from' && specifiers.length === 0) site.flags |= SITE_ERASABLE;
    for (const specifier of specifiers) {
      if (tree.kind(specifier) !== KIND.ExportSpecifier) continue; // `export * as ns` is a value
      const original = tree.child(specifier, FIELD.orig);
      const renamed = tree.child(specifier, FIELD.exported);
      const name = tree.text(renamed === NO_NODE ? original : renamed, FIELD.value);
      if (isType || tree.has(specifier, FIELD.isTypeOnly)) this.add(name, MEANS_TYPE);
      else if (site === undefined) this.addLocal(name, original);
      else {
        const imported = tree.text(original, FIELD.value);
        this.add(name, 0, site, imported);
        this.passedOn.push({ site, imported });
      }
    }
  }

  /** What an expression exports: `export default Local`, `export = Local`; of another it is a value. */
  addExpression(name: string, statement: number): void {
    const expression = this.tree.child(statement, FIELD.expression);
    if (this.tree.kind(expression) === KIND.Identifier) this.addLocal(name, expression);
    else this.add(name, MEANS_VALUE);
  }

  private addLocal(name: string, identifier: number): void {
    const { tree, names } = this;
    const source = names.find(tree, identifier);
    if (source === undefined) this.named.push({ name, local: tree.text(identifier, FIELD.value) });
    else if (source.from === null) {
      const isAlias = names.aliases.includes(source);
      if (isAlias) names.use(source, USE_VALUE);
      this.add(name, isAlias ? MEANS_VALUE : MEANS_TYPE);
    } else {
      const imported = importedName(tree, source);
      names.use(source, imported === '*' ? USE_VALUE : USE_EXPORTED);
      this.add(name, imported === '*' ? MEANS_VALUE : 0, source.from.site, imported);
    }
  }

  /** Adds what is declared here; that simple values are exported needs to be known only beside an `export *`. */
  addDeclared(statements: readonly number[], isImplicit: boolean): void {
    const { tree } = this;
    const hasStar = this.found.some(({ name }) => name === '*');
    const isWanted = (declaration: number): boolean => !isSimpleValue(tree, declaration);
    if (!hasStar && this.named.length === 0 && !statements.some((each) => isWanted(declarationOf(tree, each)))) return;
    const declared = new Map<string, number>();
    const exported = new Set<string>();
    for (const statement of statements) {
      const kind = tree.kind(statement);
      const isExport = isImplicit || kind === KIND.ExportDeclaration || kind === KIND.ExportDefaultDeclaration;
      const isDefault = kind === KIND.ExportDefaultDeclaration;
      eachDeclared(tree, declarationOf(tree, statement), (said, meaning) => {
        const name = isDefault ? 'default' : said;
        declared.set(name, (declared.get(name) ?? 0) | meaning);
        if (isExport) exported.add(name);
      });
    }
    const addLasting = (name: string, meaning: number): void => {
      if (hasStar || (meaning & MEANS_VALUE) === 0) this.add(name, meaning);
    };
    for (const name of exported) addLasting(name, declared.get(name) ?? MEANS_VALUE);
    for (const { name, local } of this.named) addLasting(name, declared.get(local) ?? MEANS_VALUE);
  }
}

/**
 * The exports of a file that are not simply values, and those that are where an `export *` might have the same name.
 * Marks imported names that are exported.
 * @param isDeclaration of a declaration file that says nothing of exports, everything is exported
 */
export function findExports(
  tree: Cursor,
  names: ImportedNames,
  isDeclaration: boolean,
): Pick<Exports, 'found' | 'passedOn'> {
  const exports = new Exports(tree, names);
  const statements = topLevelStatements(tree);
  let isImplicit = isDeclaration;
  for (const statement of statements) {
    const kind = tree.kind(statement);
    if (kind === KIND.ExportAllDeclaration) exports.addAll(statement);
    else if (kind === KIND.ExportNamedDeclaration) exports.addNamed(statement);
    else if (kind === KIND.ExportDefaultExpression) exports.addExpression('default', statement);
    else if (kind === KIND.TsExportAssignment) exports.addExpression('export=', statement);
    else continue;
    isImplicit = false;
  }
  exports.addDeclared(statements, isImplicit);
  return exports;
}

/** The declaration that a statement exports, or that it is. */
function declarationOf(tree: Cursor, statement: number): number {
  switch (tree.kind(statement)) {
    case KIND.ExportDeclaration:
      return tree.child(statement, FIELD.declaration);
    case KIND.ExportDefaultDeclaration:
      return tree.child(statement, FIELD.decl);
    default:
      return statement;
  }
}

/** The statements of a file; of one that could be read only inside a block, those of the block. */
export function topLevelStatements(tree: Cursor): number[] {
  const statements = tree.children(0, FIELD.body);
  const [only = NO_NODE] = statements;
  if (statements.length !== 1 || tree.kind(only) !== KIND.TsModuleDeclaration) return statements;
  if (!tree.textIs(tree.child(only, FIELD.id), FIELD.value, '_')) return statements;
  return tree.children(tree.child(only, FIELD.body), FIELD.body);
}
