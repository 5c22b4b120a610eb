import { ALL_EDGE_KINDS, edgeKindBit } from '../../base/edge-kinds.ts';
import type { GraphReader, ImageReader } from '../../image/reader.ts';
import { countModules } from '../graph/count-modules.ts';
import { testFiles } from '../test-files.ts';
import { isRunningConfig } from './input-kinds.ts';

/** Whether a module is affected by what it imports in these ways. */
export type IsFollowed = (importer: number, mask: number) => boolean;

/**
 * All imports are followed but one kind: a path in the configuration of a runner or bundler, or in what only configurations import, says what is built (an alias, the
 * entry of a library), and is no part of how. Were it followed, such a source would affect all that lies below the configuration. What tests import too is followed. O(nodes + edges).
 */
export function steeringModules(image: Pick<ImageReader, 'graph' | 'project'>): IsFollowed {
  const { graph } = image;
  const modules = Array.from({ length: countModules(graph) }, (_, node) => node);
  const configs = modules.filter((node) => isRunningConfig(graph.idOf(node)));
  if (configs.length === 0) return () => true;
  const steers = running(graph, configs, modules.length);
  const runs = running(graph, modules.filter(testFiles(image)), modules.length);
  return (importer, mask) => (mask & RUN) !== 0 || steers[importer] !== 1 || runs[importer] === 1;
}

const RUN = ALL_EDGE_KINDS & ~edgeKindBit('asset');

/** One byte a module: 1 for what these are and what they import, however far away, but by a path. */
function running(graph: GraphReader, starts: readonly number[], end: number): Uint8Array {
  const found = new Uint8Array(end);
  const open = [...starts];
  for (const node of open) found[node] = 1;
  const { offsets, targets, masks } = graph.forward;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (let edge = offsets[node] ?? 0; edge < (offsets[node + 1] ?? 0); edge++) {
      const target = targets[edge] ?? 0;
      if (((masks[edge] ?? 0) & RUN) === 0 || target >= end || found[target] === 1) continue;
      found[target] = 1;
      open.push(target);
    }
  }
  return found;
}
