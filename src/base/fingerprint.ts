/** FNV-1a, 64 bits: offset basis and prime as Fowler, Noll and Vo publish them. */
const BASIS = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/**
 * A name for a thing that is told from others by some texts: 16 hexadecimal digits that stay the same from run to run, machine to machine and
 * version to version. Not for secrets: whoever wants to can make two texts with one fingerprint.
 */
export function fingerprintOf(parts: readonly string[]): string {
  let hash = BASIS;
  // No path and no name holds a zero byte, so that ['a', 'b'] and ['ab'] differ.
  for (const byte of new TextEncoder().encode(parts.join('\0')))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(16, '0');
}
