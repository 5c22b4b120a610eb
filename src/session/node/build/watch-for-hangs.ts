import type { InFlight } from '../in-flight-notes.ts';

/**
 * Tells which files have been in flight for too long, from one look at the notes to the next. Counts looks and not the
 * clock: while a laptop sleeps or a shell has stopped the build, the clock runs on and no file is parsed.
 * @param intervalMs how often it is asked
 * @param limitMs what a file may take
 */
export function watchForHangs(intervalMs: number, limitMs: number): (inFlight: readonly InFlight[]) => InFlight[] {
  let waited = new Map<string, number>();
  return (inFlight) => {
    // A file and its start: another attempt at the same file is another wait.
    const keyOf = ({ file, startedMs }: InFlight) => `${file} ${startedMs}`;
    const overdue = inFlight.filter((entry) => (waited.get(keyOf(entry)) ?? 0) >= limitMs);
    waited = new Map(inFlight.map((entry) => [keyOf(entry), (waited.get(keyOf(entry)) ?? 0) + intervalMs]));
    return overdue;
  };
}
