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

/** A name that an import binds. What is written of it is read only when it is asked for: of most nothing ever is. */
export interface ImportedName {
  /** The identifier that is bound. */
  readonly local: number;
  /** The specifier; of `import Name = …` the declaration. */
  readonly declaration: number;
  /** Null when it is written as a type, and for `import Name = Other.member`, which names no module but uses one. */
  readonly from: ErasableImport | null;
  /** Bits USE_… of the records. */
  uses: number;
}

/** The names that the imports of one file bind, and what is known of their use. */
export class ImportedNames {
  imports: ErasableImport[] = [];
  all: ImportedName[] = [];
  /** `import Name = Other.member`, in source order. */
  aliases: ImportedName[] = [];
  /** `export … from` declarations by their node. */
  readonly exportSites = new Map<number, FoundSite>();
  /** By the local name, of two equal ones the first; made when it is first asked for. */
  private byName: Map<string, ImportedName> | null = null;

  clear(): void {
    // New ones: cutting an array short costs more than making one.
    if (this.imports.length > 0) this.imports = [];
    if (this.all.length > 0) this.all = [];
    if (this.aliases.length > 0) this.aliases = [];
    if (this.exportSites.size > 0) this.exportSites.clear();
    this.byName = null;
  }

  /** Notes an `import` declaration with all its names. */
  addImport(tree: Cursor, declaration: number, site: FoundSite): void {
    const from = site.kind === 'type' ? null : this.addErasable(site);
    const end = tree.next(declaration);
    for (let specifier = declaration + 1; specifier < end; specifier = tree.next(specifier)) {
      if (tree.field(specifier) !== FIELD.specifiers) continue;
      const isWrittenAsType = from === null || tree.has(specifier, FIELD.isTypeOnly);
      this.add(tree.child(specifier, FIELD.local), specifier, isWrittenAsType ? null : from);
    }
  }

  /** Notes `import Name = require('./a')`. */
  addImportEquals(tree: Cursor, declaration: number, site: FoundSite): void {
    const from = site.kind === 'type' ? null : this.addErasable(site);
    const name = this.add(tree.child(declaration, FIELD.id), declaration, from);
    if (tree.has(declaration, FIELD.isExport)) this.use(name, USE_VALUE);
  }

  /** Notes `import Name = Other.member`. One inside of a namespace is taken to be used. */
  addAlias(tree: Cursor, declaration: number): void {
    if (tree.has(declaration, FIELD.isTypeOnly)) return;
    const local = tree.child(declaration, FIELD.id);
    const isInside = tree.scope(local) !== SCOPE.module;
    const alias = isInside ? { local, declaration, from: null, uses: 0 } : this.add(local, declaration, null);
    if (isInside || tree.has(declaration, FIELD.isExport)) alias.uses = USE_VALUE;
    this.aliases.push(alias);
  }

  /** The import that an identifier of the module's scope names, wherever it stands. */
  find(tree: Cursor, identifier: number): ImportedName | undefined {
    if (this.all.length === 0) return undefined;
    // Backwards, so that of two equal names the first stays.
    this.byName ??= new Map(this.all.toReversed().map((name) => [tree.text(name.local, FIELD.value), name]));
    return this.byName.get(tree.text(identifier, FIELD.value));
  }

  named(tree: Cursor, local: string): ImportedName | undefined {
    return this.all.find((name) => tree.textIs(name.local, FIELD.value, local));
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

  private add(local: number, declaration: number, from: ErasableImport | null): ImportedName {
    const name: ImportedName = { local, declaration, from, uses: 0 };
    this.all.push(name);
    return name;
  }
}

/** What a name is called where it comes from: `*` for a namespace, `export=` for `import Name = require()`. */
export function importedName(tree: Cursor, { declaration }: ImportedName): string {
  switch (tree.kind(declaration)) {
    case KIND.ImportDefaultSpecifier:
      return 'default';
    case KIND.ImportNamespaceSpecifier:
      return '*';
    case KIND.TsImportEqualsDeclaration:
      return 'export=';
    default: {
      const imported = tree.child(declaration, FIELD.imported);
      return tree.text(imported === NO_NODE ? tree.child(declaration, FIELD.local) : imported, FIELD.value);
    }
  }
}

/** `A` of `A.B.C`. */
export function leftmostName(tree: Cursor, entity: number): number {
  let name = entity;
  while (tree.kind(name) === KIND.TsQualifiedName) name = tree.child(name, FIELD.left);
  return name;
}
