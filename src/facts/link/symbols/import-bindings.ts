import { IMPORTED } from '../../symbol-records.ts';
import { type ExportMeanings, NO_MEANING } from './exports/export-meanings.ts';
import type { ProjectSymbols } from './project-symbols.ts';

/** What the names mean that imports bind: found once a binding, however often it is used. */
export class ImportBindings {
  private readonly bases: Uint32Array;
  /** Entries of the exports plus 1; 0 where nothing is known. */
  private readonly entries: Uint32Array;
  private readonly exports: ExportMeanings;

  constructor({ facts }: ProjectSymbols, exports: ExportMeanings) {
    this.exports = exports;
    this.bases = new Uint32Array(facts.length + 1);
    facts.forEach(({ imports }, module) => {
      this.bases[module + 1] = (this.bases[module] ?? 0) + imports.length / IMPORTED.WORDS;
    });
    this.entries = new Uint32Array(this.bases[facts.length] ?? 0);
    for (let module = 0; module < facts.length; module++) {
      const base = this.bases[module] ?? 0;
      for (let at = base; at < (this.bases[module + 1] ?? 0); at++)
        this.entries[at] = exports.entryOfImport(module, at - base) + 1;
    }
  }

  /** As a value: a symbol, {@link NO_MEANING}, or less for a term. */
  valueOf(module: number, binding: number): number {
    const entry = this.entryOf(module, binding);
    return entry < 0 ? NO_MEANING : this.exports.valueOf(entry);
  }

  /** In a type. */
  typeOf(module: number, binding: number): number {
    const entry = this.entryOf(module, binding);
    return entry < 0 ? NO_MEANING : this.exports.typeOf(entry);
  }

  private entryOf(module: number, binding: number): number {
    return (this.entries[(this.bases[module] ?? 0) + binding] ?? 0) - 1;
  }
}
