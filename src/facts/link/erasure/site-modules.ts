import { SITE } from '../../records.ts';
import type { LinkRows } from '../resolve-rows.ts';
import { declarationsOf } from './declarations-of.ts';

/**
 * The module to which a site leads, for an import without a pattern; {@link NO_MODULE} when it leads to none of the project.
 * Modules by their positions.
 * @param site number of the site among those of the module
 */
export type SiteModules = (module: number, site: number) => number;

export const NO_MODULE = -1;
const NOT_ASKED = -2;

/**
 * Reads it off the rows. A JavaScript module with declarations beside it stands for these, as it does for TypeScript.
 * @param numbers of the modules, by path
 */
export function createSiteModules(
  numbers: ReadonlyMap<string, number>,
  { rows, targets }: Pick<LinkRows, 'rows' | 'targets'>,
): SiteModules {
  // Of a target found out once, however many sites lead to it.
  const modules = new Int32Array(targets.length).fill(NOT_ASKED);
  const moduleOf = (position: number): number => {
    const target = targets[position];
    if (target?.kind !== 'module') return NO_MODULE;
    return numbers.get(declarationsOf(target.id)) ?? numbers.get(target.id) ?? NO_MODULE;
  };
  return (module, site) => {
    const row = rows[module];
    const position = row?.targets[linkOf(row.sites, site * SITE.WORDS, site)];
    if (position === undefined) return NO_MODULE;
    const known = modules[position] ?? NO_MODULE;
    if (known !== NOT_ASKED) return known;
    const found = moduleOf(position);
    modules[position] = found;
    return found;
  };
}

/**
 * Where a word stands in an ascending list, or -1.
 * @param guess where it stands if no site before it is a pattern, which can have no link or several
 */
function linkOf(words: readonly number[], word: number, guess: number): number {
  if (words[guess] === word) return guess;
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? 0) < word) low = middle + 1;
    else high = middle;
  }
  return words[low] === word ? low : -1;
}
