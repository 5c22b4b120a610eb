import { randomUUID } from 'node:crypto';
import { contentHash } from '../extract/content-hash.ts';

/**
 * A digest of plain data, maps included: equal for what is written in the same way, key order included. What nests too deep to
 * be written is like nothing else, itself included.
 */
export function signatureOf(content: unknown): string {
  try {
    return contentHash(Buffer.from(JSON.stringify(content, (_, value) => (value instanceof Map ? [...value] : value))));
  } catch {
    return randomUUID();
  }
}
