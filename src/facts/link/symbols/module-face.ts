import { type FileFacts, SITE } from '../../records.ts';
import {
  DECLARATION,
  EXPORT,
  EXPORT_DECLARATION,
  EXPORT_IMPORT,
  EXPORT_SITE,
  HERITAGE,
  IMPORTED,
  type SymbolFacts,
  TERM,
  TERM_OPS,
  type TermOp,
} from '../../symbol-records.ts';
import { orderOfAll, orderOfText } from './types/stable-order.ts';
import { A, B, TERM_OPERANDS } from './types/term-operands.ts';

/** What an operand is that is no term; a number where nothing is said. */
const FIRST: Partial<Record<TermOp, 'import' | 'site' | 'text'>> = {
  imported: 'import',
  namespace: 'site',
  literal: 'text',
};
const SECOND: Partial<Record<TermOp, 'text'>> = { member: 'text', key: 'text', property: 'text' };

/**
 * What a file shows to others, as one number: its declarations with their types, its exports, and what its types say, however the rest of it reads and wherever it stands. Two states of a file with
 * one face mean the same to every other file. Not known of a file without symbols: its face is that of an empty one.
 * @param targetOf where an import site leads, as a number that is the same for the same file or package
 */
export function moduleFace({ symbols, strings, sites }: FileFacts, targetOf: (site: number) => number): number {
  if (!symbols) return 0;
  const text = (string: number | undefined): number => orderOfText(strings[string ?? -1] ?? '');
  // What leads nowhere may be named by a `declare module`.
  const site = (at: number): number => orderOfAll([targetOf(at), text(sites[at * SITE.WORDS + SITE.SPECIFIER])]);
  const binding = (row: number): number =>
    orderOfAll([
      site(symbols.imports[row * IMPORTED.WORDS + IMPORTED.SITE] ?? 0),
      text(symbols.imports[row * IMPORTED.WORDS + IMPORTED.NAME]),
    ]);
  const terms = termOrders(symbols, { import: binding, site, text });
  const term = (at: number | undefined): number => terms[at ?? 0] ?? 0;

  const parts: number[] = [];
  const { declarations, heritage, exports } = symbols;
  for (let at = 0; at < declarations.length; at += DECLARATION.WORDS) {
    const typed = declarations[at + DECLARATION.TERM] ?? 0;
    parts.push(
      text(declarations[at + DECLARATION.NAME]),
      declarations[at + DECLARATION.KIND] ?? 0,
      declarations[at + DECLARATION.PARENT] ?? 0,
      declarations[at + DECLARATION.SYMBOL] ?? 0,
      declarations[at + DECLARATION.FLAGS] ?? 0,
      typed === 0 ? 0 : term(typed - 1),
    );
  }
  for (let at = 0; at < heritage.length; at += HERITAGE.WORDS)
    parts.push(
      heritage[at + HERITAGE.DECLARATION] ?? 0,
      heritage[at + HERITAGE.HOW] ?? 0,
      term(heritage[at + HERITAGE.TERM]),
    );
  for (let at = 0; at < exports.length; at += EXPORT.WORDS) {
    const from = exports[at + EXPORT.FROM] ?? 0;
    const a = exports[at + EXPORT.A] ?? 0;
    parts.push(text(exports[at + EXPORT.NAME]), from);
    if (from === EXPORT_DECLARATION) parts.push(a);
    else if (from === EXPORT_IMPORT) parts.push(binding(a));
    else if (from === EXPORT_SITE) parts.push(site(a), text(exports[at + EXPORT.B]));
    else parts.push(term(a));
  }
  return orderOfAll(parts);
}

/** Of each term a number that equal terms of other files have too. Operands come before what is made of them. */
function termOrders(
  { terms }: SymbolFacts,
  leaf: Readonly<Record<'import' | 'site' | 'text', (index: number) => number>>,
): Float64Array {
  const orders = new Float64Array(terms.length / TERM.WORDS);
  let typeParameters = 0;
  for (let term = 0; term < orders.length; term++) {
    const word = term * TERM.WORDS;
    const op = terms[word + TERM.OP] ?? 0;
    const operands = TERM_OPERANDS[op] ?? 0;
    const part = (index: number, isTerm: boolean, kind: 'import' | 'site' | 'text' | undefined): number => {
      if (isTerm) return orders[index] ?? 0;
      return kind ? leaf[kind](index) : index;
    };
    const name = TERM_OPS[op] ?? 'unknown';
    // What tells one from another in the file; it counts the whole syntax tree.
    const a = name === 'type-parameter' ? typeParameters++ : (terms[word + TERM.A] ?? 0);
    orders[term] = orderOfAll([
      op,
      part(a, (operands & A) !== 0, FIRST[name]),
      part(terms[word + TERM.B] ?? 0, (operands & B) !== 0, SECOND[name]),
    ]);
  }
  return orders;
}
