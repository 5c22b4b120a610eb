import { EXPORT } from '../../../symbol-records.ts';
import type { ProjectSymbols } from '../project-symbols.ts';
import type { SiteTargets } from '../site-targets.ts';

/** Where a module has names from that are not in it: a node of the graph, or one of these. */
const NOWHERE = -1;
const SEVERAL = -2;
/** Pairs that `export *` may make: real projects have some ten thousand, a chain of barrels has half the square of its length. Behind, a name is not known. */
const MOST_PASSED_ON = 1_000_000;

const NONE: readonly number[] = [];

/**
 * What every module exports: one entry for each pair of module and name. `export *` is followed here, name by name along the stars, so that ten thousand names
 * through one barrel are ten thousand steps, whatever their sources and however the modules circle. Local names win.
 */
export class ExportEntries {
  readonly modules: number[] = [];
  /** Numbers of names. */
  readonly names: number[] = [];
  /** Of a name that the module itself exports, words of its rows; else empty. */
  readonly rows: (readonly number[])[] = [];
  /** Of a name that comes by `export *`: the entries that it may be. */
  readonly candidates: (readonly number[])[] = [];
  /** By module, then by name. */
  readonly tables: readonly Map<number, number>[];
  private readonly symbols: ProjectSymbols;
  private readonly foreign: Int32Array;
  /** Whether there were more than are followed. */
  private isCut = false;

  constructor(symbols: ProjectSymbols, sites: SiteTargets) {
    this.symbols = symbols;
    this.tables = symbols.files.map(() => new Map<number, number>());
    this.foreign = new Int32Array(symbols.files.length).fill(NOWHERE);
    const starredBy = symbols.files.map((): number[] => []);
    const star = symbols.names.numberOf('*');
    symbols.facts.forEach(({ exports }, module) => {
      for (let row = 0; row < exports.length; row += EXPORT.WORDS) {
        const name = symbols.names.of(module, exports[row + EXPORT.NAME] ?? 0);
        if (name !== star) {
          const entry = this.entry(module, name);
          this.rows[entry] = [...(this.rows[entry] ?? NONE), row];
          continue;
        }
        const site = exports[row + EXPORT.A] ?? 0;
        const target = sites.moduleAt(module, site);
        if (target >= 0) starredBy[target]?.push(module);
        else this.takeForeign(module, sites.packageAt(module, site));
      }
    });
    this.spreadNames(starredBy);
    this.spreadForeign(starredBy);
  }

  /** Whether what is known of one name rests on how many others there are. */
  get isLimited(): boolean {
    return this.isCut;
  }

  /** The package whose names a module passes on by `export *`, or -1 if there is none, or more than one. */
  packageBehind(module: number): number {
    return this.foreign[module] ?? NOWHERE;
  }

  /** The entry of that pair, made if need be. */
  entry(module: number, name: number): number {
    const table = this.tables[module];
    let entry = table?.get(name);
    if (entry === undefined) {
      entry = this.add(module, name);
      table?.set(name, entry);
    }
    return entry;
  }

  /** An entry outside of the tables: nothing is exported under it. */
  add(module: number, name: number): number {
    this.modules.push(module);
    this.names.push(name);
    this.rows.push(NONE);
    return this.candidates.push(NONE) - 1;
  }

  private spreadNames(starredBy: readonly (readonly number[])[]): void {
    const hidden = new Set([this.symbols.names.numberOf('default'), this.symbols.names.numberOf('=')]);
    // The list grows while it is gone through: an entry that a star makes is passed on in its turn.
    const end = this.modules.length + MOST_PASSED_ON;
    for (let entry = 0; entry < this.modules.length; entry++) {
      if (this.modules.length >= end) {
        this.isCut = true;
        break;
      }
      const name = this.names[entry] ?? 0;
      if (hidden.has(name)) continue;
      for (const module of starredBy[this.modules[entry] ?? 0] ?? []) {
        const above = this.entry(module, name);
        if (this.rows[above]?.length === 0) this.candidates[above] = [...(this.candidates[above] ?? NONE), entry];
      }
    }
  }

  private spreadForeign(starredBy: readonly (readonly number[])[]): void {
    const pending = starredBy.flatMap((_, module) => (this.foreign[module] === NOWHERE ? [] : [module]));
    for (let module = pending.pop(); module !== undefined; module = pending.pop()) {
      for (const above of starredBy[module] ?? [])
        if (this.takeForeign(above, this.foreign[module] ?? SEVERAL)) pending.push(above);
    }
  }

  /** True if that changed something. What leads nowhere counts as several: the name could be from there. */
  private takeForeign(module: number, node: number): boolean {
    const before = this.foreign[module] ?? NOWHERE;
    const after = node < 0 || (before !== NOWHERE && before !== node) ? SEVERAL : node;
    this.foreign[module] = after;
    return after !== before;
  }
}
