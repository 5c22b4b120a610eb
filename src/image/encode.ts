import type { VectorChecks } from '../base/vector-checks.ts';
import type { ImageRecords } from '../facts/records.ts';
import { assembleImage, type EncodedImage } from './assemble-image.ts';
import { diagnosticsTexts, encodeDiagnostics } from './encode-diagnostics.ts';
import { encodeGraph, graphTexts } from './encode-graph.ts';
import { encodeProject } from './encode-project.ts';
import { encodeStrings } from './encode-strings.ts';
import { encodeSymbolSections, type SymbolSections } from './encode-symbol-sections.ts';
import { textTable } from './text-table.ts';

/** The sections of the graph and of the project around it, and what else an image consists of. */
export interface GraphSections {
  readonly sections: Readonly<Record<'strings' | 'graph' | 'diagnostics', Uint8Array>> & {
    readonly project?: Uint8Array;
  };
  readonly size: { readonly nodeCount: number; readonly edgeCount: number };
}

/**
 * The image of a project: a pure function of its records, so the same records give the same bytes.
 * @param checks computes the XXH64 of each section.
 * @throws ConduitError CONDUIT_BUILD_FAILED when nodes are out of order, CONDUIT_IMAGE_TOO_LARGE from 4 GiB on.
 */
export function encodeImage(records: ImageRecords, checks: Pick<VectorChecks, 'checksum'>): EncodedImage {
  return joinSections(encodeGraphSections(records), encodeSymbolSections(records, records.graph.ids), checks);
}

/** What an image has in any case. */
export function encodeGraphSections({
  graph,
  diagnostics,
  project,
}: Pick<ImageRecords, 'graph' | 'diagnostics' | 'project'>): GraphSections {
  const texts = textTable([...graphTexts(graph), ...diagnosticsTexts(diagnostics)]);
  return {
    sections: {
      strings: encodeStrings(texts),
      graph: encodeGraph(graph, texts),
      diagnostics: encodeDiagnostics(diagnostics, texts),
      ...(project && { project: encodeProject(project) }),
    },
    size: { nodeCount: graph.ids.length, edgeCount: graph.targets.length },
  };
}

/** The image from sections that may have been encoded apart. */
export function joinSections(
  { sections, size }: GraphSections,
  symbols: SymbolSections,
  checks: Pick<VectorChecks, 'checksum'>,
): EncodedImage {
  return assembleImage({ ...sections, ...symbols }, size, (bytes) => checks.checksum(bytes));
}
