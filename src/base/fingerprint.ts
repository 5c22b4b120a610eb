/** FNV-1a, 64 bits: offset basis and prime (2^40 + 0x1b3) as Fowler, Noll and Vo publish them, in halves: a number holds no 64 bits, and a BigInt for each byte costs 20 times as much. */
const BASIS = { high: 0xcbf29ce4, low: 0x84222325 };
const PRIME_LOW = 0x1b3;
const WORD = 2 ** 32;

const encoder = new TextEncoder();

/**
 * A name for a thing that is told from others by some texts: 16 hexadecimal digits that stay the same from run to run, machine to machine and
 * version to version. Not for secrets: whoever wants to can make two texts with one fingerprint.
 */
export function fingerprintOf(parts: readonly string[]): string {
  let { high, low } = BASIS;
  // No path and no name holds a zero byte, so that ['a', 'b'] and ['ab'] differ.
  for (const byte of encoder.encode(parts.join('\0'))) {
    const mixed = (low ^ byte) >>> 0;
    const product = mixed * PRIME_LOW;
    // The 2^40 of the prime puts the low half, eight bits further up, into the high one.
    high = (high * PRIME_LOW + Math.floor(product / WORD) + ((mixed << 8) >>> 0)) % WORD;
    low = product % WORD;
  }
  return hex(high) + hex(low);
}

const hex = (word: number): string => word.toString(16).padStart(8, '0');
