/**
 * What something shows, as a number: the same in every build in which it shows the same, and else another one, but for one case in 2^52. By MurmurHash3's mixing
 * (A. Appleby, public domain), in two lanes.
 */
export type FaceNumber = number;

export function faceOfAll(parts: ArrayLike<number>): FaceNumber {
  let high = 0x9747b28c ^ parts.length;
  let low = 0x3c6ef372;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? 0;
    // The upper part of a number above 32 bits counts too.
    const upper = Math.floor(part / 2 ** 32);
    high = mixed(mixed(high, part), upper);
    low = mixed(mixed(low, upper), part);
  }
  return (finished(high) >>> 12) * 2 ** 32 + (finished(low) >>> 0);
}

export function faceOfText(text: string): FaceNumber {
  return faceOfAll(Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)));
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
