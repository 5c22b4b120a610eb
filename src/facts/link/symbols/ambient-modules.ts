import { SITE } from '../../records.ts';
import { DECLARATION, NO_SYMBOL } from '../../symbol-records.ts';
import { specifierAt } from '../resolve-rows.ts';
import type { Children } from './children.ts';
import type { ExportMeanings } from './exports/export-meanings.ts';
import { NAMESPACE } from './meanings.ts';
import type { ProjectSymbols } from './project-symbols.ts';
import type { SiteTargets } from './site-targets.ts';

/** How the signature of `declare module 'name'` begins; that of a namespace has no quotes. */
const DECLARED_MODULE = /^(?:declare\s+)?module\s+['"]/;

/** `declare module 'name' { … }`: what a project says of modules that it does not have, and what it adds to those of others. */
export class AmbientModules {
  private readonly symbols: ProjectSymbols;
  private readonly children: Children;
  /** Symbols of kind `namespace`, ascending, by the number of the name. */
  private readonly named = new Map<number, number[]>();

  constructor(symbols: ProjectSymbols, children: Children) {
    this.symbols = symbols;
    this.children = children;
    for (const [symbol, kind] of symbols.kinds.entries()) {
      if (kind !== NAMESPACE || !this.isModule(symbol)) continue;
      const name = symbols.nameNumbers[symbol] ?? 0;
      this.named.set(name, [...(this.named.get(name) ?? []), symbol]);
    }
  }

  /** What such a declaration of the module that a site names says of a name (a number); `whole` is the declaration itself. -1 if there is none. */
  symbolAt(module: number, site: number, name: number, whole: boolean): number {
    const file = this.symbols.files[module];
    if (this.named.size === 0 || !file) return -1;
    const declared = this.named.get(this.symbols.names.numberOf(specifierAt(file, site * SITE.WORDS))) ?? [];
    if (whole) return declared[0] ?? -1;
    for (const symbol of declared) {
      const child = this.children.find(symbol, name, () => true);
      if (child !== NO_SYMBOL) return child;
    }
    return -1;
  }

  /** For types of the project, what files that add to their modules declare under the same name: `declare module './ship' { interface Ship { … } }`. */
  additions(sites: SiteTargets, exports: ExportMeanings): ReadonlyMap<number, readonly number[]> {
    const additions = new Map<number, number[]>();
    for (const symbol of [...this.named.values()].flat()) {
      const target = this.targetOf(symbol, sites);
      for (const child of target < 0 ? [] : this.children.of(symbol)) {
        const entry = exports.lookup.of(target, this.symbols.nameNumbers[child] ?? 0);
        const [, type] = exports.of(entry);
        if (type >= 0 && type !== child) additions.set(type, [...(additions.get(type) ?? []), child]);
      }
    }
    return additions;
  }

  /** The module of the project that a declaration adds to; -1 when it is none. */
  private targetOf(symbol: number, sites: SiteTargets): number {
    const module = this.symbols.modules[symbol] ?? 0;
    const file = this.symbols.files[module];
    const name = this.symbols.names.text(this.symbols.nameNumbers[symbol] ?? 0);
    for (let site = 0; file && site * SITE.WORDS < file.sites.length; site++)
      if (specifierAt(file, site * SITE.WORDS) === name) return sites.moduleAt(module, site);
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
