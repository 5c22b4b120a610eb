import { edgeKindsOf } from '../../src/base/edge-kinds.ts';
import { isConduitError } from '../../src/base/errors.ts';
import type { ImageReader } from '../../src/image/reader.ts';

/** All that an image says, asked of every method of its reader, as plain data that can be compared or kept as JSON. */
export function contentOf(image: ImageReader) {
  const { fingerprint, strings, graph, diagnostics } = image;
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
    symbols: symbolsOf(image),
    excerpts: excerptsOf(image),
    project: projectOf(image),
  };
}

/** Undefined for an image that was written without symbols. */
function symbolsOf(image: ImageReader) {
  if (!isThere(() => image.symbols)) return undefined;
  const { symbols, symbolTexts } = image;
  const all = Array.from({ length: symbols.count }, (_, symbol) => symbol);
  return {
    projectEnd: symbols.projectEnd,
    modules: Array.from(symbols.modules, (module) => [module, symbols.endOfModule(module)]),
    symbols: all.map((symbol) => ({
      id: symbols.idOf(symbol),
      name: symbols.nameOf(symbol),
      kind: symbols.kindOf(symbol),
      flags: symbols.flagsOf(symbol),
      node: symbols.nodeOf(symbol),
      parent: symbols.parentOf(symbol),
      members: symbols.membersOf(symbol),
      within: symbols.allWithin(symbol),
      namesakes: symbols.named(symbols.nameOf(symbol)),
      exportedAs: symbols.exportedAs(symbol),
      exports: symbols.exportsNamed(symbols.nameOf(symbol)),
      unknown: symbols.unknownUses(symbols.nameOf(symbol)),
      declarations: symbols.declarationsOf(symbol).map(({ number, ...places }) => ({
        ...places,
        signature: symbolTexts.signatureOf(number),
        doc: symbolTexts.docOf(number),
      })),
    })),
    edges: Array.from({ length: symbols.edgeCount }, (_, edge) => ({
      from: symbols.sourceOf(edge),
      to: symbols.forward.targets[edge],
      mask: symbols.forward.masks[edge],
      sites: symbols.sitesOf(edge),
    })),
    reverse: {
      offsets: [...symbols.reverse.offsets],
      targets: [...symbols.reverse.targets],
      masks: [...symbols.reverse.masks],
      edges: [...symbols.reverseEdges],
    },
  };
}

/** By symbol; undefined for an image that was written without them. */
function excerptsOf(image: ImageReader) {
  if (!isThere(() => image.excerpts)) return undefined;
  return Array.from({ length: image.symbols.count }, (_, symbol) => image.excerpts.excerptOf(symbol));
}

/** Undefined for an image that was written before there was any. */
function projectOf(image: ImageReader) {
  if (!isThere(() => image.project)) return undefined;
  const { packages, entries, dependencies, owners, check } = image.project;
  return { packages, entries, dependencies, owners, check };
}

function isThere(section: () => unknown): boolean {
  try {
    return section() !== undefined;
  } catch (error) {
    if (isConduitError(error) && error.code === 'CONDUIT_IMAGE_MISSING') return false;
    throw error;
  }
}
