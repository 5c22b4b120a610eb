import { closeSync, openSync, readSync } from 'node:fs';

/** Most sources fit, and those that do not make it grow. */
const FIRST_BYTES = 256 * 1024;
/** What one large file made it grow beyond this is given back. */
const KEPT_BYTES = 1024 * 1024;

/**
 * Reads whole files, one after the other, into the same memory: thousands of buffers of their own, asked for with one more call to the
 * system each, are what the collector of garbage would be busy with.
 * @returns the bytes, good until the next call
 * @throws what `node:fs` throws
 */
export function createFileReader(): (path: string) => Buffer {
  let buffer = Buffer.allocUnsafeSlow(FIRST_BYTES);
  return (path) => {
    if (buffer.length > KEPT_BYTES) buffer = Buffer.allocUnsafeSlow(FIRST_BYTES);
    const descriptor = openSync(path, 'r');
    try {
      let length = 0;
      for (let count = -1; count !== 0; length += count) {
        if (length === buffer.length) buffer = Buffer.concat([buffer], length * 2);
        count = readSync(descriptor, buffer, length, buffer.length - length, null);
      }
      return buffer.subarray(0, length);
    } finally {
      closeSync(descriptor);
    }
  };
}
