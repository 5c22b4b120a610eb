import type { GraphReader } from '../../image/reader.ts';
import { countModules } from '../graph/count-modules.ts';
import type { AffectedSet } from './affected-set.ts';

/**
 * Adds all modules below a folder: what a configuration there may mean something for.
 * @param folder from the root, with a `/` at its end; empty for the root
 * @param from the node by which they are reached; -1 when the configuration itself changed
 * @param names which of them, by the ends of their paths
 */
export function addBelow(graph: GraphReader, folder: string, from: number, set: AffectedSet, names = /$/): void {
  const end = countModules(graph);
  for (let node = 0; node < end; node++) {
    const id = graph.idOf(node);
    if (id.startsWith(folder) && names.test(id)) set.addModule(node, from);
  }
}
