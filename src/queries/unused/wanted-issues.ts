import type { Issue } from './finding-schemas.ts';

/** Issues that only the symbols can tell. */
export const OF_SYMBOLS: readonly Issue[] = ['exports', 'members', 'duplicates'];

/** Whether one of these is asked for: all are where none is named. */
export function wants(include: readonly Issue[] | undefined, issues: readonly Issue[]): boolean {
  return !include?.length || issues.some((issue) => include.includes(issue));
}
