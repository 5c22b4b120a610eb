/** How many bytes of a word the nibble tables look at. */
export const WINDOW = 3;
const BUCKETS = 8;

/** About how many of a thousand bytes of source are each: from the most frequent letter down. What is not here is rare. */
const FREQUENT = 'e80t70a60o60i60n60s60r60l40c40d40u30m30p30h20f20g20y15w12b12v12k10x10j4q4z4';
const SPACES = 150;
const RARE = 3;

const WEIGHTS = new Uint8Array(256).fill(RARE, 0x21, 0x7f);
for (const [, letter = '', weight] of FREQUENT.matchAll(/([a-z])(\d+)/g))
  WEIGHTS[letter.charCodeAt(0)] = Number(weight);
WEIGHTS[0x20] = SPACES;

/** The part of a word that sources have least. */
export function rarestWindow(text: string): string {
  let best = text.slice(0, WINDOW);
  for (let at = 1; at + WINDOW <= text.length; at++) {
    const window = text.slice(at, at + WINDOW);
    if (weightOf(window) < weightOf(best)) best = window;
  }
  return best;
}

function weightOf(window: string): number {
  let weight = 1;
  for (let place = 0; place < WINDOW; place++) weight *= WEIGHTS[window.charCodeAt(place)] as number;
  return weight;
}

/** A window, and whether its case counts. */
export interface MarkWindow {
  /** {@link WINDOW} characters of ASCII. */
  readonly text: string;
  readonly ignoresCase: boolean;
}

/**
 * The nibble tables of Teddy: for each place of a window 16 bytes by low nibble and 16 by high, of which a bit is a bucket. A bucket lets every mixture of
 * its windows' nibbles through, so that each window goes to the bucket that lets least through then.
 */
export function nibbleTables(windows: readonly MarkWindow[]): Uint8Array {
  const frequentFirst = [...windows].sort((a, b) => weightOf(b.text) - weightOf(a.text) || (a.text < b.text ? -1 : 1));
  const buckets = Array.from({ length: BUCKETS }, (): Bucket => ({ nibbles: NOTHING, passing: 0 }));
  for (const window of frequentFirst) {
    const nibbles = nibblesOf(window);
    let best = 0;
    let least: Bucket | null = null;
    let leastMore = Number.POSITIVE_INFINITY;
    buckets.forEach((bucket, number) => {
      const united = bucket.nibbles.map((set, at) => set | (nibbles[at] as number));
      const passing = passingOf(united);
      if (passing - bucket.passing >= leastMore) return;
      leastMore = passing - bucket.passing;
      least = { nibbles: united, passing };
      best = number;
    });
    if (least) buckets[best] = least;
  }
  return Uint8Array.from({ length: WINDOW * 32 }, (_, at) =>
    buckets.reduce(
      (bits, { nibbles }, number) => bits | ((((nibbles[at >> 4] as number) >> (at & 15)) & 1) << number),
      0,
    ),
  );
}

interface Bucket {
  /** For each place the set of low nibbles, then that of high ones, a bit each. */
  readonly nibbles: readonly number[];
  /** How much of a source it lets through. */
  readonly passing: number;
}

const NOTHING: readonly number[] = new Array<number>(WINDOW * 2).fill(0);

function nibblesOf({ text, ignoresCase }: MarkWindow): number[] {
  return NOTHING.map((_, at) => {
    const byte = text.charCodeAt(at >> 1);
    if ((at & 1) === 0) return 1 << (byte & 15);
    // Large and small letters differ in the high nibble alone.
    const isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
    return ignoresCase && isLetter ? (1 << (byte >> 4)) | (1 << ((byte >> 4) ^ 2)) : 1 << (byte >> 4);
  });
}

function passingOf(nibbles: readonly number[]): number {
  let product = 1;
  for (let place = 0; place < WINDOW; place++) {
    let sum = 0;
    const lows = nibbles[place * 2] as number;
    for (let high = 2; high < 8; high++) {
      if (((nibbles[place * 2 + 1] as number) & (1 << high)) === 0) continue;
      for (let low = 0; lows >> low !== 0; low++) if ((lows >> low) & 1) sum += WEIGHTS[(high << 4) | low] as number;
    }
    product *= sum;
  }
  return product;
}
