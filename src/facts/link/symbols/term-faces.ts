import { type SymbolFacts, TERM, TERM_OPS, type TermOp } from '../../symbol-records.ts';
import { type FaceNumber, faceOfAll } from './face-number.ts';
import { OF_DECLARATION } from './shown-declarations.ts';
import { A, B, TERM_OPERANDS } from './types/term-operands.ts';

/** What an operand is that is no term; a number where nothing is said. */
type Leaf = 'declaration' | 'import' | 'site' | 'text';
const FIRST: Partial<Record<TermOp, Leaf>> = { imported: 'import', namespace: 'site', literal: 'text' };
const SECOND: Partial<Record<TermOp, Leaf>> = { member: 'text', key: 'text', property: 'text' };

/**
 * Of each term of a file a number that a term has too which says the same in another state of the file.
 * @param leaf what stands for a declaration, an import, a site, a string
 */
export function termFaces(
  { terms }: SymbolFacts,
  leaf: Readonly<Record<Leaf, (index: number) => number>>,
): ArrayLike<FaceNumber> {
  const faces = new Float64Array(terms.length / TERM.WORDS);
  let typeParameters = 0;
  // Operands come before what is made of them.
  for (let term = 0; term < faces.length; term++) {
    const word = term * TERM.WORDS;
    const op = terms[word + TERM.OP] ?? 0;
    const operands = TERM_OPERANDS[op] ?? 0;
    const part = (index: number, isTerm: boolean, kind: Leaf | undefined): number => {
      if (isTerm) return faces[index] ?? 0;
      return kind ? leaf[kind](index) : index;
    };
    const name = TERM_OPS[op] ?? 'unknown';
    // What tells one from another in the file counts the whole of its syntax tree.
    const a = name === 'type-parameter' ? typeParameters++ : (terms[word + TERM.A] ?? 0);
    faces[term] = faceOfAll([
      op,
      part(a, (operands & A) !== 0, OF_DECLARATION[op] === 1 ? 'declaration' : FIRST[name]),
      part(terms[word + TERM.B] ?? 0, (operands & B) !== 0, SECOND[name]),
    ]);
  }
  return faces;
}
