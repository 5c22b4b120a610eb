import { compareCodeUnits } from '../../../base/text.ts';
import type { NameNumbers } from './name-numbers.ts';

/**
 * What the project imports of other packages: a symbol for each name under which it does, and one for a package as a whole. They are numbered as they are
 * found, behind the symbols of the project, and sorted at the end.
 */
export class ExternalSymbols {
  /** Nodes of the graph. */
  readonly nodes: number[] = [];
  /** Numbers of names; of a package as a whole that of `*`. */
  readonly nameNumbers: number[] = [];
  private readonly first: number;
  private readonly names: NameNumbers;
  private readonly star: number;
  private readonly wholes: ReadonlySet<number>;
  private readonly byNode = new Map<number, Map<number, number>>();

  /** @param first the number of the first one */
  constructor(first: number, names: NameNumbers) {
    this.first = first;
    this.names = names;
    this.star = names.numberOf('*');
    this.wholes = new Set([this.star, names.numberOf('=')]);
  }

  has(symbol: number): boolean {
    return symbol >= this.first;
  }

  /** The node of the graph that a symbol is of. */
  nodeOf(symbol: number): number {
    return this.nodes[symbol - this.first] ?? 0;
  }

  nameNumberOf(symbol: number): number {
    return this.nameNumbers[symbol - this.first] ?? 0;
  }

  /** @param name a number; `*` and `=` are the package as a whole */
  symbolOf(node: number, name: number): number {
    const key = this.wholes.has(name) ? this.star : name;
    const own = this.byNode.get(node) ?? new Map<number, number>();
    this.byNode.set(node, own);
    let symbol = own.get(key);
    if (symbol === undefined) {
      symbol = this.first + this.nodes.push(node) - 1;
      this.nameNumbers.push(key);
      own.set(key, symbol);
    }
    return symbol;
  }

  /** Of the one at that place among them; of a package as a whole, the package's id. */
  nameOf(at: number, nodes: readonly string[]): string {
    const name = this.nameNumbers[at] ?? 0;
    return name === this.star ? (nodes[this.nodes[at] ?? 0] ?? '') : this.names.text(name);
  }

  /**
   * A property of what was imported: of the package as a whole and of its default export, which for CommonJS is the same, it is what the package exports under
   * that name. What lies deeper is not known: -1.
   */
  memberOf(symbol: number, name: number): number {
    const own = this.nameNumbers[symbol - this.first] ?? -1;
    if (own !== this.star && this.names.text(own) !== 'default') return -1;
    return this.symbolOf(this.nodes[symbol - this.first] ?? 0, name);
  }

  /** Ids of packages as a whole, by final number: they do not follow from a name. */
  irregular(order: readonly number[], nodes: readonly string[]): [symbol: number, id: string][] {
    return order.flatMap((at, place) =>
      this.nameNumbers[at] === this.star ? [[this.first + place, nodes[this.nodes[at] ?? 0] ?? '']] : [],
    );
  }

  /**
   * Ids in their final order, and the final number of each symbol. Only of those that something leads to: which others were asked for rests on what was linked anew.
   * @param nodes ids of the graph's nodes
   */
  sorted(
    nodes: readonly string[],
    used: readonly ArrayLike<number>[],
  ): { order: number[]; ids: string[]; numberOf: (symbol: number) => number } {
    const isUsed = new Uint8Array(this.nodes.length);
    // Not `of`: it makes an object a step, and there are a million.
    for (const symbols of used)
      for (let at = 0; at < symbols.length; at++) {
        const place = (symbols[at] ?? 0) - this.first;
        if (place >= 0) isUsed[place] = 1;
      }
    const ids = this.nodes.map((node, at) => {
      const name = this.nameNumbers[at] ?? 0;
      return name === this.star ? (nodes[node] ?? '') : `${nodes[node] ?? ''}#${this.names.text(name)}`;
    });
    const order = ids
      .flatMap((_, at) => (isUsed[at] === 1 ? [at] : []))
      .sort((a, b) => compareCodeUnits(ids[a] ?? '', ids[b] ?? '') || a - b);
    const places = new Uint32Array(ids.length);
    order.forEach((at, place) => {
      places[at] = place;
    });
    return {
      order,
      ids: order.map((at) => ids[at] ?? ''),
      numberOf: (symbol) => (symbol < this.first ? symbol : this.first + (places[symbol - this.first] ?? 0)),
    };
  }
}
