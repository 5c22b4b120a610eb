import type { VectorChecks } from '../base/vector-checks.ts';
import type { ImageRecords } from '../facts/records.ts';
import { assembleImage, type EncodedImage } from './assemble-image.ts';
import { diagnosticsTexts, encodeDiagnostics } from './encode-diagnostics.ts';
import { encodeExcerpts } from './encode-excerpts.ts';
import { encodeGraph, graphTexts } from './encode-graph.ts';
import { encodeProject } from './encode-project.ts';
import { encodeStrings } from './encode-strings.ts';
import { encodeSymbolTexts } from './encode-symbol-texts.ts';
import { encodeSymbols } from './encode-symbols.ts';
import { textTable } from './text-table.ts';

/**
 * The image of a project: a pure function of its records, so the same records give the same bytes.
 * @param checks computes the XXH64 of each section.
 * @throws ConduitError CONDUIT_BUILD_FAILED when nodes are out of order, CONDUIT_IMAGE_TOO_LARGE from 4 GiB on.
 */
export function encodeImage(records: ImageRecords, checks: Pick<VectorChecks, 'checksum'>): EncodedImage {
  const { graph, diagnostics, symbols, excerpts, project } = records;
  const texts = textTable([...graphTexts(graph), ...diagnosticsTexts(diagnostics)]);
  const sections = {
    strings: encodeStrings(texts),
    graph: encodeGraph(graph, texts),
    diagnostics: encodeDiagnostics(diagnostics, texts),
    ...(symbols && { symbols: encodeSymbols(symbols, graph.ids), 'symbol-texts': encodeSymbolTexts(symbols) }),
    ...(excerpts && { excerpts: encodeExcerpts(excerpts) }),
    ...(project && { project: encodeProject(project) }),
  };
  const size = { nodeCount: graph.ids.length, edgeCount: graph.targets.length };
  return assembleImage(sections, size, (bytes) => checks.checksum(bytes));
}
