import { NO_SYMBOL } from '../../symbol-records.ts';
import { isTypeKind, isValueKind } from './meanings.ts';
import type { ProjectSymbols } from './project-symbols.ts';

/** What each symbol of the project holds: members, and of a module what stands at its top level. In order of name numbers, and of symbols within a name. */
export class Children {
  private readonly offsets: Uint32Array;
  private readonly sorted: Uint32Array;
  private readonly symbols: ProjectSymbols;

  constructor(symbols: ProjectSymbols) {
    const { parents, nameNumbers, count } = symbols;
    this.symbols = symbols;
    this.offsets = new Uint32Array(count + 2);
    for (let symbol = 0; symbol < count; symbol++) {
      const parent = parents[symbol] ?? NO_SYMBOL;
      if (parent !== NO_SYMBOL) this.offsets[parent + 2] = (this.offsets[parent + 2] ?? 0) + 1;
    }
    for (let at = 2; at < count + 2; at++) this.offsets[at] = (this.offsets[at] ?? 0) + (this.offsets[at - 1] ?? 0);
    // One place further while filling: afterwards each offset is where its row begins.
    this.sorted = new Uint32Array(this.offsets[count + 1] ?? 0);
    for (let symbol = 0; symbol < count; symbol++) {
      const parent = parents[symbol] ?? NO_SYMBOL;
      if (parent === NO_SYMBOL) continue;
      const place = this.offsets[parent + 1] ?? 0;
      this.sorted[place] = symbol;
      this.offsets[parent + 1] = place + 1;
    }
    for (let parent = 0; parent < count; parent++) {
      if (this.hasSeveral(parent))
        this.of(parent).sort((a, b) => (nameNumbers[a] ?? 0) - (nameNumbers[b] ?? 0) || a - b);
    }
  }

  /** Whether two of them could have one name. Most symbols have none at all, and a view of nothing costs as much as one of many. */
  hasSeveral(parent: number): boolean {
    return (this.offsets[parent + 1] ?? 0) - (this.offsets[parent] ?? 0) > 1;
  }

  /** A view: not to be changed. */
  of(parent: number): Uint32Array {
    return this.sorted.subarray(this.offsets[parent], this.offsets[parent + 1]);
  }

  /** Where the children of that name begin in {@link at}; they end where the name does. */
  private first(parent: number, name: number): number {
    let low = this.offsets[parent] ?? 0;
    let high = this.offsets[parent + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.symbols.nameNumbers[this.sorted[middle] ?? 0] ?? 0) < name) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first child of that name which `wanted` takes, or NO_SYMBOL. */
  find(parent: number, name: number, wanted: (child: number) => boolean): number {
    const end = this.offsets[parent + 1] ?? 0;
    for (let at = this.first(parent, name); at < end; at++) {
      const child = this.sorted[at] ?? NO_SYMBOL;
      if (this.symbols.nameNumbers[child] !== name) return NO_SYMBOL;
      if (wanted(child)) return child;
    }
    return NO_SYMBOL;
  }

  /** What a name in `parent` means as a value, or NO_SYMBOL. */
  value(parent: number, name: number): number {
    return this.find(parent, name, (child) => isValueKind(this.symbols.kinds[child] ?? 0));
  }

  /** What it means in a type, or NO_SYMBOL. */
  type(parent: number, name: number): number {
    return this.find(parent, name, (child) => isTypeKind(this.symbols.kinds[child] ?? 0));
  }
}
