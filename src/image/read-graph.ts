import { NODE_KINDS, type NodeKind } from '../base/node-kinds.ts';
import type { GraphVectors } from './graph-vectors.ts';
import { readRanges } from './read-ranges.ts';
import type { Texts } from './read-strings.ts';
import type { GraphReader } from './reader.ts';
import { elementAt, lowerBound, NONE } from './vectors.ts';

/**
 * What a query sees of checked vectors. Makes no object a node or an edge.
 * @param texts throws when the section `strings` was not loaded.
 */
export function readGraph(graph: GraphVectors, texts: () => Texts): GraphReader {
  const { ids, kinds, nodePackages, packages, forward, reverse, reverseEdges, sites } = graph;
  const idOf = (node: number): string => texts().get(elementAt(ids, node));
  // Whoever reads edges reads those of a node one after the other.
  let lastSource = 0;
  const sourceOf = (edge: number): number => {
    elementAt(forward.targets, edge);
    const isSame = edge >= elementAt(forward.offsets, lastSource) && edge < elementAt(forward.offsets, lastSource + 1);
    // The row that begins at or before the edge and is not empty: the last with such a beginning.
    if (!isSame) lastSource = lowerBound(forward.offsets, edge + 1) - 1;
    return lastSource;
  };

  return {
    nodeCount: ids.length,
    edgeCount: forward.targets.length,
    forward,
    reverse,
    reverseEdges,
    idOf,
    sourceOf,
    // The cast holds: kinds beyond the list are refused when the image is opened.
    kindOf: (node) => NODE_KINDS[elementAt(kinds, node)] as NodeKind,
    linesOf: (node) => elementAt(graph.lines, node),
    packageOf(node) {
      const index = elementAt(nodePackages, node);
      return index === NONE ? null : texts().get(elementAt(packages, index));
    },
    packageNumberOf(node) {
      const index = elementAt(nodePackages, node);
      return index === NONE ? null : index;
    },
    packageCount: packages.length,
    packageName: (number) => texts().get(elementAt(packages, number)),
    packageDirectory(number) {
      const text = graph.packageDirectories[number] ?? NONE;
      return text === NONE ? null : texts().get(text);
    },
    ...readRanges(graph, texts),
    find(id) {
      const text = texts().numberOf(id);
      if (text < 0) return -1;
      for (let start = 0; start < ids.length; ) {
        const end = endOfKind(kinds, start);
        const node = lowerBound(ids, text, start, end);
        if (node < end && ids[node] === text) return node;
        start = end;
      }
      return -1;
    },
    findEnding(ending, limit) {
      const found: number[] = [];
      const bytes = new TextEncoder().encode(ending);
      const { endsWithPart } = texts();
      if (bytes.length === 0) return found;
      for (let node = 0; node < ids.length && found.length < limit; node++) {
        if (endsWithPart(elementAt(ids, node), bytes)) found.push(node);
      }
      return found;
    },
    nodesOfPackage(name) {
      const found: number[] = [];
      const text = texts().numberOf(name);
      if (text < 0) return found;
      const first = lowerBound(packages, text);
      const end = lowerBound(packages, text + 1);
      if (first === end) return found;
      for (let node = 0; node < nodePackages.length; node++) {
        const index = nodePackages[node] ?? NONE;
        if (index >= first && index < end) found.push(node);
      }
      return found;
    },
    countSites(edge, mask) {
      let count = 0;
      const end = elementAt(graph.siteOffsets, edge + 1);
      for (let site = elementAt(graph.siteOffsets, edge); site < end; site++) {
        if ((mask & (1 << elementAt(sites.kinds, site))) !== 0) count++;
      }
      return count;
    },
    visitSites(edge, visit) {
      const end = elementAt(graph.siteOffsets, edge + 1);
      for (let site = elementAt(graph.siteOffsets, edge); site < end; site++) {
        visit(elementAt(sites.kinds, site), elementAt(sites.flags, site));
      }
    },
    specifiersOf(edge, mask) {
      const found: string[] = [];
      const end = elementAt(graph.siteOffsets, edge + 1);
      for (let site = elementAt(graph.siteOffsets, edge); site < end; site++) {
        if ((mask & (1 << elementAt(sites.kinds, site))) === 0) continue;
        found.push(texts().get(elementAt(sites.specifiers, site)));
      }
      return found;
    },
    sitesOf(edge) {
      const path = idOf(sourceOf(edge));
      const start = elementAt(graph.siteOffsets, edge);
      const count = elementAt(graph.siteOffsets, edge + 1) - start;
      return Array.from({ length: count }, (_, position) => {
        const site = start + position;
        return {
          kind: elementAt(sites.kinds, site),
          specifier: texts().get(elementAt(sites.specifiers, site)),
          flags: elementAt(sites.flags, site),
          location: {
            path,
            line: elementAt(sites.lines, site),
            column: elementAt(sites.columns, site),
            endLine: elementAt(sites.endLines, site),
            endColumn: elementAt(sites.endColumns, site),
          },
        };
      });
    },
  };
}

/** The end of the run of nodes of one kind that starts at a node. There are as many runs as kinds: few. */
function endOfKind(kinds: Uint8Array, start: number): number {
  const kind = elementAt(kinds, start);
  let low = start + 1;
  let high = kinds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (elementAt(kinds, middle) === kind) low = middle + 1;
    else high = middle;
  }
  return low;
}
