import { SITE } from '../../records.ts';
import { DECLARATION, NO_SYMBOL } from '../../symbol-records.ts';
import { specifierAt } from '../resolve-rows.ts';
import type { Children } from './children.ts';
import type { Linked } from './exports/entry-lookup.ts';
import type { ExportMeanings } from './exports/export-meanings.ts';
import { NAMESPACE } from './meanings.ts';
import type { ProjectSymbols } from './project-symbols.ts';

/** How the signature of `declare module 'name'` begins; that of a namespace has no quotes. */
const DECLARED_MODULE = /^(?:declare\s+)?module\s+['"]/;

/** `declare module 'name' { … }`: what a project says of modules that it does not have, and what it adds to modules. */
export class AmbientModules {
  private readonly symbols: ProjectSymbols;
  private readonly children: Children;
  /** Declarations, as symbols of kind `namespace`, ascending, by the number of the name. */
  private readonly named = new Map<number, number[]>();
  /** Those that add to a module, with the site that names it: only what stands in a module has one. */
  private readonly adding: (readonly [symbol: number, site: number])[] = [];

  constructor(symbols: ProjectSymbols, children: Children) {
    this.symbols = symbols;
    this.children = children;
    for (let symbol = 0; symbol < symbols.count; symbol++) {
      if (symbols.kinds[symbol] !== NAMESPACE || !this.isModule(symbol)) continue;
      const name = symbols.nameNumbers[symbol] ?? 0;
      const site = this.siteNaming(symbols.modules[symbol] ?? 0, symbols.names.text(name));
      if (site >= 0) this.adding.push([symbol, site]);
      else this.named.set(name, [...(this.named.get(name) ?? []), symbol]);
    }
  }

  /** Modules in which such declarations stand, ascending. */
  get modules(): readonly number[] {
    const symbols = [...this.adding.map(([symbol]) => symbol), ...[...this.named.values()].flat()];
    const modules = new Set(symbols.map((symbol) => this.symbols.modules[symbol] ?? 0));
    return [...modules].sort((a, b) => a - b);
  }

  /** What such a declaration of the module that a site names says of a name (a number); `whole` is the declaration itself. -1 if there is none. */
  symbolAt(module: number, site: number, name: number, whole: boolean): number {
    const file = this.symbols.files[module];
    if (this.named.size === 0 || !file) return -1;
    const specifier = specifierAt(file, site * SITE.WORDS);
    const declared = this.named.get(this.symbols.names.numberOf(specifier)) ?? [];
    if (whole) return declared[0] ?? -1;
    for (const symbol of declared) {
      const child = this.children.find(symbol, name, () => true);
      if (child !== NO_SYMBOL) return child;
    }
    return -1;
  }

  /** For types, what files that add to their modules declare under the same name: `declare module './ship' { interface Ship { … } }`. */
  additions({ sites, externals }: Linked, exports: ExportMeanings): ReadonlyMap<number, readonly number[]> {
    const additions = new Map<number, number[]>();
    for (const [symbol, site] of this.adding) {
      const module = this.symbols.modules[symbol] ?? 0;
      const target = sites.moduleAt(module, site);
      const node = sites.packageAt(module, site);
      for (const child of this.children.of(symbol)) {
        const name = this.symbols.nameNumbers[child] ?? 0;
        const [, type] = target < 0 ? [] : exports.of(exports.lookup.of(target, name));
        const added = type ?? (node < 0 ? -1 : externals.symbolOf(node, name));
        if (added >= 0 && added !== child) additions.set(added, [...(additions.get(added) ?? []), child]);
      }
    }
    return additions;
  }

  private siteNaming(module: number, name: string): number {
    const file = this.symbols.files[module];
    for (let site = 0; file && site * SITE.WORDS < file.sites.length; site++)
      if (specifierAt(file, site * SITE.WORDS) === name) return site;
    return -1;
  }

  private isModule(symbol: number): boolean {
    const { modules, declarations, declarationOffsets, facts, files } = this.symbols;
    const module = modules[symbol] ?? 0;
    const word = (declarations[declarationOffsets[symbol] ?? 0] ?? 0) * DECLARATION.WORDS;
    const signature = facts[module]?.declarations[word + DECLARATION.SIGNATURE] ?? 0;
    return DECLARED_MODULE.test(files[module]?.strings[signature] ?? '');
  }
}
