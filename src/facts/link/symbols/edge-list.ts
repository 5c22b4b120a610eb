/** No use of a file: a relation that stands nowhere. */
export const NO_USE = 0xffffffff;

/** Who uses what, one entry a use and target; columns, because a project has a million of them. */
export class EdgeList {
  length = 0;
  from: Uint32Array = new Uint32Array(2 ** 16);
  to: Uint32Array = new Uint32Array(2 ** 16);
  /** An index into USE_KINDS. */
  kinds: Uint8Array = new Uint8Array(2 ** 16);
  /** The number of the use in the file of `from`, or {@link NO_USE}. */
  uses: Uint32Array = new Uint32Array(2 ** 16);

  add(from: number, to: number, kind: number, use: number): void {
    if (this.length === this.from.length) this.grow();
    this.from[this.length] = from;
    this.to[this.length] = to;
    this.kinds[this.length] = kind;
    this.uses[this.length] = use;
    this.length++;
  }

  private grow(): void {
    const { from, to, kinds, uses, length } = this;
    this.from = new Uint32Array(length * 2);
    this.to = new Uint32Array(length * 2);
    this.kinds = new Uint8Array(length * 2);
    this.uses = new Uint32Array(length * 2);
    this.from.set(from);
    this.to.set(to);
    this.kinds.set(kinds);
    this.uses.set(uses);
  }
}
