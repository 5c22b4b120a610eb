import { TERM, TERM_OPS, type TermOp } from '../../../symbol-records.ts';
import type { ProjectSymbols } from '../project-symbols.ts';

/** The terms of all files, word by word. */
export class TermColumns {
  private readonly symbols: ProjectSymbols;

  constructor(symbols: ProjectSymbols) {
    this.symbols = symbols;
  }

  op(module: number, term: number): TermOp {
    return TERM_OPS[this.opNumber(module, term)] ?? 'unknown';
  }

  /** An index into TERM_OPS. */
  opNumber(module: number, term: number): number {
    return this.word(module, term, TERM.OP);
  }

  a(module: number, term: number): number {
    return this.word(module, term, TERM.A);
  }

  b(module: number, term: number): number {
    return this.word(module, term, TERM.B);
  }

  /** The number of the name that B is. */
  name(module: number, term: number): number {
    return this.symbols.names.of(module, this.b(module, term));
  }

  /** The terms of a `list`, from its first on; 0 for what is not known. */
  list(module: number, first: number): number[] {
    const found: number[] = [];
    for (let list = first; list > 0; list = this.b(module, list)) found.push(this.a(module, list));
    return found;
  }

  private word(module: number, term: number, word: number): number {
    return this.symbols.facts[module]?.terms[term * TERM.WORDS + word] ?? 0;
  }
}
