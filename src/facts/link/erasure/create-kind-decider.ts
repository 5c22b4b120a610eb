import { type FileFacts, MEANS_VALUE, SITE } from '../../records.ts';
import type { ErasureSettings } from '../../resolve/tsconfig/erasure-settings.ts';
import type { LinkRows } from '../resolve-rows.ts';
import { decideKinds } from './decide-kinds.ts';
import { declarationsOf } from './declarations-of.ts';
import { createExportMeanings } from './export-meanings.ts';

/**
 * Decides file by file what TypeScript erases. Nothing is resolved for it: where sites lead is in the rows.
 * @param files all modules of the project; those of `rows`, in the same order
 * @param settingsOf what the tsconfig of a file says, by its path
 * @returns for a file, see {@link DecidedKinds}
 */
export function createKindDecider(
  files: readonly FileFacts[],
  { rows, targets }: LinkRows,
  settingsOf: (path: string) => ErasureSettings,
): (file: FileFacts) => DecidedKinds {
  const numbers = new Map(files.map(({ path }, number) => [path, number]));
  const moduleNamed = (path: string): FileFacts | undefined => files[numbers.get(path) ?? -1];
  const moduleOf = (file: FileFacts, site: number): FileFacts | null => {
    const row = rows[numbers.get(file.path) ?? -1];
    const target = row && targets[row.targets[positionOf(row.sites, site * SITE.WORDS)] ?? -1];
    if (target?.kind !== 'module') return null;
    return moduleNamed(declarationsOf(target.id)) ?? moduleNamed(target.id) ?? null;
  };
  const meaningOf = createExportMeanings(moduleOf);
  return (file) => {
    if (file.sites.length === 0) return NO_KINDS;
    const asked = new Set<FileFacts>();
    const kinds = decideKinds(file, settingsOf(file.path), (site, imported) => {
      const target = moduleOf(file, site);
      if (target === null) return MEANS_VALUE;
      const answer = meaningOf(target, imported);
      for (const other of answer.asked) asked.add(other);
      return answer.meaning;
    });
    return { kinds, asked: Array.from(asked, ({ path }) => numbers.get(path) ?? 0).sort((a, b) => a - b) };
  };
}

const NO_KINDS: DecidedKinds = { kinds: new Uint8Array(), asked: [] };

export interface DecidedKinds {
  /** Of the file's sites, as indexes into EDGE_KINDS. */
  readonly kinds: Uint8Array;
  /** Positions of the files whose exports decided about them; ascending. */
  readonly asked: readonly number[];
}

/** Where a word stands in an ascending list, or -1. */
function positionOf(words: readonly number[], word: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? 0) < word) low = middle + 1;
    else high = middle;
  }
  return words[low] === word ? low : -1;
}
