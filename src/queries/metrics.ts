import { defineQuery } from './define.ts';
import { answerMetrics } from './metrics/answer-metrics.ts';
import { metricsParams, metricsResult } from './metrics/metric-schemas.ts';

export type { MetricsResult } from './metrics/metric-schemas.ts';

/** How modules and packages stand in the graph. O(nodes + edges) and the sorting, PageRank a few dozen times that. */
export const metrics = defineQuery({
  name: 'metrics',
  summary: 'How many import a module or package, how much it imports, how deep and how central it is.',
  examples: [
    'introspect metrics',
    'introspect metrics --by fan-in --limit 10',
    'introspect metrics --kinds static --json',
  ],
  params: metricsParams,
  positional: [],
  result: metricsResult,
  sections: ['strings', 'graph', 'diagnostics'],
  run: answerMetrics,
});
