import type { Children } from '../children.ts';
import { DeclaredMeanings, type Meanings, NO_MEANING, NOTHING } from './declared-meanings.ts';
import { EntryLookup, type Linked } from './entry-lookup.ts';
import { ExportOrigins } from './export-origins.ts';

/** Means nothing because it could mean two things, and so does what it is one of. */
const AMBIGUOUS: Meanings = [NO_MEANING, NO_MEANING];

/**
 * What names that modules export mean, as values and in types: re-exports are followed to the declaration. Each pair of module and name is searched for
 * once, without recursion; a circle that leads to no declaration means nothing.
 */
export class ExportMeanings {
  readonly lookup: EntryLookup;
  readonly declared: DeclaredMeanings;
  private readonly linked: Linked;
  /** By entry; absent before it is known. */
  private readonly known: Meanings[] = [];
  /** Entries that are being searched for, or have been. */
  private readonly begun: boolean[] = [];
  private readonly circles: ExportOrigins;

  constructor(linked: Linked, children: Children) {
    this.linked = linked;
    this.lookup = new EntryLookup(linked);
    this.declared = new DeclaredMeanings(linked.symbols, children, this.lookup);
    this.circles = new ExportOrigins(this.lookup, this.declared);
  }

  /** Whether a limit on all names together was met, or nearly. */
  get isLimited(): boolean {
    return this.circles.isLimited || this.lookup.entries.isLimited;
  }

  /** What an entry means; nothing for entry -1. */
  of(entry: number): Meanings {
    if (entry < 0) return NOTHING;
    const known = this.known[entry];
    if (known) return known;
    // Most names are declared where they are exported.
    if (this.hasSources(entry)) return this.search(entry);
    const meanings = this.decide(entry);
    this.known[entry] = meanings;
    return meanings;
  }

  /** Whether one rests on others, told without a list of them. */
  private hasSources(entry: number): boolean {
    if (this.lookup.fixed.has(entry)) return false;
    const { modules, rows } = this.lookup.entries;
    const own = rows[entry] ?? [];
    if (own.length === 0) return true;
    for (const row of own) if (this.declared.referenceOf(modules[entry] ?? 0, row) >= 0) return true;
    return false;
  }

  private search(wanted: number): Meanings {
    const pending = [wanted];
    for (let entry = pending.at(-1); entry !== undefined; entry = pending.at(-1)) {
      const open = this.openSources(entry);
      for (const source of open) pending.push(source);
      if (open.length > 0) continue;
      pending.pop();
      this.known[entry] ??= this.decide(entry);
    }
    return this.known[wanted] ?? NOTHING;
  }

  /** Entries that have to be searched for before this one is decided. */
  private openSources(entry: number): readonly number[] {
    const isOpen = (source: number): boolean => this.begun[source] !== true;
    if (isOpen(entry)) {
      this.begun[entry] = true;
      const sources = this.sourcesOf(entry).filter(isOpen);
      if (sources.length > 0) return sources;
    }
    if (this.known[entry]) return [];
    const origins = this.circles.known(entry);
    if (origins) return origins.filter(isOpen);
    if (this.circles.next(entry).every((next) => this.known[next])) return [];
    // A circle: what each of its names means rests on where all of them lead in the end.
    return this.circles.find(entry).filter(isOpen);
  }

  /** The entries that one rests on. */
  private sourcesOf(entry: number): readonly number[] {
    const { modules, rows, candidates } = this.lookup.entries;
    if (this.lookup.fixed.has(entry)) return [];
    const own = rows[entry] ?? [];
    const starred = candidates[entry] ?? [];
    if (own.length === 0) return starred.length > 0 ? starred : [this.lookup.assignedBeside(entry)];
    return own.map((row) => this.declared.referenceOf(modules[entry] ?? 0, row)).filter((source) => source >= 0);
  }

  private decide(entry: number): Meanings {
    const symbol = this.lookup.fixed.get(entry);
    if (symbol !== undefined)
      return this.linked.externals.has(symbol) ? [symbol, symbol] : this.declared.ofSymbol(symbol);
    const origins = this.circles.known(entry);
    if (origins) return this.ofStars(origins);
    const { rows, candidates } = this.lookup.entries;
    const own = rows[entry] ?? [];
    const starred = candidates[entry] ?? [];
    if (own.length > 0) return this.ofRows(entry, own);
    return starred.length > 0 ? this.ofStars(starred) : this.ofAssigned(entry);
  }

  private ofRows(entry: number, rows: readonly number[]): Meanings {
    const module = this.lookup.entries.modules[entry] ?? 0;
    let [value, type] = NOTHING;
    for (const row of rows) {
      const source = this.declared.referenceOf(module, row);
      const own = source < 0 ? this.declared.of(module, row) : (this.known[source] ?? NOTHING);
      if (own === AMBIGUOUS) return AMBIGUOUS;
      if (value === NO_MEANING) value = own[0];
      if (type === NO_MEANING) type = own[1];
    }
    return [value, type];
  }

  /** A name that several stars bring means nothing, unless all lead to the same. */
  private ofStars(candidates: readonly number[]): Meanings {
    let found = NOTHING;
    for (const candidate of candidates) {
      const other = this.known[candidate] ?? NOTHING;
      if (other === AMBIGUOUS) return AMBIGUOUS;
      const [value, type] = other;
      if (value === NO_MEANING && type === NO_MEANING) continue;
      if (found !== NOTHING && (found[0] !== value || found[1] !== type)) return AMBIGUOUS;
      found = other;
    }
    return found;
  }

  /** A name of a module with `export =`: a property of what that is. */
  private ofAssigned(entry: number): Meanings {
    const [value] = this.known[this.lookup.assignedBeside(entry)] ?? NOTHING;
    if (value < 0) return NOTHING;
    const name = this.lookup.entries.names[entry] ?? 0;
    const { externals } = this.linked;
    if (!externals.has(value)) return this.declared.named(value, name);
    const member = externals.memberOf(value, name);
    return [member, member];
  }
}
