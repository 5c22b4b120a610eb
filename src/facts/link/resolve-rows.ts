import { EDGE_KINDS, type EdgeKind } from '../../base/edge-kinds.ts';
import { wellFormed } from '../../base/text.ts';
import type { FileFacts, Resolution } from '../records.ts';
import { SITE, SITE_CONTINUES, SITE_PATH, SITE_PATTERN } from '../records.ts';
import type { Resolver } from '../resolve/resolver.ts';
import type { Scan } from '../scan/scan-records.ts';
import { createPatternTargets, type PatternTargets } from './find-pattern-targets.ts';
import { numbered } from './numbered.ts';

/** Where the sites of one file lead, and what that rests on. */
export interface LinkRow {
  /** First word of the site among the file's own, one entry a link. A pattern leads to several targets and has a link to each. */
  readonly sites: readonly number[];
  /** Positions in {@link LinkRows.targets}. */
  readonly targets: readonly number[];
  /** Positions in {@link LinkRows.folders}, ascending: where resolution looked. */
  readonly folders: readonly number[];
}

/** The rows of all files, in their order, and the tables that the rows count in. */
export interface LinkRows {
  readonly rows: readonly LinkRow[];
  /** Each target once; unresolved ones once a reason. */
  readonly targets: readonly Resolution[];
  /** From the root. */
  readonly folders: readonly string[];
  /** How many files were resolved now; the others kept their rows. */
  readonly resolved: number;
}

/** The row that a file had in an earlier build, when nothing that it rests on has changed; else null. */
export type KnownRows = (file: FileFacts, resolver: Resolver) => KnownRow | null;

export interface KnownRow {
  readonly sites: readonly number[];
  readonly targets: readonly Resolution[];
  readonly folders: readonly string[];
}

/**
 * Resolves the sites of every file, or takes over what is known of them.
 * @param files sorted by path
 * @param early rows that were resolved already in this build
 */
export function resolveRows(
  files: readonly FileFacts[],
  scan: Scan,
  resolver: Resolver,
  known: KnownRows = () => null,
  early: (file: FileFacts) => KnownRow | null = () => null,
): LinkRows {
  const targets = numbered((target: Resolution) =>
    target.kind === 'unresolved' ? `${target.reason}${target.id}` : target.id,
  );
  const folders = numbered((folder: string) => folder);
  const resolveRow = createRowResolver(
    files.map(({ path }) => path),
    scan,
    resolver,
  );
  let resolved = 0;
  const rows = files.map((file): LinkRow => {
    if (file.status === 'unread') return NO_LINKS;
    let row = known(file, resolver);
    if (!row) {
      resolved++;
      row = early(file) ?? resolveRow(file);
    }
    return {
      sites: row.sites,
      targets: row.targets.map(targets.numberOf),
      folders: row.folders.map(folders.numberOf).sort((a, b) => a - b),
    };
  });
  return { rows, targets: targets.items, folders: folders.items, resolved };
}

const NO_LINKS: LinkRow = { sites: [], targets: [], folders: [] };

export type RowResolver = (file: FileFacts) => KnownRow;

/** @param paths of all modules, sorted: what an import leads to must be one of them */
export function createRowResolver(paths: readonly string[], scan: Scan, resolver: Resolver): RowResolver {
  const findTarget = createTargetFinder(paths, resolver);
  // Made with the first pattern: it sorts all folders, and many projects have none.
  let patterns: PatternTargets | undefined;
  const findPatternTargets: PatternTargets = (...pattern) => {
    patterns ??= createPatternTargets(paths, scan, resolver);
    return patterns(...pattern);
  };
  return (file) => {
    const sites: number[] = [];
    const targets: Resolution[] = [];
    let excluded: readonly string[] = [];
    const { folders } = resolver.log.during(() => {
      for (let site = 0; site < file.sites.length; site += SITE.WORDS) {
        const kind = EDGE_KINDS[file.sites[site + SITE.KIND] ?? 0] ?? 'static';
        const flags = file.sites[site + SITE.FLAGS] ?? 0;
        const specifier = specifierAt(file, site);
        if ((flags & SITE_PATTERN) === 0) {
          const target = findTarget(file.path, specifier, kind);
          if ((flags & SITE_PATH) !== 0 && target.kind === 'unresolved') continue;
          sites.push(site);
          targets.push(target);
          continue;
        }
        if ((flags & SITE_CONTINUES) === 0) excluded = kind === 'glob' ? exclusionsOfCall(file, site) : [];
        if (kind === 'glob' && specifier.startsWith('!')) continue;
        for (const target of findPatternTargets(file.path, specifier, kind, excluded)) {
          sites.push(site);
          targets.push(target);
        }
      }
    });
    return { sites, targets, folders };
  };
}

/** The `!./draft.tsx` of a call, wherever they stand in its list: they take out of what all its other patterns match. */
function exclusionsOfCall(file: FileFacts, first: number): string[] {
  const excluded: string[] = [];
  for (let site = first; site < file.sites.length; site += SITE.WORDS) {
    if (site > first && ((file.sites[site + SITE.FLAGS] ?? 0) & SITE_CONTINUES) === 0) break;
    const specifier = specifierAt(file, site);
    if (specifier.startsWith('!')) excluded.push(specifier.slice(1));
  }
  return excluded;
}

/** A lone surrogate (`'\\ud800'` in a source) has no UTF-8: it would sort here as one text and in the image as another. */
export function specifierAt(file: FileFacts, site: number): string {
  return wellFormed(file.strings[file.sites[site + SITE.SPECIFIER] ?? 0] ?? '');
}

type TargetFinder = (path: string, specifier: string, kind: EdgeKind) => Resolution;

function createTargetFinder(paths: readonly string[], resolver: Resolver): TargetFinder {
  const known = new Set(paths);
  return (path, specifier, kind) => {
    const target = resolver.resolve(path, specifier, kind);
    // Scanned, but passed over when it was read.
    const isGone = target.kind === 'module' && !known.has(target.id);
    return isGone ? { kind: 'unresolved', id: `?:${specifier}`, reason: 'excluded' } : target;
  };
}
