import { type Cursor, NO_NODE, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { KIND } from '../../../syntax/generated/kinds.ts';
import { USE_VALUE } from '../../records.ts';
import type { FoundSite } from '../imports/import-sites.ts';

/** A declaration that TypeScript erases unless one of its names is used as a value. */
export interface ErasableImport {
  readonly site: FoundSite;
  /** True as soon as one of its names certainly is. */
  settled: boolean;
}

export interface ImportedName {
  /** Null for `import Name = Other.member`, which names no module but uses one that is imported. */
  readonly from: ErasableImport | null;
  readonly site: FoundSite | null;
  /** `*` for a namespace, `default`, `export=` for `import Name = require()`. */
  readonly imported: string;
  readonly local: string;
  readonly isWrittenAsType: boolean;
  /** Bits USE_… of the records. */
  uses: number;
  /** For an alias of a member: the identifier that it begins with. */
  readonly aliasOf: number;
}

/** The names that the imports of one file bind, and what is known of their use. */
export class ImportedNames {
  readonly all: ImportedName[] = [];
  readonly imports: ErasableImport[] = [];
  /** `export … from` declarations by their node. */
  readonly exportSites = new Map<number, FoundSite>();
  isDeclarationFile = false;
  private readonly byLocal = new Map<string, ImportedName>();
  private readonly byHash = new Map<number, ImportedName>();

  clear(isDeclarationFile: boolean): void {
    this.isDeclarationFile = isDeclarationFile;
    this.all.length = 0;
    this.imports.length = 0;
    this.exportSites.clear();
    this.byLocal.clear();
    this.byHash.clear();
  }

  /** Notes an `import` declaration, all its names included. */
  addImport(tree: Cursor, declaration: number, site: FoundSite): void {
    const isType = tree.has(declaration, FIELD.typeOnly);
    const from = site.kind === 'type' ? null : this.addErasable(site);
    for (const specifier of tree.children(declaration, FIELD.specifiers)) {
      const local = tree.child(specifier, FIELD.local);
      const isWrittenAsType = isType || tree.has(specifier, FIELD.isTypeOnly);
      this.add(tree, local, { from, site, imported: importedName(tree, specifier), isWrittenAsType, aliasOf: NO_NODE });
    }
  }

  /** Notes `import Name = require('./a')`. */
  addImportEquals(tree: Cursor, declaration: number, site: FoundSite): void {
    const isWrittenAsType = tree.has(declaration, FIELD.isTypeOnly);
    const from = site.kind === 'type' ? null : this.addErasable(site);
    const local = tree.child(declaration, FIELD.id);
    const name = this.add(tree, local, { from, site, imported: 'export=', isWrittenAsType, aliasOf: NO_NODE });
    if (tree.has(declaration, FIELD.isExport)) this.use(name, USE_VALUE);
  }

  /** Notes `import Name = Other.member`. One inside of a namespace is taken to be used. */
  addAlias(tree: Cursor, declaration: number): void {
    const aliasOf = leftmostName(tree, tree.child(declaration, FIELD.moduleRef));
    const isWrittenAsType = tree.has(declaration, FIELD.isTypeOnly);
    const alias = { from: null, site: null, imported: '', isWrittenAsType, aliasOf };
    const local = tree.child(declaration, FIELD.id);
    if (tree.scope(local) !== SCOPE.module) {
      this.all.push({ ...alias, local: '', uses: USE_VALUE });
      return;
    }
    const name = this.add(tree, local, alias);
    if (tree.has(declaration, FIELD.isExport)) this.use(name, USE_VALUE);
  }

  named(local: string): ImportedName | undefined {
    return this.byLocal.get(local);
  }

  /** The import that an identifier of the module's scope names; cheap for the many that name none. */
  find(tree: Cursor, identifier: number): ImportedName | undefined {
    const found = this.byHash.get(tree.nameHash(identifier));
    if (found === undefined || (found.uses & USE_VALUE) !== 0) return undefined;
    const text = tree.text(identifier, FIELD.value);
    return found.local === text ? found : this.byLocal.get(text);
  }

  /** Notes a use, bits USE_…; true when it is the first that settles the name's import. */
  use(name: ImportedName, use: number): boolean {
    name.uses |= use;
    if (!name.from || name.from.settled || (use & USE_VALUE) === 0) return false;
    name.from.settled = true;
    return true;
  }

  private addErasable(site: FoundSite): ErasableImport {
    const erasable = { site, settled: false };
    this.imports.push(erasable);
    return erasable;
  }

  private add(tree: Cursor, identifier: number, rest: Omit<ImportedName, 'local' | 'uses'>): ImportedName {
    const name: ImportedName = { ...rest, local: tree.text(identifier, FIELD.value), uses: 0 };
    this.all.push(name);
    this.byLocal.set(name.local, name);
    this.byHash.set(tree.nameHash(identifier), name);
    return name;
  }
}

function importedName(tree: Cursor, specifier: number): string {
  switch (tree.kind(specifier)) {
    case KIND.ImportDefaultSpecifier:
      return 'default';
    case KIND.ImportNamespaceSpecifier:
      return '*';
    default: {
      const imported = tree.child(specifier, FIELD.imported);
      return tree.text(imported === NO_NODE ? tree.child(specifier, FIELD.local) : imported, FIELD.value);
    }
  }
}

/** `A` of `A.B.C`. */
export function leftmostName(tree: Cursor, entity: number): number {
  let name = entity;
  while (tree.kind(name) === KIND.TsQualifiedName) name = tree.child(name, FIELD.left);
  return name;
}
