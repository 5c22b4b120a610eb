const SMALLEST = 512;

/**
 * Numbers pairs of numbers from 0 in the order in which they are added: an open hash table with linear probing. Asked once for every
 * name of a project, for which a Map with keys of text or of pairs made into one number is several times slower.
 */
export class PairTable {
  count = 0;
  /** Pair's number plus 1; 0 is free. */
  private slots = new Int32Array(SMALLEST);
  private firsts: number[] = [];
  private seconds: number[] = [];

  clear(): void {
    if (this.slots.length > SMALLEST) this.slots = new Int32Array(SMALLEST);
    else if (this.count > 0) this.slots.fill(0);
    this.firsts.length = 0;
    this.seconds.length = 0;
    this.count = 0;
  }

  /** The pair's number, or -1. */
  find(first: number, second: number): number {
    const mask = this.slots.length - 1;
    for (let slot = hash(first, second) & mask; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const number = (this.slots[slot] as number) - 1;
      if (this.firsts[number] === first && this.seconds[number] === second) return number;
    }
    return -1;
  }

  /** The pair's number, a new one if it has none. */
  add(first: number, second: number): number {
    const known = this.find(first, second);
    if (known >= 0) return known;
    if ((this.count + 1) * 2 > this.slots.length) this.grow();
    this.firsts.push(first);
    this.seconds.push(second);
    this.insert(this.count);
    return this.count++;
  }

  private insert(number: number): void {
    const mask = this.slots.length - 1;
    let slot = hash(this.firsts[number] as number, this.seconds[number] as number) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = number + 1;
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    for (let number = 0; number < this.count; number++) this.insert(number);
  }
}

function hash(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
