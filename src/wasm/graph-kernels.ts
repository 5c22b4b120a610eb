import type { CsrVectors } from '../base/csr.ts';
import { ConduitError } from '../base/errors.ts';
import type { KernelExports } from './instantiate.ts';
import { pointerOf } from './kernel-memory.ts';
import { countOrThrow } from './kernel-status.ts';
import { layOutScratch, type ScratchLayout } from './scratch.ts';

/** Nodes and edges that a kernel may look at before it gives up. */
export interface WorkBudget {
  /** Unlimited when absent. */
  readonly budget?: number;
}

export interface ReachOptions extends WorkBudget {
  /** How many edges away at most; Infinity for all. */
  readonly depth: number;
  /** Edge kinds to follow: bits of EDGE_KINDS. */
  readonly mask: number;
}

/** Nodes in breadth-first order: by depth, then by node number. Copied out of the scratch region. */
export interface NodeSet {
  readonly nodes: Uint32Array;
  /** Distance from the nearest start, one a node. */
  readonly depths: Uint32Array;
}

export interface PageRankOptions extends WorkBudget {
  /** Edge kinds to follow: bits of EDGE_KINDS. */
  readonly mask: number;
  /** Only the first so many nodes, and edges among them. */
  readonly nodeCount: number;
  /** Probability of following an edge rather than beginning anew, under 1. */
  readonly damping: number;
  /** Ranks are good when they changed by less, in sum. */
  readonly tolerance: number;
  readonly iterations: number;
}

export interface Ranks {
  /** One a node; their sum is 1. */
  readonly ranks: Float64Array;
  readonly iterations: number;
}

export interface Components {
  readonly count: number;
  /** Component number of each node; numbers ascend in reverse topological order (a component's targets come first). */
  readonly componentOf: Uint32Array;
}

/**
 * The graph kernels, bound to one memory and one scratch region: not for two callers at once. They throw a
 * ConduitError: CONDUIT_QUERY_TIMEOUT when cancelled or over budget, CONDUIT_QUERY_FAILED when called wrongly.
 */
export interface GraphKernels {
  /** Kernel calls made so far: how a test knows that an answer really came out of WebAssembly. */
  readonly calls: number;
  reach(graph: CsrVectors, from: readonly number[], options: ReachOptions): NodeSet;
  stronglyConnected(graph: CsrVectors, mask: number, options?: WorkBudget): Components;
  /** @param reverse the same edges the other way round */
  pageRank(graph: CsrVectors, reverse: CsrVectors, options: PageRankOptions): Ranks;
}

/** The largest number a kernel's u32 parameter takes: farther than any node, more work than any graph has. */
const UNLIMITED = 0xffffffff;

/**
 * Binds the kernels to a memory. A graph's vectors must be views of it: they are read where they lie.
 *
 * @param scratchPointer byte address of this caller's scratch region, `scratchBytes` long; see scratchBytesFor
 * @param controlPointer byte address of this caller's control line, whose cancel word long kernels watch
 */
export function createGraphKernels(
  exports: KernelExports,
  memory: WebAssembly.Memory,
  scratchPointer: number,
  scratchBytes: number,
  controlPointer: number,
): GraphKernels {
  let calls = 0;

  const words = (offset: number, count: number): Uint32Array =>
    new Uint32Array(memory.buffer, scratchPointer + offset, count);

  function place({ offsets, targets, masks }: CsrVectors): PlacedGraph {
    const nodeCount = offsets.length - 1;
    const edgeCount = offsets[nodeCount];
    if (edgeCount === undefined || edgeCount > targets.length || targets.length !== masks.length) {
      throw new ConduitError('CONDUIT_QUERY_FAILED', 'the vectors of the graph do not belong together');
    }
    const scratch = layOutScratch(nodeCount);
    if (scratch.bytes > scratchBytes) {
      throw new ConduitError(
        'CONDUIT_QUERY_FAILED',
        `a graph of ${nodeCount} nodes needs ${scratch.bytes} bytes of scratch; this memory was planned for ${scratchBytes}`,
      );
    }
    return {
      nodeCount,
      offsets: pointerOf(memory, offsets),
      targets: pointerOf(memory, targets),
      masks: pointerOf(memory, masks),
      scratch,
    };
  }

  return {
    get calls() {
      return calls;
    },

    reach(graph, from, { depth, mask, budget = UNLIMITED }) {
      const { nodeCount, offsets, targets, masks, scratch } = place(graph);
      const { output, outputCapacity, starts, working } = scratch.reach;
      const distinct = withoutRepeats(from, nodeCount);
      words(starts, distinct.length).set(distinct);
      calls++;
      const status = exports.reach(
        offsets,
        targets,
        masks,
        nodeCount,
        scratchPointer + starts,
        distinct.length,
        asUnsigned(depth),
        mask,
        scratchPointer + output,
        outputCapacity,
        scratchPointer + working,
        asUnsigned(budget),
        controlPointer,
      );
      const count = countOrThrow('reach', status);
      return {
        nodes: words(output, count).slice(),
        depths: words(output + outputCapacity * 4, count).slice(),
      };
    },

    stronglyConnected(graph, mask, { budget = UNLIMITED } = {}) {
      const { nodeCount, offsets, targets, masks, scratch } = place(graph);
      const { output, working } = scratch.stronglyConnected;
      calls++;
      const status = exports.stronglyConnected(
        offsets,
        targets,
        masks,
        nodeCount,
        mask,
        scratchPointer + output,
        scratchPointer + working,
        asUnsigned(budget),
        controlPointer,
      );
      const count = countOrThrow('stronglyConnected', status);
      return { count, componentOf: words(output, nodeCount).slice() };
    },

    pageRank(graph, reverse, { mask, nodeCount, damping, tolerance, iterations, budget = UNLIMITED }) {
      const [forward, backward] = [place(graph), place(reverse)];
      if (nodeCount > forward.nodeCount || backward.nodeCount !== forward.nodeCount) {
        throw new ConduitError('CONDUIT_QUERY_FAILED', 'the vectors of the graph do not belong together');
      }
      const { output, working } = forward.scratch.pageRank;
      calls++;
      const status = exports.pageRank(
        forward.offsets,
        forward.targets,
        forward.masks,
        backward.offsets,
        backward.targets,
        backward.masks,
        nodeCount,
        mask,
        damping,
        tolerance,
        asUnsigned(iterations),
        scratchPointer + output,
        scratchPointer + working,
        asUnsigned(budget),
        controlPointer,
      );
      const done = countOrThrow('pageRank', status);
      return { ranks: new Float64Array(memory.buffer, scratchPointer + output, nodeCount).slice(), iterations: done };
    },
  };
}

/** A graph as kernels see it: pointers, and the scratch that its size asks for. */
interface PlacedGraph {
  readonly nodeCount: number;
  readonly offsets: number;
  readonly targets: number;
  readonly masks: number;
  readonly scratch: ScratchLayout;
}

/** Infinity, and whatever else a u32 cannot hold, becomes the nearest that it can. */
function asUnsigned(value: number): number {
  return Math.max(0, Math.min(value, UNLIMITED));
}

/**
 * Starts may repeat, but the scratch region has room for each node once, and one more. When that is still too little,
 * one of those that fit is no node of the graph, and the kernel says so.
 */
function withoutRepeats(from: readonly number[], nodeCount: number): readonly number[] {
  return from.length <= nodeCount ? from : [...new Set(from)].slice(0, nodeCount + 1);
}
