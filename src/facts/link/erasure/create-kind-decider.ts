import { EDGE_KINDS } from '../../../base/edge-kinds.ts';
import { type FileFacts, MEANS_VALUE, SITE } from '../../records.ts';
import type { Resolver } from '../../resolve/create-resolver.ts';
import { decideKinds } from './decide-kinds.ts';
import { createExportMeanings } from './export-meanings.ts';

/**
 * Decides file by file what TypeScript erases.
 * @param files all modules of the project
 * @returns the kinds of a file's sites, as indexes into EDGE_KINDS
 */
export function createKindDecider(files: readonly FileFacts[], resolver: Resolver): (file: FileFacts) => Uint8Array {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const moduleOf = (file: FileFacts, site: number): FileFacts | null => {
    const word = (offset: number): number => file.sites[site * SITE.WORDS + offset] ?? 0;
    const specifier = file.strings[word(SITE.SPECIFIER)] ?? '';
    const target = resolver.resolve(file.path, specifier, EDGE_KINDS[word(SITE.KIND)] ?? 'static');
    if (target.kind !== 'module') return null;
    return byPath.get(declarationsOf(target.id)) ?? byPath.get(target.id) ?? null;
  };
  const meaningOf = createExportMeanings(moduleOf);
  return (file) =>
    decideKinds(file, resolver.erasureOf(file.path), (site, imported) => {
      const target = moduleOf(file, site);
      return target === null ? MEANS_VALUE : meaningOf(target, imported);
    });
}

/** What TypeScript reads in place of a JavaScript module: `shape.d.ts` beside `shape.js`. */
function declarationsOf(path: string): string {
  return path.replace(/\.([mc]?)jsx?$/, '.d.$1ts');
}
