import type { Cursor } from '../../../syntax/cursor.ts';

const SMALLEST = 256;

/**
 * Finds identifiers by their text without decoding it: a hash table with linear probing over the bytes in the tree.
 * It is asked once for every name of a project's sources, and kept from file to file because new tables cost more than
 * what is in them.
 */
export class NameTable {
  /** Position plus 1; 0 is free. */
  private slots = new Int32Array(SMALLEST);
  private hashes = new Int32Array(SMALLEST);
  private identifiers = new Int32Array(SMALLEST);
  private count = 0;

  clear(): void {
    if (this.slots.length > SMALLEST) this.allocate(SMALLEST);
    else if (this.count > 0) this.slots.fill(0);
    this.count = 0;
  }

  /** @param position what {@link find} gives back; of two equal names the first counts */
  add(tree: Cursor, identifier: number, position: number): void {
    if (++this.count * 2 > this.slots.length) this.grow();
    this.insert(tree.nameHash(identifier), identifier, position + 1);
  }

  /** The position of the identifier with the same text, or -1. */
  find(tree: Cursor, identifier: number): number {
    if (this.count === 0) return -1;
    const hash = tree.nameHash(identifier);
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      if (this.hashes[slot] === hash && tree.sameName(this.identifiers[slot] as number, identifier))
        return (this.slots[slot] as number) - 1;
    }
    return -1;
  }

  private insert(hash: number, identifier: number, entry: number): void {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = entry;
    this.hashes[slot] = hash;
    this.identifiers[slot] = identifier;
  }

  private grow(): void {
    const { slots, hashes, identifiers } = this;
    this.allocate(slots.length * 2);
    slots.forEach((entry, slot) => {
      if (entry !== 0) this.insert(hashes[slot] as number, identifiers[slot] as number, entry);
    });
  }

  private allocate(size: number): void {
    this.slots = new Int32Array(size);
    this.hashes = new Int32Array(size);
    this.identifiers = new Int32Array(size);
  }
}
