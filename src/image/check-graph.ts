import { ALL_EDGE_KINDS, EDGE_KINDS } from '../base/edge-kinds.ts';
import { NODE_KINDS } from '../base/node-kinds.ts';
import type { VectorChecks } from '../base/vector-checks.ts';
import { damaged } from './container.ts';
import type { GraphVectors } from './graph-vectors.ts';
import { NONE } from './vectors.ts';

/** Makes sure that vectors which are read together are as long as each other. Cheap, so done at every opening. */
export function checkLengths(graph: GraphVectors): void {
  const nodes = graph.ids.length;
  const edges = graph.forward.targets.length;
  const sites = graph.sites.kinds.length;
  const expected: [string, { readonly length: number }, number][] = [
    ['node kinds', graph.kinds, nodes],
    ['packages of nodes', graph.nodePackages, nodes],
    ['lines of nodes', graph.lines, nodes],
    ['offsets of edges', graph.forward.offsets, nodes + 1],
    ['masks', graph.forward.masks, edges],
    ['reverse offsets', graph.reverse.offsets, nodes + 1],
    ['reverse targets', graph.reverse.targets, edges],
    ['reverse masks', graph.reverse.masks, edges],
    ['reverse edges', graph.reverseEdges, edges],
    ['offsets of sites', graph.siteOffsets, edges + 1],
    ['flags of sites', graph.sites.flags, sites],
    ['specifiers of sites', graph.sites.specifiers, sites],
    ['lines of sites', graph.sites.lines, sites],
    ['columns of sites', graph.sites.columns, sites],
    ['end lines of sites', graph.sites.endLines, sites],
    ['end columns of sites', graph.sites.endColumns, sites],
    ['ranges', graph.ranges.texts, graph.ranges.edges.length],
    // None at all in an older image.
    ...(graph.packageDirectories.length === 0
      ? []
      : [['folders of packages', graph.packageDirectories, graph.packages.length] as [string, Uint32Array, number]]),
  ];
  for (const [what, { length }, wanted] of expected) {
    if (length !== wanted) throw damaged(`there are ${length} ${what} where there should be ${wanted}`);
  }
}

/**
 * Makes sure that every number in the graph that is used as an index is one: a kernel follows them without looking.
 * @param textCount null when the texts are not loaded; then nobody can follow a number of a text either.
 */
export function checkGraph(graph: GraphVectors, textCount: number | null, checks: VectorChecks): void {
  const nodes = graph.ids.length;
  const edges = graph.forward.targets.length;
  const need = (holds: boolean, what: string): void => {
    if (!holds) throw damaged(what);
  };
  const areTexts = (values: Uint32Array) => textCount === null || checks.allBelow(values, textCount);

  need(areTexts(graph.ids), 'an id of a node is no text');
  need(areTexts(graph.packages), 'a name of a package is no text');
  need(areTexts(graph.sites.specifiers), 'a specifier is no text');
  need(areTexts(graph.ranges.texts), 'a range is no text');
  need(
    textCount === null || checks.allBelow(graph.packageDirectories, textCount, NONE),
    'a folder of a package is no text',
  );
  need(checks.allBelow(graph.ranges.edges, edges), 'a range belongs to no edge');
  need(areAscending(graph.ranges.edges), 'edges of ranges do not ascend');
  need(checks.allBelow(graph.nodePackages, graph.packages.length, NONE), 'a node has an unknown package');
  need(nodesAreInOrder(graph), 'nodes are of an unknown kind or in the wrong order');

  for (const [direction, rows] of [
    ['', graph.forward],
    ['reverse ', graph.reverse],
  ] as const) {
    need(checks.ascendsTo(rows.offsets, edges), `${direction}offsets of edges do not ascend`);
    need(checks.allBelow(rows.targets, nodes), `a ${direction}target is no node`);
    need(checks.allBelow(rows.masks, ALL_EDGE_KINDS + 1), `a ${direction}mask has an unknown kind of edge`);
  }
  need(checks.allBelow(graph.reverseEdges, edges), 'a reverse entry is no edge');
  need(checks.ascendsTo(graph.siteOffsets, graph.sites.kinds.length), 'offsets of sites do not ascend');
  need(areBelow(graph.sites.kinds, EDGE_KINDS.length), 'a site has an unknown kind');
}

// Loops, and not `every`: at the start of a process nothing is compiled yet, and a call for each of 30,000 sites takes a millisecond.

function areBelow(values: Uint8Array, limit: number): boolean {
  for (let place = 0; place < values.length; place++) if ((values[place] ?? limit) >= limit) return false;
  return true;
}

function areAscending(values: Uint32Array): boolean {
  for (let place = 1; place < values.length; place++) {
    if ((values[place - 1] ?? 0) >= (values[place] ?? 0)) return false;
  }
  return true;
}

/** Grouped by kind and ascending by id within each, which the binary search of `find` rests on. */
function nodesAreInOrder({ kinds, ids }: GraphVectors): boolean {
  for (let node = 0; node < kinds.length; node++) {
    const kind = kinds[node] ?? 0;
    const before = kinds[node - 1] ?? 0;
    if (kind >= NODE_KINDS.length || kind < before) return false;
    if (node > 0 && kind === before && (ids[node] ?? 0) <= (ids[node - 1] ?? 0)) return false;
  }
  return true;
}
