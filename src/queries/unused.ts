import { defineQuery } from './define.ts';
import { answerUnused } from './unused/answer-unused.ts';
import { failOnFindings } from './unused/fail-on.ts';
import { unusedParams, unusedResult } from './unused/finding-schemas.ts';
import { OF_SYMBOLS, wants } from './unused/wanted-issues.ts';

export type { UnusedResult } from './unused/finding-schemas.ts';

/**
 * What the project could do without: reachability from entries, uses of symbols, and manifests held against imports. Every finding says how sure it is, and
 * what makes it less sure. O(nodes + edges + uses).
 */
export const unused = defineQuery({
  name: 'unused',
  summary:
    'Files, exports, members and dependencies that nothing uses, and dependencies that are not declared or in the wrong place.',
  examples: [
    'introspect unused --in packages/core',
    'introspect unused --include files,dependencies --production',
    'introspect unused --include files,dependencies --fail-on high',
    "introspect unused --include exports --in 'packages/core' --confidence high --json",
  ],
  params: unusedParams,
  positional: [],
  result: unusedResult,
  sections: ['strings', 'graph', 'diagnostics', 'project'],
  failOn: failOnFindings,
  sectionsFor: ({ include }) => (wants(include, OF_SYMBOLS) ? ['symbols', 'symbol-texts'] : []),
  run: answerUnused,
});
