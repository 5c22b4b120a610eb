import { compareCodeUnits } from '../base/text.ts';
import type { DiagnosticsRecords } from '../facts/records.ts';
import { DiagnosticsSection } from './generated/diagnostics-section.ts';
import { alignedVector, finishSection, sectionBuilder } from './section-builder.ts';
import type { TextTable } from './text-table.ts';

/** The texts that {@link encodeDiagnostics} will ask numbers for. */
export function diagnosticsTexts({ unresolved, entries, unresolvedSites }: DiagnosticsRecords): string[] {
  return [
    ...Object.keys(unresolved),
    ...entries.flatMap(({ path, code, message }) => [path, code, message]),
    ...unresolvedSites.flatMap(({ path, specifier, reason }) => [path, specifier, reason]),
  ];
}

/** The section `diagnostics`: what was read, what was not understood, and what leads nowhere. */
export function encodeDiagnostics(diagnostics: DiagnosticsRecords, { numberOf }: TextTable): Uint8Array {
  const counts = Object.entries(diagnostics.unresolved)
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([reason, count]) => [numberOf(reason), count]);
  const entries = diagnostics.entries.map(({ path, code, message, line, column }) => [
    numberOf(path),
    numberOf(code),
    numberOf(message),
    line,
    column,
  ]);
  const sites = diagnostics.unresolvedSites.map(({ path, specifier, reason, line, column }) => [
    numberOf(path),
    numberOf(specifier),
    numberOf(reason),
    line,
    column,
  ]);

  const words = [counts, entries, sites].map((rows) => Uint32Array.from(rows.flat()));
  const builder = sectionBuilder(words.reduce((total, { byteLength }) => total + byteLength, 0));
  const [countsVector = 0, entriesVector = 0, sitesVector = 0] = words.map((vector) => alignedVector(builder, vector));
  DiagnosticsSection.startDiagnosticsSection(builder);
  DiagnosticsSection.addFiles(builder, diagnostics.files);
  DiagnosticsSection.addParsed(builder, diagnostics.parsed);
  DiagnosticsSection.addFailed(builder, diagnostics.failed);
  DiagnosticsSection.addLines(builder, diagnostics.lines);
  DiagnosticsSection.addUnresolvedCounts(builder, countsVector);
  DiagnosticsSection.addEntries(builder, entriesVector);
  DiagnosticsSection.addUnresolvedSites(builder, sitesVector);
  return finishSection(builder, DiagnosticsSection.endDiagnosticsSection(builder));
}
