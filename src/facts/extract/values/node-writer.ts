import { type Cursor, SCOPE } from '../../../syntax/cursor.ts';
import { FIELD } from '../../../syntax/generated/fields.ts';
import { VALUE, VALUE_BINDING, VALUE_OPS, type ValueOp } from '../../value-records.ts';

const OP_NUMBERS: ReadonlyMap<string, number> = new Map(VALUE_OPS.map((op, number) => [op, number]));

/** The columns of one file's values while they are being written. Places stay byte offsets until all are known. */
export class NodeWriter {
  readonly nodes: number[] = new Array<number>(VALUE.WORDS).fill(0);
  readonly lists: number[] = [0];
  readonly strings: string[] = [];
  readonly bindings: number[] = [];
  readonly functions: number[] = [];
  /** The value node of each node of the tree; 0 where there is none. */
  readonly made: Uint32Array;
  readonly tree: Cursor;
  private readonly stringNumbers = new Map<string, number>();
  private readonly bindingNumbers = new Map<string, number>();

  constructor(tree: Cursor) {
    this.tree = tree;
    this.made = new Uint32Array(tree.count);
  }

  get count(): number {
    return this.nodes.length / VALUE.WORDS;
  }

  /** A node that stands where the node `at` of the tree does. */
  add(op: ValueOp, at: number, a = 0, b = 0, c = 0): number {
    // What a parser put around the source begins before it.
    const start = Math.max(0, this.tree.start(at));
    const end = Math.max(0, this.tree.end(at));
    return this.nodes.push(OP_NUMBERS.get(op) ?? 0, a, b, c, start, end, 0, 0) / VALUE.WORDS - 1;
  }

  list(items: readonly number[]): number {
    if (items.length === 0) return 0;
    const offset = this.lists.length;
    this.lists.push(items.length);
    for (const item of items) this.lists.push(item);
    return offset;
  }

  string(text: string): number {
    const known = this.stringNumbers.get(text);
    if (known !== undefined) return known;
    const number = this.strings.push(text) - 1;
    this.stringNumbers.set(text, number);
    return number;
  }

  function(flags: number, name: number, self: number, vars: number): number {
    return this.functions.push(flags, name, self, vars) / 4 - 1;
  }

  /** The binding that an identifier means, -1 when it is none of the file. */
  binding(identifier: number): number {
    const scope = this.tree.scope(identifier);
    if (scope < SCOPE.module) return -1;
    const name = this.tree.text(identifier, FIELD.value);
    const key = `${scope}#${name}`;
    const known = this.bindingNumbers.get(key);
    if (known !== undefined) return known;
    const number = this.bindings.push(this.string(name), 0, 0, 0) / VALUE_BINDING.WORDS - 1;
    this.bindingNumbers.set(key, number);
    return number;
  }

  flag(binding: number, flag: number): void {
    const at = binding * VALUE_BINDING.WORDS + VALUE_BINDING.FLAGS;
    this.bindings[at] = (this.bindings[at] ?? 0) | flag;
  }

  /** What was made of the child with that field; 0 when nothing was. */
  of(node: number, field: (typeof FIELD)[keyof typeof FIELD]): number {
    const child = this.tree.child(node, field);
    return child < 0 ? 0 : (this.made[child] ?? 0);
  }

  /** What was made of the children with that field, as a list; what nothing was made of is left out. */
  listOf(node: number, field: (typeof FIELD)[keyof typeof FIELD]): number {
    const items: number[] = [];
    for (const child of this.tree.children(node, field)) {
      const made = this.made[child] ?? 0;
      if (made > 0) items.push(made);
    }
    return this.list(items);
  }
}
