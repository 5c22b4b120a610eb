import { answerCheck } from './check/answer-check.ts';
import { checkParams, checkResult } from './check/check-schemas.ts';
import { defineQuery } from './define.ts';

export type { CheckResult } from './check/check-schemas.ts';

/**
 * What of the project breaks the rules of its introspect.config.json. Each rule is one pass over the graph: O(rules × (nodes + edges)), and
 * nodes × globs for what they select.
 */
export const check = defineQuery({
  name: 'check',
  summary: 'What breaks the rules of introspect.config.json: forbidden imports, layers, chains, cycles.',
  examples: [
    'introspect check',
    'introspect check --baseline introspect.baseline.json',
    'introspect check --changed origin/main --format github',
    'introspect check --format sarif > findings.sarif',
  ],
  params: checkParams,
  positional: [],
  result: checkResult,
  sections: ['strings', 'graph', 'diagnostics', 'project'],
  run: answerCheck,
});
