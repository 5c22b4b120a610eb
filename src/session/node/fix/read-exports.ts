import { compareCodeUnits } from '../../../base/text.ts';
import { createExtractor } from '../../../facts/extract/extract-facts.ts';
import { EXPORT } from '../../../facts/symbol-records.ts';
import { kernelModule } from '../kernels.ts';

/** The names that a module exports, sorted, in a text that need not be on disk; null when it cannot be parsed. */
export function createExportReader(): (path: string, text: string) => readonly string[] | null {
  const extractor = createExtractor(kernelModule('plain'));
  return (path, text) => {
    const { status, symbols, strings } = extractor.extract(path, Buffer.from(text));
    if (status !== 'parsed' || !symbols) return null;
    const names: string[] = [];
    for (let row = 0; row < symbols.exports.length; row += EXPORT.WORDS) {
      names.push(strings[symbols.exports[row + EXPORT.NAME] ?? 0] ?? '');
    }
    return names.sort(compareCodeUnits);
  };
}
