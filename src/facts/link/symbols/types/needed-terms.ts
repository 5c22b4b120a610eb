import { DECLARATION, type SymbolFacts, TARGET_MEMBER, TERM, TERM_OPS, USE } from '../../../symbol-records.ts';
import { A, B, TERM_OPERANDS } from './term-operands.ts';

/** Arguments that lie deeper in each other are found out with all other terms, in order. */
const DEEPEST_ARGUMENTS = 50;

const DECLARED = TERM_OPS.indexOf('declared');
/** Of these the second operand is what is passed: hardly any function is generic, and one that is asks for it. */
const PASSES = new Set([TERM_OPS.indexOf('call'), TERM_OPS.indexOf('new')]);

/**
 * Which terms of a file its uses rest on: most of the others are arguments, of which nobody asks what they are.
 * @returns 1 for each that is needed. To be evaluated in order: what a term is made of stands in front of it, so that a long chain is not a deep one.
 */
export function neededTerms({ terms, uses, declarations }: SymbolFacts): Uint8Array {
  const count = terms.length / TERM.WORDS;
  const needed = new Uint8Array(count);
  if (isDeep(terms)) return needed.fill(1);
  const open: number[] = [];
  const need = (term: number): void => {
    if (term <= 0 || needed[term] === 1) return;
    needed[term] = 1;
    open.push(term);
  };
  for (let word = 0; word < uses.length; word += USE.WORDS)
    if (uses[word + USE.TARGET] === TARGET_MEMBER) need(uses[word + USE.WHAT] ?? 0);
  for (let term = open.pop(); term !== undefined; term = open.pop()) {
    const word = term * TERM.WORDS;
    const op = terms[word + TERM.OP] ?? 0;
    const operands = TERM_OPERANDS[op] ?? 0;
    const a = terms[word + TERM.A] ?? 0;
    if ((operands & A) !== 0) need(a);
    if ((operands & B) !== 0 && !PASSES.has(op)) need(terms[word + TERM.B] ?? 0);
    if (op === DECLARED) need((declarations[a * DECLARATION.WORDS + DECLARATION.TERM] ?? 0) - 1);
  }
  return needed;
}

/** Whether terms lie so deep in each other that to ask for one and then for what it is made of would be a long way. */
function isDeep(terms: Uint32Array): boolean {
  const depths = new Uint16Array(terms.length / TERM.WORDS);
  for (let term = 0; term < depths.length; term++) {
    const word = term * TERM.WORDS;
    const operands = TERM_OPERANDS[terms[word + TERM.OP] ?? 0] ?? 0;
    const a = (operands & A) === 0 ? 0 : (depths[terms[word + TERM.A] ?? 0] ?? 0);
    const b = (operands & B) === 0 ? 0 : (depths[terms[word + TERM.B] ?? 0] ?? 0);
    const depth = Math.max(a, b) + 1;
    if (depth > DEEPEST_ARGUMENTS) return true;
    depths[term] = depth;
  }
  return false;
}
