/**
 * An order of what is made of other things that follows from what it is made of, not from when it was made: where several types stand side by side, their order
 * is then the same in every build of a tree, whatever was linked before.
 */
export type StableOrder = number;

/** Of a list of such orders, or other numbers that are the same in every build: 52 bits, by MurmurHash3's mixing (A. Appleby, public domain). */
export function orderOfAll(numbers: readonly number[]): StableOrder {
  let high = 0x9747b28c ^ numbers.length;
  let low = 0x3c6ef372;
  for (const number of numbers) {
    // The upper part of a number above 32 bits counts too.
    high = mixed(high, number);
    low = mixed(low, Math.floor(number / 2 ** 32) ^ number);
  }
  return (finished(high) >>> 12) * 2 ** 32 + (finished(low) >>> 0);
}

export function orderOfText(text: string): StableOrder {
  let hash = text.length;
  for (let at = 0; at < text.length; at++) hash = mixed(hash, text.charCodeAt(at));
  return finished(hash) >>> 0;
}

function mixed(hash: number, word: number): number {
  const scattered = Math.imul(word, 0xcc9e2d51);
  const turned = hash ^ Math.imul((scattered << 15) | (scattered >>> 17), 0x1b873593);
  return (Math.imul((turned << 13) | (turned >>> 19), 5) + 0xe6546b64) | 0;
}

function finished(hash: number): number {
  const first = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return second ^ (second >>> 16);
}
