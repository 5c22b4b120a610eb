import { z } from 'zod';
import { EDGE_KINDS } from '../../base/edge-kinds.ts';

/** What rules select modules by. */
export const selector = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .describe(
    'Modules: globs of ids (`src/**`, `npm:react`, `node:*`), `package:<glob>`, `tag:<name>`, `re:<expression>`; what begins with `!` is taken out.',
  );
/** What rules narrow imports by. */
export const kinds = z
  .array(z.enum([...EDGE_KINDS, ...EDGE_KINDS.map((kind) => `!${kind}` as const)]))
  .min(1)
  .refine(leavesKinds, 'it leaves out every kind that it names, so that nothing could break the rule')
  .optional()
  .describe('Only imports of these kinds, or of all but those with a `!`; all when not given.');

/** Whether any kind is left: those named, or all, without those with a `!`. */
function leavesKinds(words: readonly string[]): boolean {
  const named = words.filter((word) => !word.startsWith('!'));
  return (named.length > 0 ? named : EDGE_KINDS).some((kind) => !words.includes(`!${kind}`));
}

/** How much a finding matters; only errors fail a run by default. */
export const SEVERITIES = ['error', 'warning', 'note'] as const;

/** What every rule has. */
export const named = {
  name: z.string().min(1).max(200),
  severity: z.enum(SEVERITIES).default('error'),
  comment: z.string().optional().describe('Why there is this rule: shown with its findings.'),
};

export type SelectorText = z.infer<typeof selector>;
export type KindWords = z.infer<typeof kinds>;
