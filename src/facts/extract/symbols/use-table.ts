import { USE_KINDS, type UseKind } from '../../../base/symbol-kinds.ts';
import type { LineTable } from '../../../syntax/line-table.ts';
import { USE } from '../../symbol-records.ts';
import { WordRows } from './word-rows.ts';

const NUMBERS = new Map(USE_KINDS.map((kind, number) => [kind, number]));

/** The uses of one file at a time, found in the order of the tree. */
export class UseTable {
  /** As in the records, with the first byte and the last for LINE and COLUMN until all are there. */
  private readonly rows = new WordRows(USE.WORDS);

  clear(): void {
    this.rows.clear();
  }

  /**
   * One use of a project's hundreds of thousands, and so without an object around what is said of it.
   * @param target TARGET_…; @param from the declaration that holds it, or -1
   * @param start @param end byte range of the name in the block
   */
  add(kind: UseKind, target: number, what: number, name: number, from: number, start: number, end: number): void {
    const at = this.rows.add();
    const { words } = this.rows;
    words[at + USE.KIND] = NUMBERS.get(kind) as number;
    words[at + USE.TARGET] = target;
    words[at + USE.WHAT] = what;
    words[at + USE.NAME] = name;
    words[at + USE.FROM] = from + 1;
    words[at + USE.LINE] = start;
    words[at + USE.COLUMN] = end;
    words[at + USE.LENGTH] = 0;
  }

  /** The uses in source order; two of one place in the order in which they were found. */
  take(lines: LineTable, offset: number): Uint32Array {
    const taken = this.inSourceOrder();
    for (let at = 0; at < taken.length; at += USE.WORDS) {
      const start = offset + (taken[at + USE.LINE] as number);
      const line = lines.lineAt(start);
      const column = lines.columnAt(start, line);
      const end = lines.columnAt(offset + (taken[at + USE.COLUMN] as number), line);
      taken[at + USE.LINE] = line;
      taken[at + USE.COLUMN] = column;
      taken[at + USE.LENGTH] = end - column;
    }
    return taken;
  }

  /** A copy of the rows. The tree is nearly in source order, and mostly they are sorted. */
  private inSourceOrder(): Uint32Array {
    const copy = this.rows.copy();
    let last = 0;
    for (let at = USE.LINE; at < copy.length; at += USE.WORDS) {
      const start = copy[at] as number;
      if (start < last) return this.sorted(copy);
      last = start;
    }
    return copy;
  }

  /** @param sorted to be written over, as long as all rows are */
  private sorted(sorted: Uint32Array): Uint32Array {
    const { count, words } = this.rows;
    const order = new Uint32Array(count);
    for (let row = 0; row < count; row++) order[row] = row * USE.WORDS;
    order.sort((a, b) => (words[a + USE.LINE] as number) - (words[b + USE.LINE] as number) || a - b);
    for (let row = 0, to = 0; row < count; row++) {
      const from = order[row] as number;
      for (let word = 0; word < USE.WORDS; word++) sorted[to++] = words[from + word] as number;
    }
    return sorted;
  }
}
