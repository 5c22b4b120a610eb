import { LINE_CANCELLED, LINE_RUNNING } from './layout';

/** Nodes between two looks at the cancel word: often enough to stop within a millisecond, too seldom to measure. */
export const POLL_MASK: u32 = 1023;

/**
 * True when the query that this worker runs has been cancelled. `line` is the worker's control line (layout.ts).
 * The load is atomic where memory is shared, so that no compiler may read it once and remember.
 */
@inline
export function isCancelled(line: usize): bool {
  const running = load<u32>(line + (LINE_RUNNING << 2));
  const word = line + (LINE_CANCELLED << 2);
  const cancelled = ASC_FEATURE_THREADS ? atomic.load<u32>(word) : load<u32>(word);
  return cancelled != 0 && cancelled == running;
}
