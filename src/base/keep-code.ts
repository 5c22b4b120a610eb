/** What the launcher of a bundle hands to it (workers/launch.ts); not there where code runs by itself. */
declare const keepCode: ((isComplete: boolean) => boolean) | undefined;

/**
 * Keeps what V8 has compiled by now for later runs, once.
 * @param isComplete whether nearly all functions that any run needs have been called by now
 */
export function keepCompiledCode(isComplete: boolean): void {
  if (typeof keepCode !== 'undefined') keepCode(isComplete);
}
