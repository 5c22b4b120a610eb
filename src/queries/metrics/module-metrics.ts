import type { CsrVectors } from '../../base/csr.ts';
import type { GraphReader } from '../../image/reader.ts';
import type { GraphKernels } from '../../wasm/graph-kernels.ts';
import { countModules } from '../graph/count-modules.ts';

/** What the graph says of each module, by its node; docs/metrics.md has the formulas. */
export interface ModuleMetrics {
  /** Modules are the first so many nodes. */
  readonly moduleCount: number;
  readonly fanIn: Uint32Array;
  readonly fanOut: Uint32Array;
  readonly depth: Uint32Array;
  /** PageRank times the number of modules: 1 is what the average module has. */
  readonly centrality: Float64Array;
}

/** As usual for PageRank; the tolerance moves no centrality in the places that are shown. */
const RANKING = { damping: 0.85, tolerance: 1e-8, iterations: 100 };

/** O(nodes + edges), and that again for each iteration of PageRank. */
export function moduleMetrics(graph: GraphReader, kernels: GraphKernels, mask: number): ModuleMetrics {
  const moduleCount = countModules(graph);
  const { ranks } = kernels.pageRank(graph.forward, graph.reverse, { ...RANKING, mask, nodeCount: moduleCount });
  const { count, componentOf } = kernels.stronglyConnected(graph.forward, mask);
  return {
    moduleCount,
    fanIn: countNeighbours(graph.reverse, moduleCount, mask),
    fanOut: countNeighbours(graph.forward, moduleCount, mask),
    depth: depths(graph.forward, moduleCount, mask, componentOf, count),
    centrality: ranks.map((rank) => rank * moduleCount),
  };
}

function countNeighbours({ offsets, targets, masks }: CsrVectors, moduleCount: number, mask: number): Uint32Array {
  const counts = new Uint32Array(moduleCount);
  for (let node = 0; node < moduleCount; node++) {
    const end = offsets[node + 1] ?? 0;
    let count = 0;
    for (let edge = offsets[node] ?? 0; edge < end; edge++) {
      const other = targets[edge] ?? 0;
      if (((masks[edge] ?? 0) & mask) !== 0 && other < moduleCount && other !== node) count++;
    }
    counts[node] = count;
  }
  return counts;
}

/** The longest chain of components below each module. Components are numbered so that targets come first: one pass in that order will do. */
function depths(
  { offsets, targets, masks }: CsrVectors,
  moduleCount: number,
  mask: number,
  componentOf: Uint32Array,
  componentCount: number,
): Uint32Array {
  const ofComponent = new Uint32Array(componentCount);
  for (const node of byComponent(componentOf, componentCount, moduleCount)) {
    const own = componentOf[node] ?? 0;
    let depth = ofComponent[own] ?? 0;
    const end = offsets[node + 1] ?? 0;
    for (let edge = offsets[node] ?? 0; edge < end; edge++) {
      const target = targets[edge] ?? 0;
      if (((masks[edge] ?? 0) & mask) === 0 || target >= moduleCount || componentOf[target] === own) continue;
      depth = Math.max(depth, (ofComponent[componentOf[target] ?? 0] ?? 0) + 1);
    }
    ofComponent[own] = depth;
  }
  return Uint32Array.from({ length: moduleCount }, (_, node) => ofComponent[componentOf[node] ?? 0] ?? 0);
}

/** Modules in the order of their components. */
function byComponent(componentOf: Uint32Array, componentCount: number, moduleCount: number): Uint32Array {
  const starts = new Uint32Array(componentCount + 1);
  for (let node = 0; node < moduleCount; node++) {
    const next = (componentOf[node] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let at = 0; at < componentCount; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const order = new Uint32Array(moduleCount);
  for (let node = 0; node < moduleCount; node++) {
    const component = componentOf[node] ?? 0;
    const place = starts[component] ?? 0;
    order[place] = node;
    starts[component] = place + 1;
  }
  return order;
}
