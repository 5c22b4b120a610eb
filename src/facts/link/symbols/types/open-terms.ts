import { TERM, TERM_OPS, type TermOp } from '../../../symbol-records.ts';
import type { ProjectSymbols } from '../project-symbols.ts';
import { A, B, TERM_OPERANDS } from './term-operands.ts';
import type { TermTypes } from './term-types.ts';

const TYPE_PARAMETER = TERM_OPS.indexOf('type-parameter');
const OF_SYMBOLS: ReadonlySet<TermOp> = new Set<TermOp>(['this', 'super', 'object', 'declared']);
/** By number of the op. */
const IN_SYMBOLS = Uint8Array.from(TERM_OPS, (op) => (OF_SYMBOLS.has(op) ? 1 : 0));

/** Terms in which a type parameter stands, and which so say another thing wherever it stands for something else. */
export class OpenTerms {
  private readonly symbols: ProjectSymbols;
  private readonly terms: TermTypes;
  private readonly known: (Uint8Array | undefined)[] = [];

  constructor(symbols: ProjectSymbols, terms: TermTypes) {
    this.symbols = symbols;
    this.terms = terms;
  }

  has(module: number, term: number): boolean {
    let marks = this.known[module];
    if (marks === undefined) {
      marks = this.mark(module);
      this.known[module] = marks;
    }
    return marks[term] === 1;
  }

  /** Operands come before what is made of them. */
  private mark(module: number): Uint8Array {
    const { terms, parameters } = {
      terms: this.symbols.facts[module]?.terms ?? EMPTY,
      parameters: this.terms.parameters,
    };
    const marks = new Uint8Array(terms.length / TERM.WORDS);
    for (let term = 0; term < marks.length; term++) {
      const word = term * TERM.WORDS;
      const op = terms[word + TERM.OP] ?? 0;
      const operands = TERM_OPERANDS[op] ?? 0;
      const isOpen =
        op === TYPE_PARAMETER ||
        ((operands & A) !== 0 && marks[terms[word + TERM.A] ?? 0] === 1) ||
        ((operands & B) !== 0 && marks[terms[word + TERM.B] ?? 0] === 1) ||
        (IN_SYMBOLS[op] === 1 && parameters.freeIn(this.terms.symbolAt(module, terms[word + TERM.A] ?? 0)).length > 0);
      if (isOpen) marks[term] = 1;
    }
    return marks;
  }
}

const EMPTY = new Uint32Array();
