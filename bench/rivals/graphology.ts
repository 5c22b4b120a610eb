import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { CsrVectors } from '../../src/base/csr.ts';

/** The same algorithms by graphology, the graph built beforehand; it has no masks, so the graph has only the edges that share a bit with the mask. */
export interface GraphologyRival {
  stronglyConnected(): number;
  /** The same damping and tolerance, by its own stopping rule. */
  pageRank(): number;
}

interface Digraph {
  addNode(name: number): void;
  mergeDirectedEdge(from: number, to: number): void;
}

/** @returns null where it is not installed: it is a dependency of bench/rivals alone */
export async function graphologyRival(
  installed: (path: string) => string,
  { offsets, targets, masks }: CsrVectors,
  mask: number,
): Promise<GraphologyRival | null> {
  const pathOf = (name: string, file: string): string => installed(`node_modules/${name}/${file}`);
  if (!existsSync(pathOf('graphology', 'package.json'))) return null;
  const load = async (path: string): Promise<Record<string, unknown>> => import(pathToFileURL(path).href);
  const { DirectedGraph } = (await load(pathOf('graphology', 'dist/graphology.cjs.js'))).default as {
    DirectedGraph: new () => Digraph;
  };
  const components = (await load(pathOf('graphology-components', 'index.js'))).default as {
    stronglyConnectedComponents(graph: Digraph): unknown[];
  };
  const pageRank = (await load(pathOf('graphology-metrics', 'centrality/pagerank.js'))).default as (
    graph: Digraph,
    options: object,
  ) => object;

  const graph = new DirectedGraph();
  for (let node = 0; node + 1 < offsets.length; node++) graph.addNode(node);
  for (let node = 0; node + 1 < offsets.length; node++) {
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
      if (((masks[edge] ?? 0) & mask) !== 0) graph.mergeDirectedEdge(node, targets[edge] ?? 0);
    }
  }
  return {
    stronglyConnected: () => components.stronglyConnectedComponents(graph).length,
    pageRank: () =>
      Object.keys(pageRank(graph, { alpha: 0.85, tolerance: 1e-8, maxIterations: 1000, getEdgeWeight: null })).length,
  };
}
