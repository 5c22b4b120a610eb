import { type EdgeKind, edgeKindsOf, edgeMask } from '../../src/base/edge-kinds.ts';
import type { NodeKind } from '../../src/base/node-kinds.ts';
import { loadInProcess } from '../../src/session/node/load-in-process.ts';

/** An import of one file of the project by another, as our image has it. */
export interface OwnEdge {
  readonly from: string;
  readonly to: string;
  readonly kinds: readonly EdgeKind[];
  /** Of its first site. */
  readonly line: number;
  readonly specifier: string;
}

export interface OwnGraph {
  readonly modules: ReadonlySet<string>;
  /** Keyed by {@link edgeKey}. */
  readonly edges: ReadonlyMap<string, OwnEdge>;
  /** Keys of edges that only have kinds which were not asked for: `vi.mock(import('./a'))` is a mock here and an import elsewhere. */
  readonly otherKinds: ReadonlySet<string>;
}

/** JSON and assets too: other tools list them among what a module imports. */
const FILES: ReadonlySet<NodeKind> = new Set(['module', 'json', 'asset']);

export const edgeKey = (from: string, to: string): string => `${from}\n${to}`;

/** The part of an image's graph that has to do with the project's own files, by imports of some kinds. */
export function ownGraph(image: string, kinds: readonly EdgeKind[]): OwnGraph {
  const { graph } = loadInProcess(image).image;
  const wanted = edgeMask(kinds);
  const modules = new Set<string>();
  const edges = new Map<string, OwnEdge>();
  const otherKinds = new Set<string>();
  for (let node = 0; node < graph.nodeCount; node++) if (graph.kindOf(node) === 'module') modules.add(graph.idOf(node));
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const [target, mask] = [graph.forward.targets[edge] ?? 0, (graph.forward.masks[edge] ?? 0) & wanted];
    if (!FILES.has(graph.kindOf(target))) continue;
    const [from, to] = [graph.idOf(graph.sourceOf(edge)), graph.idOf(target)];
    if (mask === 0) {
      otherKinds.add(edgeKey(from, to));
      continue;
    }
    const site = graph.sitesOf(edge).find(({ kind }) => (mask & (1 << kind)) !== 0);
    const { specifier = '', location: { line } = { line: 0 } } = site ?? {};
    edges.set(edgeKey(from, to), { from, to, kinds: edgeKindsOf(mask), line, specifier });
  }
  return { modules, edges, otherKinds };
}
