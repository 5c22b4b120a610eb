import { edgeMask } from '../../base/edge-kinds.ts';
import { compareCodeUnits } from '../../base/text.ts';
import type { QueryContext } from '../define.ts';
import { countModules } from '../graph/count-modules.ts';
import { type LevelKind, moduleKinds } from '../level-kinds.ts';
import { resolveTarget } from '../resolve-target.ts';
import { nearerNeighbours, waysBack } from './explain-hits.ts';
import type { ImpactResult } from './impact-schemas.ts';
import type { Hit } from './roll-up.ts';

export interface Impact {
  readonly targets: string[];
  /** By depth, then by id; without the targets. */
  readonly hits: readonly Hit[];
  /** What is said of one of them. */
  describe(hit: Hit): ImpactResult['modules'][number];
  /** Modules that could have been hit. */
  readonly possible: number;
  /** True when more lies beyond the depth. */
  readonly isCut: boolean;
}

/** The modules that import the targets, directly or by way of others. @throws ConduitError as `resolveTarget` does */
export function moduleImpact(
  { image, kernels }: QueryContext,
  targets: readonly string[],
  { limit, kinds }: { readonly limit: number; readonly kinds: readonly LevelKind[] },
): Impact {
  const { graph } = image;
  const resolved = targets.map((target) => resolveTarget(image, target));
  const starts = [...new Set(resolved.flatMap(({ nodes }) => nodes))].sort((a, b) => a - b);
  const mask = edgeMask(moduleKinds(kinds));
  // One step further than asked tells whether there is one.
  const reached = kernels.reach(graph.reverse, starts, { depth: limit + 1, mask });
  const wayOf = waysBack(reached, nearerNeighbours(graph.forward, reached, mask));
  const all = Array.from(reached.nodes, (node, at) => ({ node, depth: reached.depths[at] ?? 0 }));
  const ids = new Map(all.map(({ node }) => [node, graph.idOf(node)] as const));
  const idOf = (node: number): string => ids.get(node) ?? '';
  return {
    targets: [...new Set(resolved.map(({ root }) => root))],
    hits: all
      .filter(({ depth }) => depth > 0 && depth <= limit)
      .sort((a, b) => a.depth - b.depth || compareCodeUnits(idOf(a.node), idOf(b.node))),
    describe: ({ node, depth }) => ({
      id: idOf(node),
      depth,
      via: wayOf(node).map(idOf),
    }),
    possible: countModules(image.graph) - starts.filter((node) => graph.kindOf(node) === 'module').length,
    isCut: all.some(({ depth }) => depth > limit),
  };
}
