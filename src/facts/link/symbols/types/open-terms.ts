import { TERM, TERM_OPS, type TermOp } from '../../../symbol-records.ts';
import type { ProjectSymbols } from '../project-symbols.ts';
import type { TermTypes } from './term-types.ts';

const A = 1;
const B = 2;

/** Which operands of an op are terms. */
const OPERANDS: Readonly<Record<TermOp, number>> = {
  unknown: 0,
  declared: 0,
  imported: 0,
  this: 0,
  super: 0,
  'static-this': 0,
  new: A | B,
  call: A | B,
  member: A,
  element: A,
  await: A,
  parameter: A,
  function: A | B,
  object: 0,
  namespace: 0,
  instance: A,
  array: A,
  promise: A,
  union: A | B,
  'all-of': A | B,
  list: A | B,
  'type-of': A,
  key: A,
  'type-parameter': B,
  generic: A | B,
  applied: A | B,
  argument: A,
  index: A | B,
  'key-of': A,
  mapped: A | B,
  conditional: A | B,
  shape: A,
  property: A,
  literal: 0,
  record: A,
  tuple: A,
  at: A,
  rest: A,
};

const IN_SYMBOLS: ReadonlySet<TermOp> = new Set<TermOp>(['this', 'super', 'object', 'declared']);

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
      const op = TERM_OPS[terms[word + TERM.OP] ?? 0] ?? 'unknown';
      const operands = OPERANDS[op];
      const isOpen =
        op === 'type-parameter' ||
        ((operands & A) !== 0 && marks[terms[word + TERM.A] ?? 0] === 1) ||
        ((operands & B) !== 0 && marks[terms[word + TERM.B] ?? 0] === 1) ||
        (IN_SYMBOLS.has(op) && parameters.freeIn(this.terms.symbolAt(module, terms[word + TERM.A] ?? 0)).length > 0);
      if (isOpen) marks[term] = 1;
    }
    return marks;
  }
}

const EMPTY = new Uint32Array();
