import { ConduitError } from '../base/errors.ts';
import { damaged } from './container.ts';

/** For vectors that may hold "none" among indices. */
export const NONE = 0xffffffff;

/**
 * A vector of a section as 32-bit words, in place. Sections are aligned in the file, so a misaligned one was loaded to
 * a wrong address, which no image can cause.
 */
export function wordsOf(bytes: Uint8Array | null, what: string): Uint32Array {
  if (!bytes || bytes.length % 4 !== 0) throw damaged(`${what} are not whole words`);
  if (bytes.byteOffset % 4 !== 0) {
    throw new ConduitError(
      'CONDUIT_QUERY_FAILED',
      `${what} were loaded to address ${bytes.byteOffset}, which is not aligned`,
    );
  }
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

/** A vector of a section as 16-bit numbers, in place. */
export function halvesOf(bytes: Uint8Array | null, what: string): Uint16Array {
  const whole = bytes ?? new Uint8Array();
  if (whole.length % 2 !== 0) throw damaged(`${what} are not whole numbers`);
  return new Uint16Array(whole.buffer, whole.byteOffset, whole.length / 2);
}

/** The element at an index that the caller answers for, such as a node number. */
export function elementAt(vector: Uint32Array | Uint16Array | Uint8Array, index: number): number {
  const value = vector[index];
  if (value === undefined) {
    throw new ConduitError('CONDUIT_QUERY_FAILED', `there is no number ${index} among ${vector.length}`);
  }
  return value;
}

/** The first index in [start, end) whose value is not below `value`, or end; the values there ascend. */
export function lowerBound(vector: Uint32Array, value: number, start = 0, end = vector.length): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (elementAt(vector, middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
