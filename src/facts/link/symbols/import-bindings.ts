import { IMPORTED } from '../../symbol-records.ts';
import type { Meanings } from './exports/declared-meanings.ts';
import type { ExportMeanings } from './exports/export-meanings.ts';
import type { ProjectSymbols } from './project-symbols.ts';

/** What the names mean that imports bind: found once a binding, however often it is used. */
export class ImportBindings {
  private readonly bases: Uint32Array;
  /** Entries of the exports; -1 where nothing is known. */
  private readonly entries: Int32Array;
  private readonly exports: ExportMeanings;

  constructor({ facts }: ProjectSymbols, exports: ExportMeanings) {
    this.exports = exports;
    this.bases = new Uint32Array(facts.length + 1);
    facts.forEach(({ imports }, module) => {
      this.bases[module + 1] = (this.bases[module] ?? 0) + imports.length / IMPORTED.WORDS;
    });
    this.entries = new Int32Array(this.bases[facts.length] ?? 0);
    for (let module = 0; module < facts.length; module++) {
      const base = this.bases[module] ?? 0;
      for (let at = base; at < (this.bases[module + 1] ?? 0); at++)
        this.entries[at] = exports.lookup.ofImport(module, at - base);
    }
  }

  /** How many names imports bind, in all modules. */
  get count(): number {
    return this.entries.length;
  }

  /** The position of a binding among those of all modules. */
  at(module: number, binding: number): number {
    return (this.bases[module] ?? 0) + binding;
  }

  of(module: number, binding: number): Meanings {
    return this.exports.of(this.entries[this.at(module, binding)] ?? -1);
  }
}
