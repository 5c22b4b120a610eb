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
  const tables = new Uint8Array(WINDOW * 32);
  const frequentFirst = [...windows].sort((a, b) => weightOf(b.text) - weightOf(a.text) || (a.text < b.text ? -1 : 1));
  const passed = new Float64Array(BUCKETS);
  for (const window of frequentFirst) {
    const all = passed.map((_, bucket) => passing(tables, 1 << bucket, window));
    const more = all.map((weight, bucket) => weight - (passed[bucket] as number));
    const best = more.indexOf(Math.min(...more));
    passed[best] = all[best] as number;
    for (let place = 0; place < WINDOW; place++) {
      for (const byte of bytesOf(window, place)) {
        const [low, high] = [place * 32 + (byte & 15), place * 32 + 16 + (byte >> 4)];
        tables[low] = (tables[low] as number) | (1 << best);
        tables[high] = (tables[high] as number) | (1 << best);
      }
    }
  }
  return tables;
}

/** The letter in both cases, if case does not count: they differ in the high nibble alone. */
function bytesOf({ text, ignoresCase }: MarkWindow, place: number): number[] {
  const byte = text.charCodeAt(place);
  return ignoresCase && /[a-z]/i.test(text.charAt(place)) ? [byte, byte ^ 0x20] : [byte];
}

/** How much of a source a bucket would let through with one window more. */
function passing(tables: Uint8Array, bit: number, window: MarkWindow): number {
  let product = 1;
  for (let place = 0; place < WINDOW; place++) {
    const [first, second] = bytesOf(window, place) as [number, number?];
    let sum = 0;
    for (let high = 2; high < 8; high++) {
      const isHigh = high === first >> 4 || (second !== undefined && high === second >> 4);
      if (!isHigh && ((tables[place * 32 + 16 + high] as number) & bit) === 0) continue;
      for (let low = 0; low < 16; low++) {
        const isLow = low === (first & 15) || ((tables[place * 32 + low] as number) & bit) !== 0;
        if (isLow) sum += WEIGHTS[(high << 4) | low] as number;
      }
    }
    product *= sum;
  }
  return product;
}
