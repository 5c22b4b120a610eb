import { z } from 'zod';
import { packageHits } from '../impact/impact-schemas.ts';
import { pageParams } from '../paginate.ts';
import { CHANGE_STATUSES } from './changes.ts';
import { CHANGE_ROLES } from './start-set.ts';

export const affectedParams = z.strictObject({
  changes: z
    .array(z.string().min(1))
    .default([])
    .describe(
      'Changed files, each `added:`, `modified:` or `deleted:` and the path, with `%2C` for a comma; behind a `#` what of it changed, with `;` between: lines, or names of packages.',
    ),
  ...pageParams,
});

export type AffectedParams = z.infer<typeof affectedParams>;

export const affectedResult = z.strictObject({
  verdict: z
    .enum(['found', 'none', 'unknown'])
    .describe('`unknown`: nothing was found, but a changed source was not read, or too much is not known.'),
  changed: z
    .array(
      z.strictObject({
        path: z.string(),
        status: z.enum(CHANGE_STATUSES),
        as: z
          .enum(CHANGE_ROLES)
          .describe(
            'What it counts as; `not-read`: a source of which nothing is known; `no-input`: nothing is known to read it.',
          ),
        symbols: z.array(z.string()).optional().describe('When only these changed.'),
        packages: z.array(z.string()).optional().describe('Imported packages whose version is another.'),
      }),
    )
    .describe('In the order given.'),
  modules: z
    .array(
      z.strictObject({
        id: z.string(),
        depth: z.int().min(0).describe('Steps between it and what changed; 0 for that itself.'),
        by: z.enum(['module', 'symbols']).describe('Whether all of it is affected, or only some of what it declares.'),
        via: z
          .array(z.string())
          .describe(
            'How the change reaches it: the nearest first, what changed last. Of more than 20 the first and last ten.',
          ),
      }),
    )
    .describe('By depth, then by id.'),
  packages: packageHits,
  tests: z
    .array(z.strictObject({ id: z.string(), depth: z.int().min(0) }))
    .describe('The test files among the modules.'),
});

export type AffectedResult = z.infer<typeof affectedResult>;
