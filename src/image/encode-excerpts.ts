import type { ExcerptFacts } from '../facts/records.ts';
import { ExcerptsSection } from './generated/excerpts-section.ts';
import { alignedVector, finishSection, sectionBuilder } from './section-builder.ts';

/** The section `excerpts`: blocks as the files gave them, which is why one changed file costs no compression but its own. */
export function encodeExcerpts(excerpts: readonly (ExcerptFacts | null)[]): Uint8Array {
  const offsets = new Uint32Array(excerpts.length + 1);
  const lengths = new Uint32Array(excerpts.length);
  excerpts.forEach((facts, module) => {
    offsets[module + 1] = (offsets[module] ?? 0) + (facts?.block.length ?? 0);
    lengths[module] = facts?.length ?? 0;
  });
  const size = offsets[excerpts.length] ?? 0;
  const builder = sectionBuilder(size + offsets.byteLength + lengths.byteLength);
  const bytes = new Uint8Array(size);
  excerpts.forEach((facts, module) => {
    if (facts) bytes.set(facts.block, offsets[module]);
  });
  const vectors = [offsets, lengths, bytes].map((values) => alignedVector(builder, values)) as [number, number, number];
  return finishSection(builder, ExcerptsSection.createExcerptsSection(builder, ...vectors));
}
