import type { NameNumbers } from '../name-numbers.ts';
import type { Arguments } from './arguments.ts';
import type { TermTypes } from './term-types.ts';
import { FOREIGN, type LibraryPart, type Type, type TypeTable, UNKNOWN } from './type-table.ts';

/** What a call of these gives, of arrays (sets, maps, iterators), by how it follows from the array. */
const GIVES_SAME = new Set(
  'concat copyWithin fill filter reverse slice sort splice toReversed toSorted toSpliced with values add set'.split(
    ' ',
  ),
);
const GIVES_ELEMENT = new Set('at find findLast get pop shift'.split(' '));
const GIVES_OTHERS = new Set('entries flat flatMap keys map'.split(' '));
/** Of these the callback says what the others are. */
const GIVES_MADE = new Set(['map', 'flatMap']);
const GIVES_PLAIN = new Set(
  'every findIndex findLastIndex forEach has delete clear includes indexOf join lastIndexOf push some unshift'.split(
    ' ',
  ),
);
/** Those whose callback takes an element first; of `reduce` it is the second, of `sort` both are. */
const TAKES_ELEMENT = new Set('every filter find findIndex findLast findLastIndex flatMap forEach map some'.split(' '));
const TAKES_PAIR = new Set(['sort', 'toSorted']);
const TAKES_ELEMENT_SECOND = new Set(['reduce', 'reduceRight']);
/** Those that take elements themselves. */
const ADDS = new Set('push unshift add fill includes indexOf lastIndexOf'.split(' '));

/** Arrays and promises, as far as they pass on what they hold. */
export class LibraryMethods {
  private readonly table: TypeTable;
  private readonly terms: TermTypes;
  private readonly names: NameNumbers;

  constructor(terms: TermTypes, names: NameNumbers) {
    this.table = terms.table;
    this.terms = terms;
    this.names = names;
  }

  /** What `receiver.name` is. */
  member(receiver: Type, name: number): Type {
    return this.table.library('library-method', receiver, name);
  }

  call({ of, name }: LibraryPart, given: Arguments): Type {
    const text = this.names.text(name);
    const receiver = this.table.partsOf(of);
    if (receiver?.op === 'promise') return this.settled(of, text, given);
    if (receiver?.op !== 'array') return UNKNOWN;
    if (GIVES_SAME.has(text)) return of;
    if (GIVES_ELEMENT.has(text)) return receiver.of;
    if (GIVES_MADE.has(text)) {
      const made = this.returnedBy(given);
      const inner = this.terms.held.by('array', made);
      return this.table.array(text === 'flatMap' && inner !== UNKNOWN ? inner : made);
    }
    if (text === 'flat') return this.table.array(this.terms.held.by('array', receiver.of) || receiver.of);
    if (GIVES_OTHERS.has(text)) return this.table.array(UNKNOWN);
    return GIVES_PLAIN.has(text) ? FOREIGN : UNKNOWN;
  }

  /** What the parameter of that number takes, of a method or of a function passed to one. */
  parameter({ op, of, name }: LibraryPart, position: number): Type {
    const text = this.names.text(name);
    const receiver = this.table.partsOf(of);
    const held = receiver?.op === 'array' || receiver?.op === 'promise' ? receiver.of : UNKNOWN;
    if (op === 'library-callback') return takesHeld(text, position) ? held : UNKNOWN;
    if (receiver?.op === 'array' && (ADDS.has(text) || (text === 'set' && position === 1))) return held;
    return position === 0 ? this.table.library('library-callback', of, name) : UNKNOWN;
  }

  private settled(promise: Type, name: string, given: Arguments): Type {
    if (name === 'then') {
      const made = this.returnedBy(given);
      return this.table.promise(this.terms.held.awaited(made));
    }
    return name === 'catch' || name === 'finally' ? promise : UNKNOWN;
  }

  /** What the function gives that is the first argument. */
  private returnedBy({ module, list, environment }: Arguments): Type {
    const term = list > 0 ? this.terms.columns.a(module, list) : 0;
    return term > 0 ? this.terms.calls.called(this.terms.of(module, term, environment)) : UNKNOWN;
  }
}

function takesHeld(method: string, position: number): boolean {
  if (TAKES_ELEMENT.has(method) || method === 'then' || method === 'subscribe') return position === 0;
  if (TAKES_ELEMENT_SECOND.has(method)) return position === 1;
  return TAKES_PAIR.has(method) && position < 2;
}
