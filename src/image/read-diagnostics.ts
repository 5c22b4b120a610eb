import { ByteBuffer } from 'flatbuffers';
import type { Coverage } from '../base/envelope.ts';
import type { DiagnosticCode, UnresolvedReason } from '../facts/records.ts';
import { checkSection, type FieldType } from './check-section.ts';
import { damaged } from './container.ts';
import { DiagnosticsSection } from './generated/diagnostics-section.ts';
import type { Texts } from './read-strings.ts';
import type { DiagnosticsReader } from './reader.ts';
import { wordsOf } from './vectors.ts';

const FIELDS: readonly FieldType[] = ['uint', 'uint', 'uint', 'uint', 'vector', 'vector', 'vector'];

/**
 * Opens the section `diagnostics`.
 * @param textCount null when the texts are not loaded.
 * @param texts throws when the section `strings` was not loaded.
 */
export function readDiagnostics(section: Uint8Array, textCount: number | null, texts: () => Texts): DiagnosticsReader {
  checkSection('diagnostics', section, FIELDS);
  const root = DiagnosticsSection.getRootAsDiagnosticsSection(new ByteBuffer(section));
  const counts = rowsOf(root.unresolvedCountsArray(), { words: 2, texts: 1 }, textCount);
  const entries = rowsOf(root.entriesArray(), { words: 5, texts: 3 }, textCount);
  const sites = rowsOf(root.unresolvedSitesArray(), { words: 5, texts: 3 }, textCount);
  const failed = root.failed();

  const coverage = (): Coverage => ({
    status: failed === 0 && counts.length === 0 ? 'complete' : 'partial',
    files: root.files(),
    parsed: root.parsed(),
    failed,
    unresolved: Object.fromEntries(counts.map(([reason = 0, count = 0]) => [texts().get(reason), count])),
  });
  let known: Coverage | undefined;

  return {
    get coverage() {
      known ??= coverage();
      return known;
    },
    lines: root.lines(),
    // Codes and reasons are texts, so a later version may add to them: the casts promise no more than that.
    entries: () =>
      entries.map(([path = 0, code = 0, message = 0, line = 0, column = 0]) => ({
        path: texts().get(path),
        code: texts().get(code) as DiagnosticCode,
        message: texts().get(message),
        line,
        column,
      })),
    unresolvedSites: () =>
      sites.map(([path = 0, specifier = 0, reason = 0, line = 0, column = 0]) => ({
        path: texts().get(path),
        specifier: texts().get(specifier),
        reason: texts().get(reason) as UnresolvedReason,
        line,
        column,
      })),
  };
}

/** A vector of rows of so many words, the first of which are texts. They are few: a view each is cheap. */
function rowsOf(
  bytes: Uint8Array | null,
  row: { words: number; texts: number },
  textCount: number | null,
): Uint32Array[] {
  const words = wordsOf(bytes, 'diagnostics');
  if (words.length % row.words !== 0) throw damaged('a diagnostic is cut short');
  const rows = Array.from({ length: words.length / row.words }, (_, index) =>
    words.subarray(index * row.words, (index + 1) * row.words),
  );
  const areTexts = rows.every((values) =>
    values.subarray(0, row.texts).every((text) => textCount === null || text < textCount),
  );
  if (!areTexts) throw damaged('a word of a diagnostic is no text');
  return rows;
}
