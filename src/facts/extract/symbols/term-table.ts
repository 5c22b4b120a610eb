import { TERM, TERM_OPS, type TermOp } from '../../symbol-records.ts';
import { WordRows } from './word-rows.ts';

/** The term of what nothing is known of; every file with terms has it as its first. */
export const UNKNOWN_TERM = 0;

const NUMBERS = new Map(TERM_OPS.map((op, number) => [op, number]));
const SMALLEST = 256;

/** The terms of one file at a time: equal ones are one, and operands come before what is made of them. */
export class TermTable {
  private readonly rows = new WordRows(TERM.WORDS);
  /** Term's number plus 1; 0 is free. */
  private slots = new Int32Array(SMALLEST);

  clear(): void {
    this.rows.clear();
    if (this.slots.length > SMALLEST) this.slots = new Int32Array(SMALLEST);
    else this.slots.fill(0);
    this.make('unknown', 0, 0);
  }

  opOf(term: number): TermOp {
    return TERM_OPS[this.rows.get(term, TERM.OP)] as TermOp;
  }

  operand(term: number): number {
    return this.rows.get(term, TERM.A);
  }

  second(term: number): number {
    return this.rows.get(term, TERM.B);
  }

  /** A term whose operands are no terms, or may be unknown. */
  make(op: TermOp, a: number, b = 0): number {
    const number = NUMBERS.get(op) as number;
    const { rows } = this;
    if ((rows.count + 1) * 2 > this.slots.length) this.grow();
    const mask = this.slots.length - 1;
    let slot = hash(number, a, b) & mask;
    for (; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const term = (this.slots[slot] as number) - 1;
      if (rows.get(term, TERM.OP) === number && rows.get(term, TERM.A) === a && rows.get(term, TERM.B) === b)
        return term;
    }
    this.slots[slot] = rows.count + 1;
    return rows.push(number, a, b);
  }

  /** A term that says nothing without its first operand. What one op does and the other undoes is left out. */
  of(op: TermOp, operand: number, b = 0): number {
    if (operand === UNKNOWN_TERM) return UNKNOWN_TERM;
    const inner = this.opOf(operand);
    if ((op === 'element' || op === 'at') && (inner === 'array' || inner === 'record')) return this.operand(operand);
    if (op === 'await' && inner === 'promise') return this.operand(operand);
    if (op === 'await' && inner === 'await') return operand;
    if (op === 'call' && inner === 'function') return this.operand(operand);
    return this.make(op, operand, b);
  }

  /** One of the two; where only one is known, that. */
  union(a: number, b: number): number {
    return a === b || b === UNKNOWN_TERM ? a : a === UNKNOWN_TERM ? b : this.make('union', a, b);
  }

  allOf(a: number, b: number): number {
    return a === b || b === UNKNOWN_TERM ? a : a === UNKNOWN_TERM ? b : this.make('all-of', a, b);
  }

  /** Nothing when there is but the unknown one. */
  copy(): Uint32Array {
    return this.rows.count > 1 ? this.rows.copy() : new Uint32Array();
  }

  private grow(): void {
    const { rows } = this;
    this.slots = new Int32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let term = 0; term < rows.count; term++) {
      let slot = hash(rows.get(term, TERM.OP), rows.get(term, TERM.A), rows.get(term, TERM.B)) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = term + 1;
    }
  }
}

function hash(op: number, a: number, b: number): number {
  const mixed = Math.imul(op + 1, 0x27d4eb2f) ^ Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
