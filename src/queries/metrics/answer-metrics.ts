import { edgeMask } from '../../base/edge-kinds.ts';
import { compareCodeUnits } from '../../base/text.ts';
import { COUNTED_KINDS } from '../cycles/import-classes.ts';
import type { QueryAnswer, QueryContext } from '../define.ts';
import { packageIds } from '../graph/package-ids.ts';
import { paginate } from '../paginate.ts';
import type { METRIC_ORDERS, MetricsParams, MetricsResult } from './metric-schemas.ts';
import { moduleMetrics } from './module-metrics.ts';
import { packageMetrics } from './package-metrics.ts';

type Order = (typeof METRIC_ORDERS)[number];
type Numbers = Pick<MetricsResult['modules'][number], 'fanIn' | 'fanOut' | 'instability' | 'depth' | 'centrality'>;

const VALUES: Readonly<Record<Exclude<Order, 'name'>, (of: Numbers) => number>> = {
  centrality: ({ centrality }) => centrality,
  'fan-in': ({ fanIn }) => fanIn,
  'fan-out': ({ fanOut }) => fanOut,
  depth: ({ depth }) => depth,
  // What has none comes last.
  instability: (of) => of.instability ?? -1,
};

/** The answer of the query; apart from its definition, because only who asks it needs it. */
export function answerMetrics(
  { image, kernels }: QueryContext,
  { by, kinds, limit, cursor }: MetricsParams,
): QueryAnswer<MetricsResult> {
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
}

const compare = (by: Order, a: Numbers, b: Numbers): number => (by === 'name' ? 0 : VALUES[by](b) - VALUES[by](a));

const share = (part: number, rest: number): number | null => (part + rest === 0 ? null : fixed(part / (part + rest)));

/** Four places, so that an answer has the same text everywhere. */
const fixed = (value: number): number => Math.round(value * 10_000) / 10_000;
