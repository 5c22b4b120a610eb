import { z } from 'zod';
import { edgeKindsOf, edgeMask } from '../base/edge-kinds.ts';
import { compareCodeUnits } from '../base/text.ts';
import type { GraphReader } from '../image/reader.ts';
import type { NodeSet } from '../wasm/graph-kernels.ts';
import { defineQuery } from './define.ts';
import { resolveTarget } from './resolve-target.ts';
import { depth, edge, edgeKind, nodeKind } from './schemas.ts';

const params = z.strictObject({
  target: z.string().min(1).describe('A module, the end of its path, a package, `npm:…` or `node:…`'),
  depth: depth.default(10).describe('How many imports away at most, or `all`'),
  reverse: z.boolean().default(false).describe('What depends on the target, instead of what it depends on'),
  kinds: z.array(edgeKind).default([]).describe('Follow only these kinds of import; all when empty'),
});

const result = z.object({
  root: z.string(),
  nodes: z.array(
    z.object({ id: z.string(), kind: nodeKind, depth: z.int().min(0), package: z.string().nullable() }),
  ),
  edges: z.array(edge),
});

export type DepsParams = z.input<typeof params>;
export type DepsResult = z.infer<typeof result>;

/** The dependency graph around a target: everything within `depth` imports, and every import on the way there. */
export const deps = defineQuery({
  name: 'deps',
  summary: 'What a module or package depends on, or with --reverse what depends on it, to any depth',
  examples: [
    'introspect deps src/index.ts --depth 10',
    'introspect deps cart.ts --reverse --depth all',
    'introspect deps npm:zod --reverse --kinds static,type --json',
  ],
  params,
  positional: ['target'],
  result,
  sections: ['strings', 'graph', 'diagnostics'],
  run({ image: { graph }, kernels }, { target, depth, reverse, kinds }) {
    const start = resolveTarget(graph, target);
    const limit = depth === 'all' ? Number.POSITIVE_INFINITY : depth;
    const mask = edgeMask(kinds);
    const rows = reverse ? graph.reverse : graph.forward;
    const reached = kernels.reach(rows, start.nodes, { depth: limit, mask });
    const { edges, cut } = edgesAmong(graph, reached, { mask, reverse });
    const answer = {
      root: start.root,
      nodes: Array.from(reached.nodes, (node, index) => ({
        id: graph.idOf(node),
        kind: graph.kindOf(node),
        depth: reached.depths[index] ?? 0,
        package: graph.packageOf(node),
      })),
      edges: edges.map((number) => describeEdge(graph, number, mask)).sort(byEnds),
    };
    return cut ? { result: answer, truncated: 'depth' as const } : { result: answer };
  },
});

interface Walk {
  readonly mask: number;
  readonly reverse: boolean;
}

/**
 * The numbers of all edges between nodes that were reached, and whether the limit hides a node behind one of them. Edges between
 * two nodes at the limit belong to the answer: both ends are in it.
 */
function edgesAmong(graph: GraphReader, reached: NodeSet, { mask, reverse }: Walk): { edges: number[]; cut: boolean } {
  const { offsets, targets, masks } = reverse ? graph.reverse : graph.forward;
  const inside = new Uint8Array(graph.nodeCount);
  for (const node of reached.nodes) inside[node] = 1;
  const edges: number[] = [];
  let cut = false;
  for (const node of reached.nodes) {
    for (let entry = offsets[node] ?? 0; entry < (offsets[node + 1] ?? 0); entry++) {
      if (((masks[entry] ?? 0) & mask) === 0) continue;
      if (inside[targets[entry] ?? 0] === 0) cut = true;
      else edges.push(reverse ? (graph.reverseEdges[entry] ?? 0) : entry);
    }
  }
  return { edges, cut };
}

function describeEdge(graph: GraphReader, edge: number, mask: number): DepsResult['edges'][number] {
  const sites = graph.sitesOf(edge).filter(({ kind }) => (mask & (1 << kind)) !== 0);
  return {
    from: graph.idOf(graph.sourceOf(edge)),
    to: graph.idOf(graph.forward.targets[edge] ?? 0),
    kinds: edgeKindsOf((graph.forward.masks[edge] ?? 0) & mask),
    sites: sites.map(({ location, specifier }) => ({ location, specifier })),
  };
}

function byEnds(a: { from: string; to: string }, b: { from: string; to: string }): number {
  return compareCodeUnits(a.from, b.from) || compareCodeUnits(a.to, b.to);
}
