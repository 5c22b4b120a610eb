import type { CsrVectors } from '../base/csr.ts';

export interface ReachOptions {
  /** How many edges away at most; Infinity for all. */
  readonly depth: number;
  /** Edge kinds to follow: bits of EDGE_KINDS. */
  readonly mask: number;
}

/** Nodes in breadth-first order (ties by node number), copied out of the scratch region. */
export interface NodeSet {
  readonly nodes: Uint32Array;
  /** Distance from the nearest start, one a node. */
  readonly depths: Uint32Array;
}

export interface Components {
  readonly count: number;
  /** Component number of each node; numbers ascend in reverse topological order (a component's targets come first). */
  readonly componentOf: Uint32Array;
}

/** The graph kernels, bound to one memory and one scratch region: not for two callers at once. */
export interface GraphKernels {
  /** Kernel calls made so far: how a test knows that an answer really came out of WebAssembly. */
  readonly calls: number;
  reach(graph: CsrVectors, from: readonly number[], options: ReachOptions): NodeSet;
  stronglyConnected(graph: CsrVectors, mask: number): Components;
}
