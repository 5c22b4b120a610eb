import { contentHash } from '../extract/content-hash.ts';

/** A digest of plain data, maps included: equal for what is written in the same way, key order included. */
export function signatureOf(content: unknown): string {
  return contentHash(Buffer.from(JSON.stringify(content, (_, value) => (value instanceof Map ? [...value] : value))));
}
