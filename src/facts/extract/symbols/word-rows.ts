const SMALLEST = 1024;

/** Rows of words while nobody knows how many there will be; kept from file to file, because new arrays cost more than what is in them. */
export class WordRows {
  count = 0;
  words = new Uint32Array(SMALLEST);
  readonly width: number;

  constructor(width: number) {
    this.width = width;
  }

  /** Adds a row of zeros (or of what an earlier file left, if the caller writes every word); returns the position of its first word. */
  add(): number {
    const at = this.count++ * this.width;
    if (at + this.width > this.words.length) {
      const larger = new Uint32Array(this.words.length * 2);
      larger.set(this.words);
      this.words = larger;
    }
    return at;
  }

  /** Adds a row that begins with these words; the rest of it is 0. */
  push(a: number, b = 0, c = 0, d = 0, e = 0): number {
    const at = this.add();
    const { words, width } = this;
    words[at] = a;
    if (width > 1) words[at + 1] = b;
    if (width > 2) words[at + 2] = c;
    if (width > 3) words[at + 3] = d;
    if (width > 4) words[at + 4] = e;
    for (let word = 5; word < width; word++) words[at + word] = 0;
    return this.count - 1;
  }

  get(row: number, word: number): number {
    return this.words[row * this.width + word] as number;
  }

  set(row: number, word: number, value: number): void {
    this.words[row * this.width + word] = value;
  }

  clear(): void {
    if (this.words.length > SMALLEST * 256) this.words = new Uint32Array(SMALLEST);
    this.count = 0;
  }

  copy(): Uint32Array {
    return this.words.slice(0, this.count * this.width);
  }
}
