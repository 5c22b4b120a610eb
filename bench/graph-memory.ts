import type { CsrVectors } from '../src/base/csr.ts';
import { reverseRows } from '../src/image/reverse-rows.ts';
import { type KernelFlavour, kernelModule } from '../src/session/node/kernels.ts';
import { createControlBlock } from '../src/wasm/control-block.ts';
import { createGraphKernels, type GraphKernels } from '../src/wasm/graph-kernels.ts';
import { instantiateKernels, type KernelExports } from '../src/wasm/instantiate.ts';
import { createPlannedMemory, type MemoryPlan, planMemory } from '../src/wasm/memory-plan.ts';

/** Everything that it takes to call a graph kernel: for tests and benches, which have no image. */
export interface GraphInMemory {
  readonly graph: CsrVectors;
  readonly kernels: GraphKernels;
  readonly exports: KernelExports;
  readonly memory: WebAssembly.Memory;
  readonly plan: MemoryPlan;
}

/** Copies a graph into a memory of its own, planned for one worker and one slot that the vectors fill. */
export function placeGraph(vectors: CsrVectors, flavour: KernelFlavour = 'plain'): GraphInMemory {
  const { graphs, ...memory } = placeGraphs([vectors], flavour);
  return { graph: graphs[0] ?? vectors, ...memory };
}

/** The same, with the edges the other way round beside it. */
export function placeBothWays(
  vectors: CsrVectors,
  flavour: KernelFlavour = 'plain',
): GraphInMemory & { readonly reverse: CsrVectors } {
  const { graphs, ...memory } = placeGraphs([vectors, reverseRows(vectors)], flavour);
  return { graph: graphs[0] ?? vectors, reverse: graphs[1] ?? vectors, ...memory };
}

function placeGraphs(
  all: readonly CsrVectors[],
  flavour: KernelFlavour,
): Omit<GraphInMemory, 'graph'> & { readonly graphs: readonly CsrVectors[] } {
  const words = (sum: number, { offsets, targets, masks }: CsrVectors) =>
    sum + offsets.length + targets.length + masks.length;
  const nodeCount = Math.max(...all.map(({ offsets }) => offsets.length - 1));
  const plan = planMemory({ workers: 1, slots: 1, imageBytes: 4 * all.reduce(words, 0), nodeCount });
  const memory = createPlannedMemory(plan, flavour === 'shared');
  createControlBlock(memory, 1, 1);

  let next = plan.slot(0);
  const put = (words: Uint32Array): Uint32Array => {
    const view = new Uint32Array(memory.buffer, next, words.length);
    view.set(words);
    next += words.byteLength;
    return view;
  };
  const graphs = all.map(({ offsets, targets, masks }) => ({
    offsets: put(offsets),
    targets: put(targets),
    masks: put(masks),
  }));
  const exports = instantiateKernels(kernelModule(flavour), memory);
  const kernels = createGraphKernels(exports, memory, plan.scratch(0), plan.scratchBytes, plan.controlLine(0));
  return { graphs, kernels, exports, memory, plan };
}
