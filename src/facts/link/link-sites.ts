import type { DiagnosticsRecords, FileFacts, Resolution } from '../records.ts';
import { SITE } from '../records.ts';
import type { Resolver } from '../resolve/resolver.ts';
import { createKindDecider } from './erasure/create-kind-decider.ts';
import { numbered } from './numbered.ts';
import { type LinkRows, specifierAt } from './resolve-rows.ts';

export type UnresolvedSite = DiagnosticsRecords['unresolvedSites'][number];

/**
 * Every site with the target that it leads to: columns, one entry a link, because a project has a hundred thousand
 * of them. A pattern leads to several targets and has a link to each.
 */
export interface Links {
  /** Position of the importing module; ascending, and within a module in source order. */
  readonly modules: readonly number[];
  /** First word of the site among the module's own. */
  readonly sites: readonly number[];
  /** What the site is, as an index into EDGE_KINDS, now that it is known what TypeScript erases. */
  readonly kinds: readonly number[];
  /** Position in {@link specifiers}, each distinct specifier once. */
  readonly specifierNumbers: readonly number[];
  /** Position in {@link targets}, each distinct target once. */
  readonly targetNumbers: readonly number[];
  readonly specifiers: readonly string[];
  readonly targets: readonly Resolution[];
  /** In the order of the modules and their sources. */
  readonly unresolved: readonly UnresolvedSite[];
  /** For each module, positions of the modules whose exports decided of what kind its imports are. */
  readonly asked: readonly Uint32Array[];
}

/** Each target of the rows once: an unresolved one may stand there with several reasons. */
export interface DistinctTargets {
  readonly targets: readonly Resolution[];
  /** Of each target of the rows, its position in {@link targets}. */
  readonly numbers: Uint32Array;
}

export function distinctTargets({ targets }: Pick<LinkRows, 'targets'>): DistinctTargets {
  const distinct = numbered((target: Resolution) => target.id);
  const numbers = new Uint32Array(targets.length);
  targets.forEach((target, position) => {
    numbers[position] = distinct.numberOf(target);
  });
  return { targets: distinct.items, numbers };
}

/**
 * Lays the rows out as columns. The numbers of the outcome depend on the files and where their sites lead, not on which rows
 * were resolved now and which were known.
 * @param files sorted by path; those of `rows`, in the same order
 */
export function linkSites(
  files: readonly FileFacts[],
  links: LinkRows,
  { targets, numbers }: DistinctTargets,
  { erasureOf }: Pick<Resolver, 'erasureOf'>,
): Links {
  const { rows, targets: rowTargets } = links;
  const decideKinds = createKindDecider(files, links, erasureOf);
  const modules: number[] = [];
  const sites: number[] = [];
  const kinds: number[] = [];
  const specifierNumbers: number[] = [];
  const targetNumbers: number[] = [];
  const unresolved: UnresolvedSite[] = [];
  const asked: Uint32Array[] = [];
  const specifiers = numbered((specifier: string) => specifier);

  files.forEach((file, module) => {
    const row = rows[module];
    const { kinds: decided, asked: others } = decideKinds(file);
    asked.push(others);
    row?.sites.forEach((site, link) => {
      const position = row.targets[link] ?? 0;
      const target = rowTargets[position];
      if (!target) return;
      const specifier = specifierAt(file, site);
      modules.push(module);
      sites.push(site);
      kinds.push(decided[site / SITE.WORDS] ?? 0);
      specifierNumbers.push(specifiers.numberOf(specifier));
      targetNumbers.push(numbers[position] ?? 0);
      if (target.kind !== 'unresolved') return;
      const [line = 0, column = 0] = file.sites.subarray(site + SITE.LINE, site + SITE.COLUMN + 1);
      unresolved.push({ path: file.path, specifier, reason: target.reason, line, column });
    });
  });
  return {
    modules,
    sites,
    kinds,
    specifierNumbers,
    targetNumbers,
    specifiers: specifiers.items,
    targets,
    unresolved,
    asked,
  };
}
