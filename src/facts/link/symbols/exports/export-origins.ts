import type { DeclaredMeanings } from './declared-meanings.ts';
import type { EntryLookup } from './entry-lookup.ts';

/** Entries that are looked at because names circle, all in all. Real projects have hardly any; behind, such a name is not known. */
const MOST_LOOKED_AT = 5_000_000;

/** Where names lead in the end that circle: `export *` both ways. */
export class ExportOrigins {
  private readonly lookup: EntryLookup;
  private readonly declared: DeclaredMeanings;
  private readonly origins = new Map<number, readonly number[]>();
  private left = MOST_LOOKED_AT;

  constructor(lookup: EntryLookup, declared: DeclaredMeanings) {
    this.lookup = lookup;
    this.declared = declared;
  }

  /** Whether what is known of one name rests on which others were asked for. */
  get isLimited(): boolean {
    return this.left < MOST_LOOKED_AT / 2;
  }

  /** The entries of which one is another name: for `export *` all that it may be. None for what is declared. */
  next(entry: number): readonly number[] {
    const { modules, rows, candidates } = this.lookup.entries;
    const [row = -1, ...others] = rows[entry] ?? [];
    if (row < 0) return candidates[entry] ?? [];
    const next = others.length > 0 ? -1 : this.declared.referenceOf(modules[entry] ?? 0, row);
    return next < 0 ? [] : [next];
  }

  /** Where an entry was found to lead by {@link find}; undefined before. */
  known(entry: number): readonly number[] | undefined {
    return this.origins.get(entry);
  }

  /** All that an entry comes to through names and stars, however they circle. */
  find(entry: number): readonly number[] {
    const seen = new Set([entry]);
    const origins: number[] = [];
    for (const at of seen) {
      if (--this.left < 0) break;
      const next = this.next(at);
      if (next.length === 0) origins.push(at);
      for (const one of next) seen.add(one);
    }
    const found = this.left < 0 ? [] : origins;
    this.origins.set(entry, found);
    // A name that comes by stars comes from somewhere: where there is but one such place, it is that of all on the way.
    const [only] = found;
    if (found.length !== 1) return found;
    const passed = [...seen].filter((at) => at !== only);
    if (passed.every((at) => this.lookup.entries.rows[at]?.length === 0))
      for (const at of passed) this.origins.set(at, found);
    return found;
  }
}
