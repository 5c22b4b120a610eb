import { ALL_EDGE_KINDS } from '../src/base/edge-kinds.ts';
import type { ImageReader } from '../src/image/reader.ts';
import type { QueryContext } from '../src/queries/define.ts';

/** Modules to ask about, by id. */
export interface Targets {
  /** With most imports of all: a wide answer. */
  readonly widest: string;
  /** With the largest answer among those that reach at most a twentieth of the modules. */
  readonly narrow: string;
}

/** Looks at every seventh module, for a large project has thousands. */
export function pickTargets({ image, kernels }: QueryContext): Targets {
  const { graph } = image;
  const modules = graph.nodeCount === 0 ? [] : modulesOf(image);
  const degree = (node: number) => (graph.forward.offsets[node + 1] ?? 0) - (graph.forward.offsets[node] ?? 0);
  const widest = modules.reduce((best, node) => (degree(node) > degree(best) ? node : best), modules[0] ?? 0);
  let narrow = modules[0] ?? 0;
  let most = 0;
  for (const node of modules.filter((_, position) => position % 7 === 0)) {
    const reached = kernels.reach(graph.forward, [node], { depth: 10, mask: ALL_EDGE_KINDS }).nodes.length;
    if (reached <= modules.length / 20 && reached > most) [narrow, most] = [node, reached];
  }
  return { widest: graph.idOf(widest), narrow: graph.idOf(narrow) };
}

function modulesOf({ graph }: ImageReader): number[] {
  return Array.from({ length: graph.nodeCount }, (_, node) => node).filter((node) => graph.kindOf(node) === 'module');
}
