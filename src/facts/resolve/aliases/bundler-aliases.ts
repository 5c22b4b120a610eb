import { posix } from 'node:path';
import { compareCodeUnits } from '../../../base/text.ts';
import type { BundlerAlias, FileFacts } from '../../records.ts';

/** The aliases of the configurations of one folder. */
export interface AliasFolder {
  readonly directory: string;
  readonly aliases: readonly BundlerAlias[];
}

/** The configurations around a folder that have aliases, innermost first; one list object for all folders that see the same. */
export type AliasFolders = (directory: string) => readonly AliasFolder[];

const NONE: readonly AliasFolder[] = [];

/**
 * An alias holds in the folder of its configuration and below. Of several configurations in a folder all hold, in the order of
 * their names, as of several around a file: which of them a bundler is started with is not in their text.
 */
export function createAliasFolders(facts: readonly Pick<FileFacts, 'path' | 'aliases'>[]): AliasFolders {
  const own = new Map<string, BundlerAlias[]>();
  const configs = facts.filter(({ aliases }) => aliases && aliases.length > 0);
  for (const { path, aliases = [] } of configs.sort((a, b) => compareCodeUnits(a.path, b.path))) {
    const directory = directoryOf(path);
    own.set(directory, [...(own.get(directory) ?? []), ...aliases]);
  }
  if (own.size === 0) return () => NONE;
  const chains = new Map<string, readonly AliasFolder[]>();
  const chainOf = (directory: string): readonly AliasFolder[] => {
    const known = chains.get(directory);
    if (known) return known;
    const outer = directory === '' ? NONE : chainOf(directoryOf(directory));
    const aliases = own.get(directory);
    const chain = aliases ? [{ directory, aliases }, ...outer] : outer;
    chains.set(directory, chain);
    return chain;
  };
  return chainOf;
}

/** What an alias makes of a specifier: a path from the root or another specifier; null when it has nothing to say of it. */
export function applyAlias({ find, match, replacement, isPath }: BundlerAlias, directory: string, specifier: string) {
  if (!specifier.startsWith(find)) return null;
  const rest = specifier.slice(find.length);
  if (rest !== '' && (match === 'exact' || (match === 'name' && !rest.startsWith('/')))) return null;
  const text = isPath ? posix.join(directory, replacement + rest) : replacement + rest;
  return { text: isPath && text === '.' ? '' : text, isPath };
}

function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}
