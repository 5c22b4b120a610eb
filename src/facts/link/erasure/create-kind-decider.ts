import { type FileFacts, MEANS_VALUE } from '../../records.ts';
import type { ErasureSettings } from '../../resolve/tsconfig/erasure-settings.ts';
import type { LinkRows } from '../resolve-rows.ts';
import { decideKinds } from './decide-kinds.ts';
import { createExportMeanings } from './export-meanings.ts';
import { createSiteModules, NO_MODULE } from './site-modules.ts';

/**
 * Decides file by file what TypeScript erases. Nothing is resolved for it: where sites lead is in the rows.
 * @param files all modules of the project; those of `rows`, in the same order
 * @param settingsOf what the tsconfig of a file says, by its path
 * @returns for a file, see {@link DecidedKinds}
 */
export function createKindDecider(
  files: readonly FileFacts[],
  links: Pick<LinkRows, 'rows' | 'targets'>,
  settingsOf: (path: string) => ErasureSettings,
): (file: FileFacts) => DecidedKinds {
  const numbers = new Map(files.map(({ path }, number) => [path, number]));
  const moduleOf = createSiteModules(numbers, links);
  const meaningOf = createExportMeanings(files, moduleOf);
  // The last decision for which a module was asked: one column in place of a set for every file.
  const askedFor = new Uint32Array(files.length);
  let decisions = 0;
  return (file) => {
    if (file.sites.length === 0) return NO_KINDS;
    const module = numbers.get(file.path) ?? NO_MODULE;
    const decision = ++decisions;
    const asked: number[] = [];
    const kinds = decideKinds(file, settingsOf(file.path), (site, imported) => {
      const target = moduleOf(module, site);
      if (target === NO_MODULE) return MEANS_VALUE;
      const answer = meaningOf(target, imported);
      for (const other of answer.asked) {
        if (askedFor[other] === decision) continue;
        askedFor[other] = decision;
        asked.push(other);
      }
      return answer.meaning;
    });
    return { kinds, asked: asked.length > 0 ? Uint32Array.from(asked).sort() : NOBODY };
  };
}

const NOBODY = new Uint32Array();
const NO_KINDS: DecidedKinds = { kinds: new Uint8Array(), asked: NOBODY };

export interface DecidedKinds {
  /** Of the file's sites, as indexes into EDGE_KINDS. */
  readonly kinds: Uint8Array;
  /** Positions of the files whose exports decided about them; ascending. */
  readonly asked: Uint32Array;
}
