import { IMPORTED } from '../../../symbol-records.ts';
import type { AmbientModules } from '../ambient-modules.ts';
import type { ExternalSymbols } from '../external-symbols.ts';
import type { ProjectSymbols } from '../project-symbols.ts';
import type { SiteTargets } from '../site-targets.ts';
import { ExportEntries } from './export-entries.ts';

/** What linking exports needs of what was numbered before. */
export interface Linked {
  readonly symbols: ProjectSymbols;
  readonly sites: SiteTargets;
  readonly externals: ExternalSymbols;
  readonly ambient: AmbientModules;
}

/**
 * The entry of the exports that an imported name leads to: one that the module exports, or one made for what its exports do not list, because it is all of the
 * module, a property of what `export =` gives, or of another package.
 */
export class EntryLookup {
  readonly entries: ExportEntries;
  /** What entries stand for that are not in the tables: symbols, by entry. */
  readonly fixed = new Map<number, number>();
  private readonly linked: Linked;
  private readonly entryOfSymbol = new Map<number, number>();
  private readonly ofAssigned = new Map<number, Map<number, number>>();
  private readonly named: { readonly star: number; readonly equals: number; readonly byDefault: number };

  constructor(linked: Linked) {
    this.linked = linked;
    this.entries = new ExportEntries(linked.symbols, linked.sites);
    const { names } = linked.symbols;
    this.named = { star: names.numberOf('*'), equals: names.numberOf('='), byDefault: names.numberOf('default') };
  }

  /** The entry for a name (a number) of what a site leads to; -1 if nothing is known there. */
  atSite(module: number, site: number, name: number): number {
    const { sites, externals, ambient } = this.linked;
    const target = sites.moduleAt(module, site);
    if (target >= 0) return this.of(target, name);
    const node = sites.packageAt(module, site);
    const isWhole = name === this.named.star || name === this.named.equals;
    // A package as a whole is more than what the project declares of it.
    const declared = isWhole && node >= 0 ? -1 : ambient.symbolAt(module, site, name, isWhole);
    if (declared >= 0) return this.fixedTo(declared);
    return node < 0 ? -1 : this.fixedTo(externals.symbolOf(node, name));
  }

  /** The entry for what an import binds; -1 if it leads to nothing known. */
  ofImport(module: number, binding: number): number {
    const { names, facts } = this.linked.symbols;
    const imports = facts[module]?.imports;
    const row = binding * IMPORTED.WORDS;
    const name = names.of(module, imports?.[row + IMPORTED.NAME] ?? 0);
    return this.atSite(module, imports?.[row + IMPORTED.SITE] ?? 0, name);
  }

  /** The entry for a name of a module, `*` and `=` included; -1 if it has none. */
  of(module: number, name: number): number {
    const { star, equals, byDefault } = this.named;
    const table = this.entries.tables[module];
    const assigned = table?.get(equals);
    if (name === star || name === equals) return assigned ?? this.fixedTo(this.moduleSymbol(module));
    const entry = table?.get(name);
    if (entry !== undefined) return entry;
    if (assigned !== undefined) return name === byDefault ? assigned : this.propertyOfAssigned(module, name);
    // Of a script that is CommonJS, the default import is all that it exports.
    if (name === byDefault) return this.isScript(module) ? this.fixedTo(this.moduleSymbol(module)) : -1;
    const node = this.entries.packageBehind(module);
    return node < 0 ? -1 : this.fixedTo(this.linked.externals.symbolOf(node, name));
  }

  /** The entry of what the module of another assigns with `export =`. */
  assignedBeside(entry: number): number {
    return this.of(this.entries.modules[entry] ?? 0, this.named.equals);
  }

  private moduleSymbol(module: number): number {
    return this.linked.symbols.moduleSymbols[module] ?? 0;
  }

  private isScript(module: number): boolean {
    return /\.c?jsx?$/.test(this.linked.symbols.files[module]?.path ?? '');
  }

  private fixedTo(symbol: number): number {
    let entry = this.entryOfSymbol.get(symbol);
    if (entry === undefined) {
      entry = this.entries.add(0, this.named.star);
      this.entryOfSymbol.set(symbol, entry);
      this.fixed.set(entry, symbol);
    }
    return entry;
  }

  private propertyOfAssigned(module: number, name: number): number {
    const own = this.ofAssigned.get(module) ?? new Map<number, number>();
    this.ofAssigned.set(module, own);
    const entry = own.get(name) ?? this.entries.add(module, name);
    own.set(name, entry);
    return entry;
  }
}
