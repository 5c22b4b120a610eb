import type { SiteColumns } from './site-targets.ts';

/** The modules from which imports lead to one of these, in any number of steps, and these themselves. */
export function reachingModules({ modules, bases, targets }: SiteColumns, wanted: readonly number[]): Set<number> {
  const importers = new Map<number, number[]>();
  for (let module = 0; module < modules; module++) {
    for (let site = bases[module] ?? 0; site < (bases[module + 1] ?? 0); site++) {
      const target = (targets[site] ?? 0) - 1;
      if (target < 0 || target >= modules) continue;
      const own = importers.get(target);
      if (own === undefined) importers.set(target, [module]);
      else if (own.at(-1) !== module) own.push(module);
    }
  }
  const reaching = new Set(wanted);
  for (const module of reaching) for (const importer of importers.get(module) ?? []) reaching.add(importer);
  return reaching;
}
