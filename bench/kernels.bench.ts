/**
 * `reach`, `stronglyConnected` and `pageRank` against the same in TypeScript, on generated graphs of 1,000, 10,000 and 100,000
 * modules with ten edges each:
 *
 *     npm run bench -- kernels
 *
 * Both sides read the same vectors and return fresh arrays, and each has its working memory beforehand. Their answers are
 * compared before anything is timed. graphology is timed beside them where bench/rivals is installed, once, after one run that is not counted.
 */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { Bench } from 'tinybench';
import { ALL_EDGE_KINDS } from '../src/base/edge-kinds.ts';
import { generateGraph } from './generate-graph.ts';
import { placeBothWays } from './graph-memory.ts';
import { type BenchOptions, writeResult } from './results.ts';
import { type GraphologyRival, graphologyRival } from './rivals/graphology.ts';
import { createPageRankTwin } from './twins/page-rank.ts';
import { createReachTwin } from './twins/reach.ts';
import { createStronglyConnectedTwin } from './twins/strongly-connected.ts';

/** Median times in milliseconds; `ratio` is the twin's over the kernel's, so how many times faster the kernel is. */
interface Comparison {
  readonly kernel: number;
  readonly kernelP95: number;
  readonly twin: number;
  readonly ratio: number;
}

const DEPTH = 10;

const installed = (path: string): string => fileURLToPath(new URL(`../../bench/rivals/${path}`, import.meta.url));

export async function run({ smoke }: BenchOptions): Promise<void> {
  const results: Record<string, Comparison> = {};
  const others: Record<string, string> = {};
  for (const nodes of [1_000, 10_000, 100_000]) {
    const { graph, reverse, kernels } = placeBothWays(generateGraph(nodes, 10, 20), 'shared');
    const [reachTwin, stronglyConnectedTwin] = [createReachTwin(nodes), createStronglyConnectedTwin(nodes)];
    const options = { depth: DEPTH, mask: ALL_EDGE_KINDS };
    results[`reach ${nodes}`] = await compare(
      smoke,
      () => kernels.reach(graph, [0], options),
      () => reachTwin(graph, 0, DEPTH, ALL_EDGE_KINDS),
    );
    results[`stronglyConnected ${nodes}`] = await compare(
      smoke,
      () => kernels.stronglyConnected(graph, 1),
      () => stronglyConnectedTwin(graph, 1),
    );
    const pageRankTwin = createPageRankTwin(nodes);
    const ranking = { mask: 1, nodeCount: nodes, damping: 0.85, tolerance: 1e-8, iterations: 100 };
    results[`pageRank ${nodes}`] = await compare(
      smoke,
      () => kernels.pageRank(graph, reverse, ranking),
      () => pageRankTwin(graph, reverse, ranking),
    );
    others[String(nodes)] = timesOf(smoke && nodes > 1_000 ? null : await graphologyRival(installed, graph, 1));
  }
  writeResult('kernels', { ...results, graphology: others });
}

/** Milliseconds of graphology's own functions. */
function timesOf(rival: GraphologyRival | null): string {
  if (rival === null) return 'not measured: npm ci --prefix bench/rivals --ignore-scripts; not in a smoke pass';
  const time = (work: () => unknown): string => {
    try {
      work();
      const started = performance.now();
      work();
      return `${(performance.now() - started).toPrecision(3)} ms`;
    } catch (error) {
      // Its search for components is recursive.
      return String(error);
    }
  };
  return `stronglyConnected ${time(rival.stronglyConnected)}, pageRank ${time(rival.pageRank)}`;
}

async function compare(smoke: boolean, kernel: () => unknown, twin: () => unknown): Promise<Comparison> {
  assert.deepEqual(kernel(), twin());
  const bench = new Bench({
    ...(smoke ? { time: 0, iterations: 2, warmup: false } : { time: 1_000, warmupTime: 300 }),
    retainSamples: true,
  });
  await bench.add('kernel', kernel).add('twin', twin).run();
  const quantile = (name: string, share: number): number => {
    const result = bench.getTask(name)?.result;
    // Samples come sorted.
    const samples = result?.state === 'completed' ? (result.latency.samples ?? []) : [];
    const value = samples[Math.floor(samples.length * share)];
    if (value === undefined) throw new Error(`${name} was not measured`);
    return Number(value.toPrecision(3));
  };
  const median = { kernel: quantile('kernel', 0.5), twin: quantile('twin', 0.5) };
  return { ...median, kernelP95: quantile('kernel', 0.95), ratio: Number((median.twin / median.kernel).toFixed(2)) };
}
