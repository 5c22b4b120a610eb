import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EDGE_KINDS } from '../../src/base/edge-kinds.ts';
import { createExtractor } from '../../src/facts/extract/extract-facts.ts';
import { type FileFacts, SITE, SITE_EAGER, SITE_NESTED, SITE_PATTERN } from '../../src/facts/records.ts';
import { kernelModule } from '../../src/session/node/kernels.ts';

const extractor = createExtractor(kernelModule('plain'));

export function extractFrom(source: string | Uint8Array, path = 'harbour/pilot.ts'): FileFacts {
  return extractor.extract(path, typeof source === 'string' ? Buffer.from(source) : source);
}

/** The facts of a file of a project on disk. */
export function extractFile(root: string, path: string): FileFacts {
  return extractor.extract(path, readFileSync(join(root, path)));
}

/** The import sites in words: `dynamic ./tide.ts nested`. */
export function importsOf(source: string, path?: string): string[] {
  const { sites, strings, diagnostics } = extractFrom(source, path);
  if (diagnostics.length > 0) throw new Error(`${diagnostics[0]?.code}: ${diagnostics[0]?.message}`);
  const found: string[] = [];
  for (let at = 0; at < sites.length; at += SITE.WORDS) {
    const flags = sites[at + SITE.FLAGS] ?? 0;
    const words = [EDGE_KINDS[sites[at + SITE.KIND] ?? -1], strings[sites[at + SITE.SPECIFIER] ?? -1]];
    if (flags & SITE_NESTED) words.push('nested');
    if (flags & SITE_EAGER) words.push('eager');
    if (flags & SITE_PATTERN) words.push('pattern');
    found.push(words.join(' '));
  }
  return found;
}

/** What stands in the source at each site’s place: a second reading of line and column, independent of the line table. */
export function placesOf(source: string, path?: string): string[] {
  const { sites } = extractFrom(source, path);
  const lines = source.replace(/^\ufeff/, '').split('\n');
  const places: string[] = [];
  for (let at = 0; at < sites.length; at += SITE.WORDS) {
    const [line = 0, column = 0, endLine = 0, endColumn = 0] = sites.subarray(at + SITE.LINE, at + SITE.END_COLUMN + 1);
    const text = lines.slice(line - 1, endLine).join('\n');
    const lastLineStart = text.length - (lines[endLine - 1] ?? '').length;
    places.push(text.slice(column - 1, lastLineStart + endColumn - 1));
  }
  return places;
}
