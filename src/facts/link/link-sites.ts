import { EDGE_KINDS, type EdgeKind } from '../../base/edge-kinds.ts';
import { wellFormed } from '../../base/text.ts';
import type { DiagnosticsRecords, FileFacts, Resolution } from '../records.ts';
import { SITE, SITE_PATTERN } from '../records.ts';
import type { Resolver } from '../resolve/create-resolver.ts';
import { createKindDecider } from './erasure/create-kind-decider.ts';
import { createPatternExpander } from './expand-pattern.ts';

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
}

/** Resolves all sites. @param files sorted by path */
export function linkSites(files: readonly FileFacts[], resolver: Resolver): Links {
  const modules: number[] = [];
  const sites: number[] = [];
  const kinds: number[] = [];
  const specifierNumbers: number[] = [];
  const targetNumbers: number[] = [];
  const unresolved: UnresolvedSite[] = [];
  const specifiers = numbered((specifier: string) => specifier);
  const targets = numbered((target: Resolution) => target.id);
  const findTargets = targetFinder(files, resolver);
  const decideKinds = createKindDecider(files, resolver);

  files.forEach((file, module) => {
    const decided = decideKinds(file);
    for (let site = 0; site < file.sites.length; site += SITE.WORDS) {
      const word = (offset: number): number => file.sites[site + offset] ?? 0;
      // A lone surrogate (`'\\ud800'` in a source) has no UTF-8: it would sort here as one text and in the image as another.
      const specifier = wellFormed(file.strings[word(SITE.SPECIFIER)] ?? '');
      const kind = EDGE_KINDS[word(SITE.KIND)] ?? 'static';
      for (const target of findTargets(file.path, specifier, kind, (word(SITE.FLAGS) & SITE_PATTERN) !== 0)) {
        modules.push(module);
        sites.push(site);
        kinds.push(decided[site / SITE.WORDS] ?? 0);
        specifierNumbers.push(specifiers.numberOf(specifier));
        targetNumbers.push(targets.numberOf(target));
        if (target.kind !== 'unresolved') continue;
        const { reason } = target;
        unresolved.push({ path: file.path, specifier, reason, line: word(SITE.LINE), column: word(SITE.COLUMN) });
      }
    }
  });
  return {
    modules,
    sites,
    kinds,
    specifierNumbers,
    targetNumbers,
    specifiers: specifiers.items,
    targets: targets.items,
    unresolved,
  };
}

type TargetFinder = (path: string, specifier: string, kind: EdgeKind, isPattern: boolean) => readonly Resolution[];

function targetFinder(files: readonly FileFacts[], resolver: Resolver): TargetFinder {
  const paths = files.map(({ path }) => path);
  const known = new Set(paths);
  const expand = createPatternExpander(paths);
  return (path, specifier, kind, isPattern) => {
    if (isPattern) {
      // `!./draft.tsx` takes out of what its neighbours matched. Which those are is not in the facts, so nothing is
      // taken out: an edge too many is seen at its site, one too few would be missed.
      if (kind === 'glob' && specifier.startsWith('!')) return [];
      const matches = expand(path, specifier, kind, resolver.ownerOf(path)?.directory ?? '');
      if (matches.length === 0) return [{ kind: 'unresolved', id: `?:${specifier}`, reason: 'dynamic-pattern' }];
      return matches.map((id) => ({ kind: 'module', id, package: resolver.ownerOf(id)?.name ?? null }));
    }
    const target = resolver.resolve(path, specifier, kind);
    // Scanned, but passed over when it was read.
    const isGone = target.kind === 'module' && !known.has(target.id);
    return [isGone ? { kind: 'unresolved', id: `?:${specifier}`, reason: 'excluded' } : target];
  };
}

/** Gives each distinct item a number, in order of appearance. */
function numbered<Item>(keyOf: (item: Item) => string): { items: Item[]; numberOf(item: Item): number } {
  const items: Item[] = [];
  const numbers = new Map<string, number>();
  return {
    items,
    numberOf(item) {
      const key = keyOf(item);
      let number = numbers.get(key);
      if (number === undefined) {
        number = items.push(item) - 1;
        numbers.set(key, number);
      }
      return number;
    },
  };
}
