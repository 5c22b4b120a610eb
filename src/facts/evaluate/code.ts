import type { Location } from '../../base/location.ts';
import {
  VALUE,
  VALUE_BINDING,
  VALUE_FUNCTION,
  VALUE_OPERANDS,
  VALUE_OPS,
  VALUE_WRITE,
  type ValueFacts,
  type ValueOp,
  WRITE_BELOW,
  WRITE_LATE,
  WRITE_THROUGH,
} from '../value-records.ts';

/** What code that runs at an unknown time writes to of something: all of it, a member, or what a member holds. */
export interface LateWrite {
  /** Null: nobody knows which, or the whole. */
  readonly member: string | null;
  readonly below: boolean;
}

export interface BindingWrite {
  readonly binding: number;
  readonly through: boolean;
}

/** One file's values, as the evaluator reads them. Nodes, lists and bindings are the numbers of its facts. */
export class Code {
  readonly facts: ValueFacts;
  private late: Map<number, LateWrite[]> | null = null;
  private commonJs: boolean | null = null;
  private writes: Map<number, BindingWrite[]> | null = null;
  private readonly writesWithin = new Map<number, readonly BindingWrite[]>();
  private readonly namedWithin = new Map<number, readonly number[]>();

  constructor(facts: ValueFacts) {
    this.facts = facts;
  }

  op(node: number): ValueOp {
    return VALUE_OPS[this.word(node, VALUE.OP)] as ValueOp;
  }

  a(node: number): number {
    return this.word(node, VALUE.A);
  }

  b(node: number): number {
    return this.word(node, VALUE.B);
  }

  c(node: number): number {
    return this.word(node, VALUE.C);
  }

  list(list: number): Uint32Array {
    const { lists } = this.facts;
    return lists.subarray(list + 1, list + 1 + (lists[list] as number));
  }

  string(number: number): string {
    return this.facts.strings[number] as string;
  }

  binding(binding: number, word: keyof typeof VALUE_BINDING): number {
    return this.facts.bindings[binding * VALUE_BINDING.WORDS + VALUE_BINDING[word]] as number;
  }

  /** What the records say of the function or class that a node is. */
  function(node: number, word: keyof typeof VALUE_FUNCTION): number {
    return this.facts.functions[this.c(node) * VALUE_FUNCTION.WORDS + VALUE_FUNCTION[word]] as number;
  }

  at(node: number): Location {
    return {
      path: this.facts.path,
      line: this.word(node, VALUE.LINE),
      column: this.word(node, VALUE.COLUMN),
      endLine: this.word(node, VALUE.END_LINE),
      endColumn: this.word(node, VALUE.END_COLUMN),
    };
  }

  /** Whether it says what it exports as CommonJS does. */
  get isCommonJs(): boolean {
    this.commonJs ??= this.mentionsExports();
    return this.commonJs;
  }

  private mentionsExports(): boolean {
    const { nodes } = this.facts;
    for (let node = 0; node < nodes.length / VALUE.WORDS; node++) {
      if (this.op(node) !== 'name' || this.a(node) !== 0) continue;
      const name = this.string(this.b(node));
      if (name === 'module' || name === 'exports') return true;
    }
    for (const statement of this.list(this.facts.body)) if (this.op(statement) === 'export-assignment') return true;
    return false;
  }

  /** The node and all that it is made of. @param stops operations whose operands are left out */
  within(node: number, stops?: ReadonlySet<ValueOp>): number[] {
    const found = [node];
    for (let at = 0; at < found.length; at++) {
      const from = found[at] as number;
      const op = this.op(from);
      if (at > 0 && stops?.has(op)) continue;
      const letters = VALUE_OPERANDS[op];
      for (let operand = 0; operand < letters.length; operand++) {
        const word = this.word(from, VALUE.A + operand);
        if (letters[operand] === 'n' && word > 0) found.push(word);
        else if (letters[operand] === 'l') for (const item of this.list(word)) if (item > 0) found.push(item);
      }
    }
    return found;
  }

  /** What the code in a node, functions in it included, writes to under the names that it has there. */
  writesIn(node: number): readonly BindingWrite[] {
    const known = this.writesWithin.get(node);
    if (known) return known;
    this.writes ??= this.readWrites();
    const found: BindingWrite[] = [];
    for (const inner of this.within(node)) found.push(...(this.writes.get(inner) ?? []));
    this.writesWithin.set(node, found);
    return found;
  }

  /** Bindings that the code in a node names, functions in it included, each once. */
  namedIn(node: number): readonly number[] {
    const known = this.namedWithin.get(node);
    if (known) return known;
    const named = new Set<number>();
    for (const inner of this.within(node))
      if (this.op(inner) === 'name' && this.a(inner) > 0) named.add(this.a(inner) - 1);
    const found = [...named];
    this.namedWithin.set(node, found);
    return found;
  }

  /** What late code writes to of what a binding holds. */
  lateWrites(binding: number): readonly LateWrite[] {
    this.late ??= this.readLate();
    return this.late.get(binding) ?? [];
  }

  private readLate(): Map<number, LateWrite[]> {
    const { writes } = this.facts;
    const late = new Map<number, LateWrite[]>();
    for (let at = 0; at < writes.length; at += VALUE_WRITE.WORDS) {
      const how = writes[at + VALUE_WRITE.HOW] as number;
      if ((how & WRITE_LATE) === 0 || (how & WRITE_THROUGH) === 0) continue;
      const binding = writes[at + VALUE_WRITE.BINDING] as number;
      const found = late.get(binding) ?? [];
      late.set(binding, found);
      const member = writes[at + VALUE_WRITE.MEMBER] as number;
      found.push({ member: member === 0 ? null : this.string(member - 1), below: (how & WRITE_BELOW) !== 0 });
    }
    return late;
  }

  private readWrites(): Map<number, BindingWrite[]> {
    const { writes } = this.facts;
    const byNode = new Map<number, BindingWrite[]>();
    for (let at = 0; at < writes.length; at += VALUE_WRITE.WORDS) {
      const node = writes[at + VALUE_WRITE.NODE] as number;
      const found = byNode.get(node) ?? [];
      byNode.set(node, found);
      const through = ((writes[at + VALUE_WRITE.HOW] as number) & WRITE_THROUGH) !== 0;
      found.push({ binding: writes[at + VALUE_WRITE.BINDING] as number, through });
    }
    return byNode;
  }

  private word(node: number, word: number): number {
    return this.facts.nodes[node * VALUE.WORDS + word] as number;
  }
}
