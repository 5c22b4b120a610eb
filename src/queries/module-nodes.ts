import type { GraphReader } from '../image/reader.ts';

/** The sources, which are the first nodes. */
export function* moduleNodes(graph: GraphReader): Generator<number> {
  for (let node = 0; node < graph.nodeCount && graph.kindOf(node) === 'module'; node++) yield node;
}
