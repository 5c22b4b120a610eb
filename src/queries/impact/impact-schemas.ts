import { z } from 'zod';
import { SYMBOL_KINDS } from '../../base/symbol-kinds.ts';
import { LEVEL_KINDS } from '../level-kinds.ts';
import { pageParams } from '../paginate.ts';

export const impactParams = z.strictObject({
  targets: z
    .array(z.string().min(1))
    .describe(
      'Paths, unique ends of paths, packages or ids such as `npm:zod`; with a `#`, or at level `symbol`, symbols.',
    ),
  depth: z
    .union([z.int().min(1), z.literal('all')])
    .default('all')
    .describe('How many imports or uses away at most, or `all`.'),
  level: z
    .enum(['module', 'symbol'])
    .optional()
    .describe('What is followed, imports or uses; when not given, uses if a target has a `#`.'),
  kinds: z
    .array(z.enum(LEVEL_KINDS))
    .default([])
    .describe('Follow only these kinds of import, at level `symbol` of use; all when none is given.'),
  ...pageParams,
});

const depth = z.int().min(1).describe('Steps between it and the nearest target.');
const via = z
  .array(z.string())
  .describe(
    'The shortest way to a target: what it depends on first, the target last. Of more than 20 the first and the last ten.',
  );

export const packageHits = z
  .array(
    z.strictObject({
      name: z.string(),
      directory: z.string().nullable(),
      modules: z.int().min(1).describe('How many of it.'),
      depth: z.int().min(0).describe('Of the nearest.'),
    }),
  )
  .describe('By depth, then by name.');

export const impactResult = z.strictObject({
  targets: z.array(z.string()),
  modules: z.array(z.strictObject({ id: z.string(), depth, via })).describe('By depth, then by id; not the targets.'),
  symbols: z
    .array(z.strictObject({ id: z.string(), kind: z.enum(SYMBOL_KINDS), depth, via }))
    .optional()
    .describe('At level `symbol`: what uses the targets. By depth, then by id.'),
  packages: packageHits,
  tests: z.array(z.strictObject({ id: z.string(), depth })).describe('The test files among the modules.'),
  owners: z
    .union([
      z.array(
        z.strictObject({
          owner: z.string().nullable().describe('Null: nobody owns them.'),
          modules: z.int().min(1),
        }),
      ),
      z.literal('not-analysed'),
    ])
    .describe('By CODEOWNERS, most modules first; `not-analysed` when there is no such file.'),
  routes: z.literal('not-analysed').describe('Routes are not known yet.'),
  score: z.number().min(0).max(100).describe('How much hangs on the targets; docs/impact.md has the formula.'),
  unresolved: z
    .int()
    .min(0)
    .optional()
    .describe('At level `symbol`: uses of which nobody knows what they mean; any may be one more.'),
});

export type ImpactResult = z.infer<typeof impactResult>;

export type ImpactParams = z.infer<typeof impactParams>;
