import type { Cursor } from '../../../syntax/cursor.ts';
import { annotatedType } from './declare-type-members.ts';
import type { SymbolContext } from './symbol-context.ts';
import { type TermTable, UNKNOWN_TERM } from './term-table.ts';

/** What the files of terms work with: everything that is bound, and what has been found of terms so far. */
export interface TermContext extends SymbolContext {
  readonly terms: TermTable;
  readonly known: TermMemo;
}

/** Steps from a value to what it comes from. A longer way is not gone: what it leads to is unknown. */
const LONGEST_WAY = 200;
const IN_PROGRESS = -1;
const SMALLEST = 4096;

/** Terms by node: what has been asked for once is not looked for again, and what needs itself is unknown. */
export class TermMemo {
  private terms = new Int32Array(SMALLEST);
  private readonly expected = new Map<number, number>();
  private readonly annotations = new Map<number, number>();
  /** By call: what it is before its arguments are known, see `expectingCall`. */
  readonly calls = new Map<number, number>();
  /** By class: the values that its constructor assigns, by the names of the fields. */
  readonly fields = new Map<number, ReadonlyMap<number, number>>();
  private way = 0;

  /** @param nodes of the tree */
  load(nodes: number): void {
    if (nodes > this.terms.length || this.terms.length > SMALLEST * 256)
      this.terms = new Int32Array(Math.max(nodes, SMALLEST));
    else this.terms.fill(0, 0, nodes);
    this.expected.clear();
    this.annotations.clear();
    this.calls.clear();
    this.fields.clear();
    this.way = 0;
  }

  /** The term of a node, found by `find` if it is not known. */
  of<C>(context: C, node: number, find: (context: C, node: number) => number): number {
    const known = this.terms[node] as number;
    if (known !== 0) return known === IN_PROGRESS ? UNKNOWN_TERM : known - 1;
    if (this.way >= LONGEST_WAY) return UNKNOWN_TERM;
    this.terms[node] = IN_PROGRESS;
    this.way++;
    const term = find(context, node);
    this.way--;
    this.terms[node] = term + 1;
    return term;
  }

  /** The type that is written behind a pattern: looked for once, because it comes behind all of the pattern's parts. */
  annotation(tree: Cursor, pattern: number): number {
    let type = this.annotations.get(pattern);
    if (type === undefined) {
      type = annotatedType(tree, pattern);
      this.annotations.set(pattern, type);
    }
    return type;
  }

  /** The same of what is expected of a node. @param memo where it is kept */
  expectedOf<C>(
    context: C,
    node: number,
    find: (context: C, node: number) => number,
    memo: Map<number, number> = this.expected,
  ): number {
    const known = memo.get(node);
    if (known !== undefined || this.way >= LONGEST_WAY) return known ?? UNKNOWN_TERM;
    memo.set(node, UNKNOWN_TERM);
    this.way++;
    const term = find(context, node);
    this.way--;
    memo.set(node, term);
    return term;
  }
}
