import { posix } from 'node:path';
import type { Tsconfig } from './tsconfig-record.ts';

/**
 * Where a non-relative specifier may lie by a tsconfig's `paths`, all targets of the best pattern in order, or by its
 * `baseUrl` when no pattern fits. An exact pattern beats one with a star, a longer part before the star a shorter.
 * @returns candidates from the root, without extensions added, and whether a pattern other than `*` claimed the specifier
 */
export function mapPaths(tsconfig: Tsconfig, specifier: string): { candidates: string[]; claimed: boolean } {
  const { paths, baseUrl } = tsconfig;
  const exact = paths.get(specifier);
  if (exact && !specifier.includes('*')) return { candidates: [...exact], claimed: true };
  let best: { pattern: string; prefix: string; targets: readonly string[]; rest: string } | null = null;
  for (const [pattern, targets] of paths) {
    const star = pattern.indexOf('*');
    if (star < 0) continue;
    const prefix = pattern.slice(0, star);
    const suffix = pattern.slice(star + 1);
    const fits =
      specifier.length >= prefix.length + suffix.length && specifier.startsWith(prefix) && specifier.endsWith(suffix);
    if (!fits || (best && prefix.length <= best.prefix.length)) continue;
    best = { pattern, prefix, targets, rest: specifier.slice(prefix.length, specifier.length - suffix.length) };
  }
  if (best) {
    const { targets, rest, pattern } = best;
    return {
      candidates: targets.map((target) => posix.normalize(target.replace('*', () => rest))),
      claimed: pattern !== '*',
    };
  }
  return { candidates: baseUrl === null ? [] : [posix.join(baseUrl, specifier)], claimed: false };
}

/**
 * Other places of a relative import under `rootDirs`, whose folders TypeScript treats as merged into one.
 * @param target the path that was not there, from the root
 */
export function mapRootDirs({ rootDirs }: Tsconfig, target: string): string[] {
  const home = rootDirs.filter((folder) => isWithin(folder, target)).sort((a, b) => b.length - a.length)[0];
  if (home === undefined) return [];
  const rest = home === '' ? target : target.slice(home.length + 1);
  return rootDirs.filter((folder) => folder !== home).map((folder) => posix.join(folder, rest));
}

const isWithin = (folder: string, path: string): boolean => folder === '' || path.startsWith(`${folder}/`);
