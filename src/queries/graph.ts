import { edgeMask } from '../base/edge-kinds.ts';
import { ConduitError } from '../base/errors.ts';
import type { ImageReader } from '../image/reader.ts';
import { defineQuery } from './define.ts';
import { describeGroups } from './graph/describe-groups.ts';
import { graphParams, graphResult } from './graph/graph-schemas.ts';
import { groupEdges } from './graph/group-edges.ts';
import { type Groups, groupNodes, NO_GROUP } from './graph/group-nodes.ts';
import { keepNodes } from './graph/kept-graph.ts';
import { neighbourhood } from './graph/neighbourhood.ts';
import { resolveTarget } from './resolve-target.ts';

export type { GraphParams, GraphResult } from './graph/graph-schemas.ts';

/**
 * The module graph, whole or a part of it. Filters come first, then what is put together, then the neighbourhood, so that a package's
 * neighbours are packages. `truncated: "depth"` says that the neighbourhood goes on. O(nodes + edges of the project).
 */
export const graph = defineQuery({
  name: 'graph',
  summary: 'The modules or packages of the project, and what imports what.',
  examples: [
    'introspect graph --level package',
    'introspect graph --focus src/index.ts --format mermaid',
    "introspect graph --collapse 'src/*' --exclude 'npm:*' --format dot | dot -Tsvg > graph.svg",
    'introspect graph --kinds static,require --format csv > imports.csv',
    "introspect graph --exclude '**/*.test.ts' --do-not-follow packages/legacy --json",
  ],
  params: graphParams,
  positional: [],
  result: graphResult,
  sections: ['strings', 'graph', 'diagnostics'],
  run({ image }, params) {
    const { level, kinds, focus, depth, collapse } = params;
    const wanted = edgeMask(kinds);
    const kept = keepNodes(image.graph, params);
    const grouped = groupNodes(image.graph, kept.nodes, level, collapse);
    const between = groupEdges(image.graph, kept, grouped, wanted);
    const near =
      focus === undefined
        ? null
        : neighbourhood(
            between.edges,
            groupsOf(image, focus, grouped),
            depth === 'all' ? Number.POSITIVE_INFINITY : depth,
          );
    return {
      result: describeGroups(image, grouped.groups, near?.groups ?? null, between, wanted),
      ...(near?.isCut ? { truncated: 'depth' as const } : {}),
    };
  },
});

/** @throws ConduitError when nothing has that name, or the filters leave nothing of it */
function groupsOf(image: ImageReader, focus: string, { groupOf }: Groups): number[] {
  const { root, nodes } = resolveTarget(image, focus);
  const groups = new Set(nodes.map((node) => groupOf[node] ?? NO_GROUP));
  groups.delete(NO_GROUP);
  if (groups.size > 0) return [...groups];
  throw new ConduitError('CONDUIT_UNKNOWN_TARGET', `\`${root}\` is left out by \`include\` or \`exclude\``);
}
