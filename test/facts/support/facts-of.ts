import { EDGE_KINDS, type EdgeKind } from '../../../src/base/edge-kinds.ts';
import { type FileFacts, SITE } from '../../../src/facts/records.ts';

/** One import as a test writes it; the n-th stands on line n. */
export type WrittenSite = readonly [specifier: string, kind?: EdgeKind, flags?: number];

/** The facts of a file with these imports, as an extractor would give them. */
export function factsOf(path: string, written: readonly WrittenSite[], rest: Partial<FileFacts> = {}): FileFacts {
  const strings = [...new Set(written.map(([specifier]) => specifier))];
  const sites = new Uint32Array(written.length * SITE.WORDS);
  written.forEach(([specifier, kind = 'static', flags = 0], index) => {
    const [line, column] = [index + 1, 8];
    const words = [
      EDGE_KINDS.indexOf(kind),
      strings.indexOf(specifier),
      line,
      column,
      line,
      column + 2 + specifier.length,
      flags,
    ];
    sites.set(words, index * SITE.WORDS);
  });
  return { path, hash: 'f00d', lines: written.length, status: 'parsed', diagnostics: [], sites, strings, ...rest };
}
