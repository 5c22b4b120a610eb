import type { KeptLinks } from './kept-links.ts';

/** The nodes of the graph of an earlier build beside those of this one. */
export interface NodesThen {
  /** By node of then: the node that it is now, or -1. A module is one only as long as it is a module. */
  readonly nodeNow: Int32Array;
  /** By module of now: the module that it was, or -1. */
  readonly moduleThen: Int32Array;
}

/** @param nodes ids of the nodes now; those of the modules first, and sorted */
export function nodesThen(before: KeptLinks, nodes: readonly string[], modules: number): NodesThen {
  const nodeNow = new Int32Array(before.nodes.length).fill(-1);
  const moduleThen = new Int32Array(modules).fill(-1);
  const modulesBefore = before.hashes.length;
  // Nearly all stand where they stood, a few places further: only where the two lists differ is anything looked up.
  let places: Map<string, number> | undefined;
  let shift = 0;
  before.nodes.forEach((id, node) => {
    let now = node + shift;
    if (nodes[now] !== id) {
      places ??= new Map(nodes.map((other, place) => [other, place]));
      now = places.get(id) ?? -1;
      if (now < 0) return;
      shift = now - node;
    }
    const wasModule = node < modulesBefore;
    if (wasModule !== now < modules) return;
    nodeNow[node] = now;
    if (wasModule) moduleThen[now] = node;
  });
  return { nodeNow, moduleThen };
}
