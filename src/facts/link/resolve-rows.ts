import { posix } from 'node:path';
import { EDGE_KINDS, type EdgeKind } from '../../base/edge-kinds.ts';
import { wellFormed } from '../../base/text.ts';
import type { FileFacts, Resolution } from '../records.ts';
import { SITE, SITE_PATTERN } from '../records.ts';
import type { Resolver } from '../resolve/create-resolver.ts';
import type { Scan } from '../scan/scan-records.ts';
import { createPatternExpander } from './expand-pattern.ts';
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
 */
export function resolveRows(files: readonly FileFacts[], scan: Scan, resolver: Resolver, known: KnownRows): LinkRows {
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
    let row = known(file, resolver);
    if (!row) {
      resolved++;
      row = resolveRow(file);
    }
    return {
      sites: row.sites,
      targets: row.targets.map(targets.numberOf),
      folders: row.folders.map(folders.numberOf).sort((a, b) => a - b),
    };
  });
  return { rows, targets: targets.items, folders: folders.items, resolved };
}

type TargetFinder = (path: string, specifier: string, kind: EdgeKind, isPattern: boolean) => readonly Resolution[];

/** @param paths of all modules, sorted: what an import leads to must be one of them */
export function createRowResolver(
  paths: readonly string[],
  scan: Scan,
  resolver: Resolver,
): (file: FileFacts) => KnownRow {
  const findTargets = targetFinder(paths, scan, resolver);
  return (file) => {
    const sites: number[] = [];
    const targets: Resolution[] = [];
    const { folders } = resolver.log.during(() => {
      for (let site = 0; site < file.sites.length; site += SITE.WORDS) {
        const kind = EDGE_KINDS[file.sites[site + SITE.KIND] ?? 0] ?? 'static';
        const isPattern = ((file.sites[site + SITE.FLAGS] ?? 0) & SITE_PATTERN) !== 0;
        for (const target of findTargets(file.path, specifierAt(file, site), kind, isPattern)) {
          sites.push(site);
          targets.push(target);
        }
      }
    });
    return { sites, targets, folders };
  };
}

/** A lone surrogate (`'\\ud800'` in a source) has no UTF-8: it would sort here as one text and in the image as another. */
export function specifierAt(file: FileFacts, site: number): string {
  return wellFormed(file.strings[file.sites[site + SITE.SPECIFIER] ?? 0] ?? '');
}

function targetFinder(paths: readonly string[], scan: Scan, resolver: Resolver): TargetFinder {
  const known = new Set(paths);
  const expand = createPatternExpander(paths);
  /** A file that matches may appear in any of them. */
  const noteFoldersBelow = (folder: string): void => {
    resolver.log.note(folder);
    for (const { path } of scan.directories)
      if (folder === '' || path.startsWith(`${folder}/`)) resolver.log.note(path);
  };
  return (path, specifier, kind, isPattern) => {
    if (isPattern) {
      noteFoldersBelow(literalFolder(path, specifier, resolver.ownerOf(path)?.directory ?? ''));
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

/** The folder that all matches of a pattern lie in, from the root. */
function literalFolder(fromPath: string, pattern: string, packageDirectory: string): string {
  const [literal = ''] = pattern.replace(/^!/, '').split(/[*?[\]{}()!+@]/, 1);
  const base = pattern.startsWith('/') ? packageDirectory : posix.dirname(fromPath);
  const folder = posix.join(base, literal.slice(0, literal.lastIndexOf('/') + 1));
  return folder === '.' || folder === './' || folder.startsWith('..') ? '' : folder.replace(/\/$/, '');
}
