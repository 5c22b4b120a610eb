import { z } from 'zod';
import { EDGE_KINDS } from '../../base/edge-kinds.ts';
import { pageParams } from '../paginate.ts';

/** What modules and packages can be sorted by. */
export const METRIC_ORDERS = ['centrality', 'fan-in', 'fan-out', 'depth', 'instability', 'name'] as const;

export const metricsParams = z.strictObject({
  by: z
    .enum(METRIC_ORDERS)
    .default('centrality')
    .describe('What to sort by: the most first, then by id; `name`: by id alone.'),
  kinds: z
    .array(z.enum(EDGE_KINDS))
    .default([])
    .describe('Only these kinds of import; when none is given, all but `mock`, `resolve` and `asset`.'),
  ...pageParams,
  limit: pageParams.limit.default(50),
});

const instability = z.number().nullable();

export const metricsResult = z.strictObject({
  modules: z.array(
    z.strictObject({
      id: z.string(),
      package: z.string().nullable(),
      fanIn: z.int().describe('Modules that import it.'),
      fanOut: z.int().describe('Modules of the project that it imports.'),
      instability: instability.describe('fanOut / (fanIn + fanOut); null where both are 0.'),
      depth: z.int().describe('The longest chain of imports below it, a cycle counted as one.'),
      centrality: z.number().describe('PageRank times the number of modules: 1 is average.'),
    }),
  ),
  packages: z
    .array(
      z.strictObject({
        name: z.string(),
        modules: z.int(),
        fanIn: z.int().describe('Packages of the project that import it.'),
        fanOut: z.int(),
        afferent: z.int().describe('Modules of other packages that import it.'),
        efferent: z.int().describe('Its own modules that import another package of the project.'),
        instability: instability.describe('efferent / (afferent + efferent); null where both are 0.'),
        depth: z.int().describe('Of its deepest module.'),
        centrality: z.number().describe('The sum over its modules.'),
      }),
    )
    .describe('All of them, on every page, in the same order as the modules.'),
});

export type MetricsResult = z.infer<typeof metricsResult>;

export type MetricsParams = z.infer<typeof metricsParams>;
