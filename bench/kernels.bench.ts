/**
 * `reach` and `stronglyConnected` against their TypeScript twins, on generated graphs of 1,000, 10,000 and 100,000 modules
 * with ten edges each. Prints ratios and writes bench/results/kernels.json.
 *
 *   npm run build && node dist/bench/kernels.bench.js [--smoke]
 *
 * The twins are what one would ship without WebAssembly: typed arrays over the same vectors, no objects a node. Both sides
 * start from the same memory and return fresh arrays. Answers are compared before anything is timed.
 */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { Bench } from 'tinybench';
import { generateGraph } from './generate-graph.ts';
import { placeGraph } from './graph-memory.ts';
import { reachTwin } from './twins/reach.ts';
import { stronglyConnectedTwin } from './twins/strongly-connected.ts';

interface Row {
  readonly kernel: string;
  readonly nodes: number;
  readonly edges: number;
  readonly wasmMedianMs: number;
  readonly wasmP95Ms: number;
  readonly twinMedianMs: number;
  /** Twin over kernel: how many times faster the kernel is. */
  readonly ratio: number;
}

const smoke = process.argv.includes('--smoke');
const sizes = smoke ? [1_000] : [1_000, 10_000, 100_000];
const rows: Row[] = [];
for (const nodes of sizes) {
  const { graph, kernels } = placeGraph(generateGraph(nodes, 10, 20), 'shared');
  const options = { depth: 10, mask: 0xfff };
  const edges = graph.targets.length;
  rows.push(
    await compare('reach, depth 10', nodes, edges, {
      wasm: () => kernels.reach(graph, [0], options),
      twin: () => reachTwin(graph, [0], options),
    }),
    await compare('stronglyConnected', nodes, edges, {
      wasm: () => kernels.stronglyConnected(graph, 1),
      twin: () => stronglyConnectedTwin(graph, 1),
    }),
  );
}

console.table(rows);
mkdirSync('bench/results', { recursive: true });
writeFileSync('bench/results/kernels.json', `${JSON.stringify({ node: process.version, smoke, rows }, null, 2)}\n`);

async function compare(
  kernel: string,
  nodes: number,
  edges: number,
  { wasm, twin }: Record<'wasm' | 'twin', () => unknown>,
): Promise<Row> {
  assert.deepEqual(wasm(), twin());
  const bench = new Bench(smoke ? { time: 0, iterations: 2, warmup: false } : { time: 1_000, warmupTime: 300 });
  await bench.add('wasm', wasm).add('twin', twin).run();
  const latency = (name: string): { p50: number; p95: number } => {
    const result = bench.getTask(name)?.result;
    if (!result || !('latency' in result)) throw new Error(`${kernel}: ${name} did not finish`);
    const sorted = 'samples' in result.latency ? [...(result.latency.samples ?? [])].sort((a, b) => a - b) : [];
    return { p50: result.latency.p50, p95: sorted[Math.floor(sorted.length * 0.95)] ?? result.latency.p99 };
  };
  const [ours, theirs] = [latency('wasm'), latency('twin')];
  const round = (value: number): number => Number(value.toPrecision(3));
  return {
    kernel,
    nodes,
    edges,
    wasmMedianMs: round(ours.p50),
    wasmP95Ms: round(ours.p95),
    twinMedianMs: round(theirs.p50),
    ratio: round(theirs.p50 / ours.p50),
  };
}
