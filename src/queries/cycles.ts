import { answerCycles } from './cycles/answer-cycles.ts';
import { type CyclesParams, type CyclesResult, cyclesParams, cyclesResult } from './cycles/cycle-schemas.ts';
import { CYCLE_CLASSES, type CycleClass } from './cycles/import-classes.ts';
import { defineQuery } from './define.ts';
import { isEnough } from './threshold.ts';

export type { CyclesResult } from './cycles/cycle-schemas.ts';

/**
 * Modules or packages that import each other in circles, by class, with a shortest cycle each. O(nodes + edges of the project), and for the
 * cycles O(members × edges) of each component at worst; `truncated: "budget"` says that a shorter cycle than one of those given may be there, or that a
 * component is too large to be cured.
 */
export const cycles = defineQuery({
  name: 'cycles',
  summary: 'Modules or packages that import each other in circles.',
  examples: [
    'introspect cycles',
    'introspect cycles --class runtime --fail-on runtime',
    'introspect cycles --level package --json',
  ],
  params: cyclesParams,
  positional: [],
  result: cyclesResult,
  sections: ['strings', 'graph', 'diagnostics'],
  sectionsFor: ({ cures }) => (cures === 'none' || cures === 'imports' ? [] : ['symbols']),
  failOn: {
    values: CYCLE_CLASSES,
    summary:
      'Exit with code 1 when there are cycles of this class or of one within it, or when too little is known to say so.',
    reason: failureOf,
  },
  run: answerCycles,
});

/** Too little knowledge fails too, whatever else was found: whoever asks for no cycles must not be told that there are none. */
function failureOf({ counts, known }: CyclesResult, value: string, { threshold }: CyclesParams): string | null {
  const within = CYCLE_CLASSES.slice(0, CYCLE_CLASSES.indexOf(value as CycleClass) + 1);
  const found = within.filter((one) => counts[one] > 0).map((one) => `${counts[one]} ${one}`);
  if (found.length > 0) return `cycles: ${found.join(', ')}`;
  return isEnough(known, threshold) ? null : `cycles: only ${(known * 100).toFixed(2)} % is known, too little to say`;
}
