import { z } from 'zod';
import { EDGE_KINDS, edgeKindsOf, edgeMask } from '../base/edge-kinds.ts';
import { NODE_KINDS } from '../base/node-kinds.ts';
import { compareCodeUnits } from '../base/text.ts';
import type { GraphReader } from '../image/reader.ts';
import type { NodeSet } from '../wasm/graph-kernels.ts';
import { defineQuery } from './define.ts';
import { declaredRanges } from './external-ranges.ts';
import { hiddenNeighbours } from './hidden-neighbours.ts';
import { LEVEL_KINDS, moduleKinds, useKinds } from './level-kinds.ts';
import { resolveTarget } from './resolve-target.ts';
import { locationSchema } from './schemas.ts';
import { symbolDeps, symbolDepsResult } from './symbols/symbol-deps.ts';

const params = z.strictObject({
  target: z
    .string()
    .min(1)
    .describe(
      'A path from the root, a unique end of one, a package name, or an id such as `npm:zod` or `node:fs`; at level `symbol` a symbol.',
    ),
  depth: z
    .union([z.int().min(0), z.literal('all')])
    .default(10)
    .describe('How many imports away at most, or `all`.'),
  reverse: z.boolean().default(false).describe('Who depends on the target, instead of what it depends on.'),
  kinds: z
    .array(z.enum(LEVEL_KINDS))
    .default([])
    .describe('Follow only these kinds of import, at level `symbol` of use; all when none is given.'),
  level: z.enum(['module', 'symbol']).optional().describe('What a node is; modules when not given.'),
});

const moduleDepsResult = z.strictObject({
  root: z.string().describe('Id of the target, or the name of the package.'),
  nodes: z
    .array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(NODE_KINDS),
        depth: z.int().min(0).describe('Imports between it and the target, by the shortest way.'),
        package: z.string().nullable(),
        ranges: z
          .array(z.string())
          .optional()
          .describe(
            'Of an external package: the version ranges that the manifests of its importers in this answer declare, each once, sorted; for a target that nobody in the answer imports, of all its importers.',
          ),
        more: z.int().min(1).optional().describe('Neighbours that the depth limit hides; absent when there are none.'),
      }),
    )
    .describe('By depth, then by id.'),
  edges: z
    .array(
      z.strictObject({
        from: z.string().describe('The importer, also under `reverse`.'),
        to: z.string(),
        kinds: z.array(z.enum(EDGE_KINDS)),
        sites: z.array(z.strictObject({ location: locationSchema, specifier: z.string() })),
      }),
    )
    .describe('Every edge of the asked kinds between two of the nodes, by `from`, then by `to`.'),
});

/** Of the typed method, which answers for modules. */
export type DepsParams = Omit<z.input<typeof params>, 'level'>;
export type DepsResult = z.infer<typeof moduleDepsResult>;

/**
 * The neighbourhood of a target: the nodes within `depth` imports of it, and all edges of the asked kinds between
 * them. `truncated: "depth"` says that a node lies beyond. O(nodes + edges of the answer) after the target is found.
 */
export const deps = defineQuery({
  name: 'deps',
  summary: 'What a module or package depends on, or with --reverse, what depends on it.',
  examples: [
    'introspect deps src/index.ts',
    'introspect deps src/index.ts --depth all --format json',
    'introspect deps npm:zod --reverse --depth 1',
    'introspect deps src/cart.ts --reverse --kinds static,export-from',
    'introspect deps src/cart.ts#Cart --level symbol --depth 2',
  ],
  params,
  positional: ['target'],
  result: z.union([moduleDepsResult, symbolDepsResult]),
  sections: ['strings', 'graph', 'diagnostics'],
  sectionsFor: ({ level }) => (level === 'symbol' ? ['symbols'] : []),
  forward: {
    start: ({ target, depth, reverse, level }) =>
      reverse || level === 'symbol' ? null : { target, depth: depth === 'all' ? Number.POSITIVE_INFINITY : depth },
    modules: ({ nodes }) => nodes.flatMap(({ id, kind }) => (kind === 'module' ? [id] : [])),
  },
  run({ image, kernels }, { target, depth, reverse, kinds, level }) {
    const { graph } = image;
    const limit = depth === 'all' ? Number.POSITIVE_INFINITY : depth;
    if (level === 'symbol') return symbolDeps(image, { target, limit, reverse, kinds: useKinds(kinds) });
    const { root, nodes: starts } = resolveTarget(image, target);
    const mask = edgeMask(moduleKinds(kinds));
    const reached = kernels.reach(reverse ? graph.reverse : graph.forward, starts, { depth: limit, mask });
    const ids = new Map(Array.from(reached.nodes, (node) => [node, graph.idOf(node)] as const));
    const hidden = hiddenNeighbours(reverse ? graph.reverse : graph.forward, reached, limit, ids, mask);
    return {
      result: { root, nodes: describeNodes(graph, reached, ids, hidden), edges: edgesAmong(graph, ids, mask) },
      ...(hidden.size > 0 ? { truncated: 'depth' as const } : {}),
    };
  },
});

/** Node numbers of the answer, with their ids. */
type Included = ReadonlyMap<number, string>;

/** The kernel orders a depth by node number, which is by kind before id; people look for an id. */
function describeNodes(
  graph: GraphReader,
  { depths }: NodeSet,
  ids: Included,
  hidden: ReadonlyMap<number, number>,
): DepsResult['nodes'] {
  const ranges = declaredRanges(graph, ids.keys());
  return Array.from(ids, ([node, id], position) => {
    const more = hidden.get(node);
    return {
      id,
      kind: graph.kindOf(node),
      depth: depths[position] ?? 0,
      package: graph.packageOf(node),
      ...(graph.kindOf(node) === 'external' ? { ranges: ranges.get(node) ?? graph.rangesOf(node) } : {}),
      ...(more === undefined ? {} : { more }),
    };
  }).sort((a, b) => a.depth - b.depth || compareCodeUnits(a.id, b.id));
}

function edgesAmong(graph: GraphReader, ids: Included, wanted: number): DepsResult['edges'] {
  const { offsets, targets, masks } = graph.forward;
  const edges: DepsResult['edges'] = [];
  for (const [node, from] of ids) {
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
      const mask = (masks[edge] ?? 0) & wanted;
      const to = mask === 0 ? undefined : ids.get(targets[edge] ?? 0);
      if (to === undefined) continue;
      const sites = graph.sitesOf(edge).filter(({ kind }) => (mask & (1 << kind)) !== 0);
      edges.push({
        from,
        to,
        kinds: edgeKindsOf(mask),
        sites: sites.map(({ location, specifier }) => ({ location, specifier })),
      });
    }
  }
  return edges.sort((a, b) => compareCodeUnits(a.from, b.from) || compareCodeUnits(a.to, b.to));
}
