import { edgeKindsOf } from '../../src/base/edge-kinds.ts';
import type { ImageReader } from '../../src/image/reader.ts';

/** All that an image says, asked of every method of its reader, as plain data that can be compared or kept as JSON. */
export function contentOf({ fingerprint, strings, graph, diagnostics }: ImageReader) {
  const nodes = Array.from({ length: graph.nodeCount }, (_, node) => ({
    id: graph.idOf(node),
    kind: graph.kindOf(node),
    package: graph.packageOf(node),
    ranges: graph.rangesOf(node),
    lines: graph.linesOf(node),
    found: graph.find(graph.idOf(node)),
    sameEnding: graph.findEnding(graph.idOf(node).replace(/^.*\//, ''), 5),
  }));
  const edges = Array.from({ length: graph.edgeCount }, (_, edge) => ({
    from: graph.sourceOf(edge),
    to: graph.forward.targets[edge],
    kinds: edgeKindsOf(graph.forward.masks[edge] ?? 0),
    sites: graph.sitesOf(edge),
    range: graph.rangeOf(edge),
  }));
  const packages = [...new Set(nodes.map((node) => node.package))].filter((name) => name !== null);
  return {
    fingerprint,
    texts: Array.from({ length: strings.count }, (_, index) => strings.get(index)),
    nodes,
    edges,
    offsets: [...graph.forward.offsets],
    reverse: {
      offsets: [...graph.reverse.offsets],
      targets: [...graph.reverse.targets],
      masks: [...graph.reverse.masks],
      edges: [...graph.reverseEdges],
    },
    packages: Array.from({ length: graph.packageCount }, (_, number) => ({
      name: graph.packageName(number),
      directory: graph.packageDirectory(number),
    })),
    nodesOfPackage: Object.fromEntries(packages.map((name) => [name, graph.nodesOfPackage(name)])),
    coverage: diagnostics.coverage,
    lines: diagnostics.lines,
    diagnostics: diagnostics.entries(),
    unresolved: diagnostics.unresolvedSites(),
  };
}
