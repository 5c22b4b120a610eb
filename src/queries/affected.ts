import { affectedParams, affectedResult } from './affected/affected-schemas.ts';
import { answerAffected } from './affected/answer-affected.ts';
import { defineQuery } from './define.ts';

export type { AffectedResult } from './affected/affected-schemas.ts';

/** Parameters as they came may be one text in place of a list. */
const speaksOfLines = ({ changes }: { readonly changes?: unknown }): boolean =>
  [changes].flat().some((change) => /#.*\d/.test(String(change)));

/**
 * What a set of changed files affects: modules, packages and tests, by symbols where the change is known to stay within declarations. The command line reads the
 * changes from git. O(nodes + edges of the project, of modules and of symbols).
 */
export const affected = defineQuery({
  name: 'affected',
  summary: 'What a change affects: modules, packages, and the tests to run.',
  examples: [
    'introspect affected --since main',
    'introspect affected --since origin/main --print tests',
    'introspect affected --base HEAD~3 --head HEAD --json',
    'introspect affected --changes modified:src/money.ts,deleted:src/old.ts',
  ],
  params: affectedParams,
  positional: [],
  result: affectedResult,
  sections: ['strings', 'graph', 'diagnostics', 'project'],
  sectionsFor: (params) => (speaksOfLines(params) ? ['symbols'] : []),
  run: answerAffected,
});
