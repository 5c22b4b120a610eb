import { edgeKindsOf } from '../../base/edge-kinds.ts';
import type { GraphReader, ImageReader } from '../../image/reader.ts';
import type { GraphResult } from './graph-schemas.ts';
import type { GroupEdge, GroupEdges } from './group-edges.ts';
import type { Group } from './group-nodes.ts';
import { FILE_KINDS } from './kept-graph.ts';

/**
 * The records of an answer, of groups and the edges among them that are part of it.
 * @param near positions of the groups that are part of it; null for all
 * @param wanted kinds of edges that were asked for: bits of EDGE_KINDS
 */
export function describeGroups(
  { graph, diagnostics }: ImageReader,
  groups: readonly Group[],
  near: ReadonlySet<number> | null,
  { edges, inside }: GroupEdges,
  wanted: number,
): GraphResult {
  const shown = (group: number): boolean => near === null || near.has(group);
  const result: GraphResult = { modules: [], edges: [], external: [], unresolved: [] };
  groups.forEach((group, position) => {
    if (shown(position) && isFiles(graph, group))
      result.modules.push(describeGroup(graph, group, inside.get(position)));
  });
  let reasonAt: ReturnType<typeof reasons> | undefined;
  for (const edge of edges) {
    const [from, to] = [groups[edge.from], groups[edge.to]];
    if (!from || !to || !shown(edge.from) || !shown(edge.to)) continue;
    if (isFiles(graph, to)) {
      result.edges.push({ from: from.id, to: to.id, ...describeSites(graph, edge, from, to, wanted) });
      continue;
    }
    const [node = 0] = to.nodes;
    if (graph.kindOf(node) !== 'unresolved') {
      const rest = describeSites(graph, edge, from, to, wanted);
      result.external.push({
        from: from.id,
        to: to.id,
        package: graph.packageOf(node),
        ...rangesOf(graph, edge),
        ...rest,
      });
      continue;
    }
    reasonAt ??= reasons(diagnostics);
    for (const { location, specifier } of sitesOf(graph, edge, wanted)) {
      const reason = reasonAt(location.path, location.line, location.column, specifier);
      result.unresolved.push({ from: from.id, specifier, reason, location });
    }
  }
  return result;
}

function describeGroup(
  graph: GraphReader,
  { id, kind, nodes, directory }: Group,
  inside = 0,
): GraphResult['modules'][number] {
  const [first = 0] = nodes;
  const lines = nodes.reduce((sum, node) => sum + graph.linesOf(node), 0);
  if (kind === 'node') {
    // No other kind of node is files.
    return { id, kind: graph.kindOf(first) as 'module', package: graph.packageOf(first), lines };
  }
  const number = graph.packageNumberOf(first);
  const isOnePackage = nodes.every((node) => graph.packageNumberOf(node) === number);
  return {
    id,
    kind,
    package: isOnePackage ? graph.packageOf(first) : null,
    lines,
    ...(directory === null ? {} : { directory }),
    files: nodes.length,
    inside,
  };
}

function describeSites(graph: GraphReader, edge: GroupEdge, from: Group, to: Group, wanted: number) {
  const count = edge.edges.reduce((sum, one) => sum + graph.countSites(one, wanted), 0);
  const isWhole = from.kind === 'node' && to.kind === 'node';
  const sites = sitesOf(graph, isWhole ? edge : { edges: edge.edges.slice(0, 1) }, wanted);
  return { kinds: edgeKindsOf(edge.mask), count, sites: isWhole ? sites : sites.slice(0, 1) };
}

function sitesOf(graph: GraphReader, { edges }: Pick<GroupEdge, 'edges'>, wanted: number) {
  return edges.flatMap((edge) =>
    graph
      .sitesOf(edge)
      .filter(({ kind }) => (wanted & (1 << kind)) !== 0)
      .map(({ location, specifier }) => ({ location, specifier })),
  );
}

function rangesOf(graph: GraphReader, { edges }: GroupEdge): { range: string | null; ranges?: string[] } {
  const found = new Set<string>();
  for (const edge of edges) {
    const range = graph.rangeOf(edge);
    if (range !== null) found.add(range);
  }
  const ranges = [...found].sort();
  return ranges.length > 1 ? { range: null, ranges } : { range: ranges[0] ?? null };
}

/** Why places lead nowhere: the graph has the places, the diagnostics have the reasons. */
function reasons(diagnostics: ImageReader['diagnostics']) {
  const keyOf = (path: string, line: number, column: number, specifier: string): string =>
    `${line}:${column}:${path}\0${specifier}`;
  const known = new Map(
    diagnostics
      .unresolvedSites()
      .map(({ path, line, column, specifier, reason }) => [keyOf(path, line, column, specifier), reason]),
  );
  return (...place: Parameters<typeof keyOf>): string => known.get(keyOf(...place)) ?? 'unknown';
}

const isFiles = (graph: GraphReader, { kind, nodes: [first = 0] }: Group): boolean =>
  kind !== 'node' || FILE_KINDS.has(graph.kindOf(first));
