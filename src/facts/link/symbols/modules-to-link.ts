import { textOf } from './kept-links.ts';
import type { EarlierLinks } from './known-links.ts';
import { moduleFace } from './module-face.ts';
import { movedSymbols } from './moved-symbols.ts';
import type { NodesThen } from './nodes-then.ts';
import { reachingModules } from './reaching-modules.ts';
import type { SiteColumns } from './site-targets.ts';
import type { TypeContext } from './types/type-context.ts';

/** What has to be linked anew, and how what is kept finds the rest. */
export interface ToLink {
  /** By module: 1 where it is linked anew. */
  readonly anew: Uint8Array;
  /** Of modules (as they were numbered) that have another text and show the same: the number that a symbol has in it now, by the one that it had; -1 for what others cannot see. Of those that show something else, nothing. */
  readonly moved: ReadonlyMap<number, Int32Array>;
}

const NOWHERE = new Int32Array();

/** Of what is gone: it is not what anything leads to now. */
const GONE = 0xfffffffe;

/**
 * Which modules have to be linked anew: those whose text is another, or whose imports lead elsewhere; and, where another one shows others something else than before, all from which imports
 * lead there. What the rest found still holds: what a module's names mean follows from the module and what those behind its imports show.
 * @returns null for all, where what was kept cannot be compared or what changed speaks of modules that do not import it
 */
export function modulesToLink(
  { links, factsOf }: EarlierLinks,
  { nodeNow, moduleThen }: NodesThen,
  { symbols, ambient }: TypeContext,
  sites: SiteColumns,
): ToLink | null {
  const { ambient: ambientThen, siteBases, siteTargets } = links.columns;
  const targetNow = (target: number): number => {
    if (target === 0 || target - 1 >= nodeNow.length) return target;
    const now = nodeNow[target - 1] ?? -1;
    return now < 0 ? GONE : now + 1;
  };
  const anew = new Uint8Array(sites.modules);
  const others: number[] = [];
  symbols.files.forEach((file, module) => {
    const then = moduleThen[module] ?? -1;
    if (then >= 0 && links.hashes[then] === textOf(file) && leadsWhereItLed(module, then)) return;
    anew[module] = 1;
    others.push(module);
  });
  const isThere = new Uint8Array(links.hashes.length);
  for (const then of moduleThen) if (then >= 0) isThere[then] = 1;
  if (ambientThen.some((then) => isThere[then] === 0 || anew[nodeNow[then] ?? 0] === 1)) return null;
  const moved = new Map<number, Int32Array>();
  const shown = others.filter((module) => !showsTheSame(module));
  if (shown.length > 0) for (const module of reachingModules(sites, shown)) anew[module] = 1;
  // Whoever leads there all the same is linked anew when that is seen.
  for (const module of shown) if ((moduleThen[module] ?? -1) >= 0) moved.set(moduleThen[module] ?? -1, NOWHERE);
  // What such a module adds to others may be of what its own imports lead to.
  if (ambient.modules.some((module) => anew[module] === 1)) return null;
  return { anew, moved };

  function leadsWhereItLed(module: number, then: number): boolean {
    const base = sites.bases[module] ?? 0;
    const count = (sites.bases[module + 1] ?? 0) - base;
    const baseThen = siteBases[then] ?? 0;
    if ((siteBases[then + 1] ?? 0) - baseThen !== count) return false;
    for (let site = 0; site < count; site++)
      if (sites.targets[base + site] !== targetNow(siteTargets[baseThen + site] ?? 0)) return false;
    return true;
  }

  function showsTheSame(module: number): boolean {
    const file = symbols.files[module];
    const then = moduleThen[module] ?? -1;
    const before = file && then >= 0 ? factsOf(file.path) : undefined;
    if (!file || !before || textOf(before) !== links.hashes[then]) return false;
    const now = moduleFace(file, (site) => sites.targets[(sites.bases[module] ?? 0) + site] ?? 0);
    const old = moduleFace(before, (site) => targetNow(siteTargets[(siteBases[then] ?? 0) + site] ?? 0));
    if (now.number !== old.number) return false;
    moved.set(then, movedSymbols({ file: before, face: old }, { file, face: now }));
    return true;
  }
}
