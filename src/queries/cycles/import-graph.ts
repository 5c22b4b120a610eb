/**
 * Modules or packages and what they import of each other, by class: small beside the project, so kept apart from its vectors. Nodes and edges are
 * positions here.
 */
export interface ImportGraph {
  readonly level: 'module' | 'package';
  /** The node of the image's graph (module) or the number of the package that each node here is, ascending. */
  readonly nodes: Uint32Array;
  ids(node: number): string;
  /** Compressed sparse rows, without parallel edges; a row's targets ascend. */
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
  /** Bits of the classes of each edge, never 0. */
  readonly classes: Uint8Array;
  /** Edges of the image's graph that make up edge e: imports[importOffsets[e] … importOffsets[e + 1]]. */
  readonly importOffsets: Uint32Array;
  readonly imports: Uint32Array;
  /** How many imports among these nodes a comment leaves out. */
  readonly ignored: number;
}

/** The node that each edge begins at. */
export function sourcesOf({ offsets, targets }: Pick<ImportGraph, 'offsets' | 'targets'>): Uint32Array {
  const sources = new Uint32Array(targets.length);
  for (let node = 0; node + 1 < offsets.length; node++) sources.fill(node, offsets[node], offsets[node + 1]);
  return sources;
}
