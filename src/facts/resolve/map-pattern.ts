import { type AliasFolder, applyAlias } from './aliases/bundler-aliases.ts';
import { mapPaths } from './tsconfig/map-paths.ts';
import type { Tsconfig } from './tsconfig/tsconfig-record.ts';

/**
 * What a pattern such as `@/pages/*.vue` means from the root, by the names that may stand at its beginning: candidates in order. A
 * pattern that begins with a star, and one that only a package could provide, means nothing.
 */
export function mapPattern(tsconfig: Tsconfig | null, folders: readonly AliasFolder[], pattern: string): string[] {
  if (pattern.startsWith('*')) return [];
  const mapped = tsconfig ? mapPaths(tsconfig, pattern) : { candidates: [], claimed: false };
  const targets = mapped.claimed ? mapped.candidates : [];
  for (const { directory, aliases } of folders) {
    for (const alias of aliases) {
      const target = applyAlias(alias, directory, pattern);
      if (target?.isPath) targets.push(target.text);
    }
  }
  return targets.filter((path) => !path.startsWith('..'));
}
