import { EXPORT, EXPORT_DECLARATION, EXPORT_IMPORT, EXPORT_SITE } from '../../symbol-records.ts';
import { BOUND_DECLARATION, BOUND_IMPORT } from './bindings.ts';
import type { Declarations } from './declarations.ts';
import { PairTable } from './pair-table.ts';
import { WordRows } from './word-rows.ts';

/** The exports of one file at a time, none of them twice. */
export class ExportTable {
  readonly rows = new WordRows(EXPORT.WORDS);
  private readonly seen = new PairTable();
  private readonly declared: Declarations;

  constructor(declared: Declarations) {
    this.declared = declared;
  }

  clear(): void {
    this.rows.clear();
    this.seen.clear();
  }

  addSite(name: number, site: number, original: number): void {
    this.add(name, EXPORT_SITE, site, original);
  }

  /** @param declaration any of the symbol; nothing is added for a negative one */
  addDeclaration(name: number, declaration: number): void {
    if (declaration >= 0) this.add(name, EXPORT_DECLARATION, this.declared.symbol(declaration), 0);
  }

  /** @param target as in bindings; what is inside of a function cannot be exported */
  addTarget(name: number, target: number): void {
    const number = target >>> 2;
    if ((target & 3) === BOUND_DECLARATION) this.addDeclaration(name, number);
    else if ((target & 3) === BOUND_IMPORT) this.add(name, EXPORT_IMPORT, number, 0);
  }

  private add(name: number, from: number, a: number, b: number): void {
    const { count } = this.seen;
    if (this.seen.add(name, a * 4 + from) === count) this.rows.push(name, from, a, b);
  }
}
