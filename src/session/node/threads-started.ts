import { setTimeout as sleep } from 'node:timers/promises';

/** Longest wait for a thread that does not start. */
const START_LIMIT_MS = 5000;

/**
 * Waits until every thread of a pool is up. Node aborts the whole process when a thread is ended while it still links its
 * modules ("IsGraphAsync must be used on an instantiated module", Node 20), rarely and under load.
 * @param started how many threads have said that they are up
 * @param expected how many there are
 */
export async function threadsStarted(started: () => number, expected: () => number): Promise<void> {
  const limit = performance.now() + START_LIMIT_MS;
  while (started() < expected() && performance.now() < limit) await sleep(1);
}
