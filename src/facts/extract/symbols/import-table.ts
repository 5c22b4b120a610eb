import { IMPORTED } from '../../symbol-records.ts';
import { WordRows } from './word-rows.ts';

/** A name in an import or export clause, of something of another module. */
export interface ClauseName {
  readonly node: number;
  readonly site: number;
  /** What it is called there, a string of the file. */
  readonly name: number;
  readonly kind: 'import' | 'export';
}

/** The names that the imports of one file at a time bind, and its import sites by place. */
export class ImportTable {
  readonly rows = new WordRows(IMPORTED.WORDS);
  readonly clauses: ClauseName[] = [];
  private starts: readonly number[] = [];

  /** @param starts where the specifier of each site begins, in bytes of the file, ascending */
  load(starts: readonly number[]): void {
    this.rows.clear();
    this.clauses.length = 0;
    this.starts = starts;
  }

  /** The number of the import site whose specifier begins at that byte of the file, or -1. */
  siteAt(start: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.starts[middle] as number) < start) low = middle + 1;
      else high = middle;
    }
    return this.starts[low] === start ? low : -1;
  }

  add(site: number, name: number, local: number): number {
    return this.rows.push(site, name, local);
  }
}
