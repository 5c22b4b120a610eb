import { z } from 'zod';
import { EDGE_KINDS, edgeMask } from '../base/edge-kinds.ts';
import { compareCodeUnits } from '../base/text.ts';
import { COUNTED_KINDS } from './cycles/import-classes.ts';
import { defineQuery } from './define.ts';
import { packageIds } from './graph/package-ids.ts';
import { moduleMetrics } from './metrics/module-metrics.ts';
import { packageMetrics } from './metrics/package-metrics.ts';
import { pageParams, paginate } from './paginate.ts';

const ORDERS = ['centrality', 'fan-in', 'fan-out', 'depth', 'instability', 'name'] as const;

const params = z.strictObject({
  by: z
    .enum(ORDERS)
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

const result = z.strictObject({
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

export type MetricsResult = z.infer<typeof result>;

type Order = (typeof ORDERS)[number];
type Numbers = Pick<MetricsResult['modules'][number], 'fanIn' | 'fanOut' | 'instability' | 'depth' | 'centrality'>;

const VALUES: Readonly<Record<Exclude<Order, 'name'>, (of: Numbers) => number>> = {
  centrality: ({ centrality }) => centrality,
  'fan-in': ({ fanIn }) => fanIn,
  'fan-out': ({ fanOut }) => fanOut,
  depth: ({ depth }) => depth,
  // What has none comes last.
  instability: (of) => of.instability ?? -1,
};

/** How modules and packages stand in the graph. O(nodes + edges) and the sorting, PageRank a few dozen times that. */
export const metrics = defineQuery({
  name: 'metrics',
  summary: 'How many import a module or package, how much it imports, how deep and how central it is.',
  examples: [
    'introspect metrics',
    'introspect metrics --by fan-in --limit 10',
    'introspect metrics --kinds static --json',
  ],
  params,
  positional: [],
  result,
  sections: ['strings', 'graph', 'diagnostics'],
  run({ image, kernels }, { by, kinds, limit, cursor }) {
    const { graph } = image;
    const mask = kinds.length === 0 ? COUNTED_KINDS : edgeMask(kinds);
    const found = moduleMetrics(graph, kernels, mask);
    const ids = packageIds(graph);
    const deepest = new Map<number, number>();
    const modules = Array.from({ length: found.moduleCount }, (_, node) => {
      const [fanIn, fanOut] = [found.fanIn[node] ?? 0, found.fanOut[node] ?? 0];
      const depth = found.depth[node] ?? 0;
      const number = graph.packageNumberOf(node);
      if (number !== null) deepest.set(number, Math.max(depth, deepest.get(number) ?? 0));
      const centrality = fixed(found.centrality[node] ?? 0);
      return { node, fanIn, fanOut, instability: share(fanOut, fanIn), depth, centrality };
    });
    const packages = packageMetrics(graph, found, mask).map(({ number, afferent, efferent, centrality, ...rest }) => ({
      name: ids[number] ?? '',
      ...rest,
      ...{ afferent, efferent, instability: share(efferent, afferent) },
      ...{ depth: deepest.get(number) ?? 0, centrality: fixed(centrality) },
    }));
    // Modules are numbered by id, so only the modules of the page need theirs.
    const sorted = modules.sort((a, b) => compare(by, a, b) || a.node - b.node);
    const { items, ...rest } = paginate(sorted, { limit, cursor }, image.fingerprint);
    return {
      result: {
        modules: items.map(({ node, ...numbers }) => ({
          id: graph.idOf(node),
          package: graph.packageOf(node),
          ...numbers,
        })),
        packages: packages
          .sort((a, b) => compare(by, a, b) || compareCodeUnits(a.name, b.name))
          .map(({ name, modules: count, fanIn, fanOut, ...more }) => ({
            name,
            modules: count,
            fanIn,
            fanOut,
            ...more,
          })),
      },
      ...rest,
    };
  },
});

const compare = (by: Order, a: Numbers, b: Numbers): number => (by === 'name' ? 0 : VALUES[by](b) - VALUES[by](a));

const share = (part: number, rest: number): number | null => (part + rest === 0 ? null : fixed(part / (part + rest)));

/** Four places, so that an answer has the same text everywhere. */
const fixed = (value: number): number => Math.round(value * 10_000) / 10_000;
