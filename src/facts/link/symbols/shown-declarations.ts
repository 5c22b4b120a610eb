import {
  DECLARATION,
  EXPORT,
  EXPORT_DECLARATION,
  EXPORT_IMPORT,
  EXPORT_SITE,
  HERITAGE,
  type SymbolFacts,
  TERM,
  TERM_OPS,
  type TermOp,
} from '../../symbol-records.ts';
import { A, B, TERM_OPERANDS } from './types/term-operands.ts';

/** Terms whose first operand is a declaration. */
const NAMES_DECLARATION: ReadonlySet<TermOp> = new Set<TermOp>(['declared', 'this', 'super', 'static-this', 'object']);
export const OF_DECLARATION: Uint8Array = Uint8Array.from(TERM_OPS, (op) => (NAMES_DECLARATION.has(op) ? 1 : 0));

/**
 * The declarations of a file that other files can come to see, in an order that follows from what it exports and not from what else stands in it: what its exports name, what these
 * are members of and have for members, what shares a name with one of them, and whatever their types and what they extend speak of.
 */
export function shownDeclarations({ declarations, heritage, exports, terms }: SymbolFacts): readonly number[] {
  const count = declarations.length / DECLARATION.WORDS;
  const word = (declaration: number, of: number): number => declarations[declaration * DECLARATION.WORDS + of] ?? 0;
  const beside = groups(
    count,
    (declaration) => `${word(declaration, DECLARATION.PARENT)} ${word(declaration, DECLARATION.NAME)}`,
  );
  const members = groups(count, (declaration) => word(declaration, DECLARATION.PARENT) - 1);
  const rows = groups(
    heritage.length / HERITAGE.WORDS,
    (row) => heritage[row * HERITAGE.WORDS + HERITAGE.DECLARATION] ?? 0,
  );
  const shown = new Set<number>();
  const isSeen = new Uint8Array(terms.length / TERM.WORDS);

  for (let at = 0; at < exports.length; at += EXPORT.WORDS) {
    const from = exports[at + EXPORT.FROM];
    if (from === EXPORT_DECLARATION) shown.add(exports[at + EXPORT.A] ?? 0);
    else if (from !== EXPORT_IMPORT && from !== EXPORT_SITE) show(exports[at + EXPORT.A] ?? 0);
  }
  // The set grows while it is gone through.
  for (const declaration of shown) {
    const parent = word(declaration, DECLARATION.PARENT);
    if (parent > 0) shown.add(parent - 1);
    for (const other of beside.get(`${parent} ${word(declaration, DECLARATION.NAME)}`) ?? NONE) shown.add(other);
    for (const member of members.get(declaration) ?? NONE) shown.add(member);
    if (word(declaration, DECLARATION.TERM) > 0) show(word(declaration, DECLARATION.TERM) - 1);
    for (const row of rows.get(declaration) ?? NONE) show(heritage[row * HERITAGE.WORDS + HERITAGE.TERM] ?? 0);
  }
  return [...shown];

  function show(first: number): void {
    const open = [first];
    for (let term = open.pop(); term !== undefined; term = open.pop()) {
      if (isSeen[term] !== 0) continue;
      isSeen[term] = 1;
      const at = term * TERM.WORDS;
      const op = terms[at + TERM.OP] ?? 0;
      const operands = TERM_OPERANDS[op] ?? 0;
      if (OF_DECLARATION[op] === 1) shown.add(terms[at + TERM.A] ?? 0);
      if ((operands & A) !== 0) open.push(terms[at + TERM.A] ?? 0);
      if ((operands & B) !== 0) open.push(terms[at + TERM.B] ?? 0);
    }
  }
}

const NONE: readonly number[] = [];

function groups<Key>(count: number, keyOf: (index: number) => Key): ReadonlyMap<Key, readonly number[]> {
  const found = new Map<Key, number[]>();
  for (let index = 0; index < count; index++) {
    const own = found.get(keyOf(index));
    if (own) own.push(index);
    else found.set(keyOf(index), [index]);
  }
  return found;
}
