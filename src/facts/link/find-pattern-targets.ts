import type { EdgeKind } from '../../base/edge-kinds.ts';
import { compareCodeUnits } from '../../base/text.ts';
import type { Resolution } from '../records.ts';
import type { Resolver } from '../resolve/resolver.ts';
import type { Scan } from '../scan/scan-records.ts';
import { createPatternExpander } from './expand-pattern.ts';
import { type RootedPattern, rootPattern } from './root-pattern.ts';

/**
 * Where a pattern leads: to every file that it can mean, or nowhere for a reason.
 * @param excluded the `!…` of the same call, without their `!`
 */
export type PatternTargets = (
  fromPath: string,
  pattern: string,
  kind: EdgeKind,
  excluded: readonly string[],
) => readonly Resolution[];

/** Every file that matches is held against all of them. */
const MOST_EXCLUSIONS = 100;

/** @param modules paths, sorted by code unit */
export function createPatternTargets(modules: readonly string[], scan: Scan, resolver: Resolver): PatternTargets {
  const isModule = new Set(modules);
  const folders = scan.directories.map(({ path }) => path).sort(compareCodeUnits);
  const expand = createPatternExpander({ modules, folders, leavesIn: resolver.leavesIn });
  /** A file that matches may appear in any of them. */
  const noteFoldersBelow = (folder: string): void => {
    resolver.log.note(folder);
    for (const path of folders) if (folder === '' || path.startsWith(`${folder}/`)) resolver.log.note(path);
  };
  const target = (id: string): Resolution => ({
    kind: isModule.has(id) ? 'module' : id.endsWith('.json') ? 'json' : 'asset',
    id,
    package: resolver.ownerOf(id)?.name ?? null,
  });
  return (fromPath, pattern, kind, excluded) => {
    const root = (text: string): RootedPattern[] => {
      const directory = resolver.ownerOf(fromPath)?.directory ?? '';
      return rootPattern(fromPath, text, kind, directory, (named) => resolver.mapPattern(fromPath, named));
    };
    const exclusions = excluded.slice(0, MOST_EXCLUSIONS).flatMap(root);
    // Of several places that an alias can mean, the first one that has something.
    for (const rooted of root(pattern)) {
      noteFoldersBelow(rooted.folder);
      const found = expand(fromPath, rooted, exclusions);
      if (found.length > 0) return found.map(target);
    }
    return [{ kind: 'unresolved', id: `?:${pattern}`, reason: 'dynamic-pattern' }];
  };
}
