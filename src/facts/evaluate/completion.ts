import type { Condition, Value } from './values.ts';

/** A value that a function may have returned already. */
export interface EarlyReturn {
  readonly condition: Condition;
  /** Whether it was returned if the condition holds, or if it does not. */
  readonly holds: boolean;
  readonly value: Value;
}

/** How a statement ended. `lost`: some of its branches break out of a loop and others do not, which nothing here can follow. */
export interface Completion {
  readonly type: 'normal' | 'return' | 'break' | 'continue' | 'throw' | 'lost';
  /** Of `return`. */
  readonly value: Value | null;
  /** What may have been returned before it came to that. */
  readonly maybe: readonly EarlyReturn[];
}

export const NORMAL: Completion = { type: 'normal', value: null, maybe: [] };

export function completion(
  type: Completion['type'],
  value: Value | null = null,
  maybe: readonly EarlyReturn[] = [],
): Completion {
  return { type, value, maybe };
}
