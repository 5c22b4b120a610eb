import { ByteBuffer } from 'flatbuffers';
import type { Coverage } from '../base/envelope.ts';
import { compareCodeUnits } from '../base/text.ts';
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

  const coverage = (): Coverage => {
    const codes = entries.map(([, code = 0]) => texts().get(code));
    const isRead = root.parsed() + failed === root.files();
    // A folder that cannot be listed is no file that failed, and yet nobody knows what is in it.
    const isComplete = isRead && failed === 0 && counts.count === 0 && !codes.includes('unreadable');
    return {
      status: isComplete ? 'complete' : 'partial',
      files: root.files(),
      parsed: root.parsed(),
      failed,
      unresolved: Object.fromEntries(counts.map(([reason = 0, count = 0]) => [texts().get(reason), count])),
      skipped: countSkipped(codes),
    };
  };
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

/** What was passed over by rule, counted by code; codes come by path, so the counts are put into an order here. */
function countSkipped(codes: readonly string[]): Record<string, number> {
  const skipped: Record<string, number> = {};
  for (const code of codes.filter((one) => one.startsWith('skipped-')).sort(compareCodeUnits)) {
    skipped[code] = (skipped[code] ?? 0) + 1;
  }
  return skipped;
}

interface Rows {
  readonly count: number;
  /** A row at a time, its words by place. */
  map<Value>(make: (row: Uint32Array) => Value): Value[];
}

/** A vector of rows of so many words, the first of which are texts. Makes no object a row until it is asked for them. */
function rowsOf(bytes: Uint8Array | null, row: { words: number; texts: number }, textCount: number | null): Rows {
  const words = wordsOf(bytes, 'diagnostics');
  if (words.length % row.words !== 0) throw damaged('a diagnostic is cut short');
  for (let start = 0; textCount !== null && start < words.length; start += row.words) {
    for (let word = start; word < start + row.texts; word++) {
      if ((words[word] ?? 0) >= textCount) throw damaged('a word of a diagnostic is no text');
    }
  }
  const count = words.length / row.words;
  return {
    count,
    map: (make) => Array.from({ length: count }, (_, at) => make(words.subarray(at * row.words, (at + 1) * row.words))),
  };
}
