import { hash } from 'node:crypto';

/**
 * The key under which a file's facts are cached: the first 128 bits of SHA-256 of its bytes, in hexadecimal.
 * Collision resistant on purpose: in a shared cache nobody may plant facts under another file's key.
 */
export function contentHash(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex').slice(0, 32);
}
