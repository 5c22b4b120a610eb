import type { SectionName } from '../../image/sections.ts';
import type { QueryContext } from '../../queries/define.ts';
import { createControlBlock } from '../../wasm/control-block.ts';
import { createGraphKernels } from '../../wasm/graph-kernels.ts';
import { instantiateKernels } from '../../wasm/instantiate.ts';
import { createPlannedMemory, planMemory } from '../../wasm/memory-plan.ts';
import { createVectorChecks } from '../../wasm/vector-checks.ts';
import type { ImageSource } from './image-source.ts';
import { fillSlot, layOutSource } from './load-image.ts';

/**
 * One image in a plain memory of its own, for one caller at a time: the command line, the in-process API and, later,
 * browsers. Another image means another engine; the old one is garbage.
 * @throws ConduitError CONDUIT_IMAGE_DAMAGED, CONDUIT_IMAGE_TOO_LARGE
 */
export function loadEngine(
  module: WebAssembly.Module,
  source: ImageSource,
  sections: readonly SectionName[],
): QueryContext {
  const layout = layOutSource(source, sections);
  const plan = planMemory({ workers: 1, slots: 1, imageBytes: layout.length, nodeCount: source.header.nodeCount });
  const memory = createPlannedMemory(plan, false);
  createControlBlock(memory, 1, 1);
  const exports = instantiateKernels(module, memory);
  const slot = new Uint8Array(memory.buffer, plan.slot(0), plan.slotBytes);
  const image = fillSlot(slot, source, layout, createVectorChecks(exports, memory));
  const kernels = createGraphKernels(exports, memory, plan.scratch(0), plan.scratchBytes, plan.controlLine(0));
  return { image, kernels };
}
