import { posix } from 'node:path';
import picomatch from 'picomatch';
import { isTameGlob } from '../../../base/tame-glob.ts';
import { compareCodeUnits } from '../../../base/text.ts';
import type { Tsconfig } from './tsconfig-record.ts';

/**
 * Which configuration decides for a file: in the nearest folder upwards with a tsconfig.json, the first that includes it
 * of that, what it references, and the folder's other tsconfigs by name. A folder with others only is passed over, as
 * editors do, until nothing else includes the file. When nothing up to the root does (tests are often left out of the one
 * configuration there is), the nearest tsconfig.json decides.
 */
export function createTsconfigOwners(tsconfigs: ReadonlyMap<string, Tsconfig>): (path: string) => Tsconfig | null {
  const includes = new Map<Tsconfig, (path: string) => boolean>();
  const isIncluded = (tsconfig: Tsconfig, path: string): boolean => {
    const matcher = includes.get(tsconfig) ?? inclusion(tsconfig);
    includes.set(tsconfig, matcher);
    return matcher(path);
  };
  // Candidates of every folder up to the root, found once a folder and not once a file or an import.
  const chains = new Map<string, readonly (readonly Tsconfig[])[]>();
  const own = candidatesByFolder(tsconfigs);
  const chainOf = (folder: string): readonly (readonly Tsconfig[])[] => {
    const known = chains.get(folder);
    if (known) return known;
    const chain: (readonly Tsconfig[])[] = [];
    const unnamed: (readonly Tsconfig[])[] = [];
    for (let at = folder; ; at = parentOf(at)) {
      const candidates = own.get(at);
      if (candidates) (candidates.some(isPrimary) ? chain : unnamed).push(candidates);
      if (at === '') break;
    }
    chain.push(...unnamed);
    chains.set(folder, chain);
    return chain;
  };
  return (path) => {
    const chain = chainOf(parentOf(path));
    // With a single candidate, as in most packages, the answer is the same whether it includes the file or not.
    if (chain.length === 1 && chain[0]?.length === 1) return chain[0][0] ?? null;
    for (const candidates of chain) {
      const owner = candidates.find((tsconfig) => isIncluded(tsconfig, path));
      if (owner) return owner;
    }
    return chain[0]?.[0] ?? null;
  };
}

function candidatesByFolder(tsconfigs: ReadonlyMap<string, Tsconfig>): Map<string, Tsconfig[]> {
  const folders = new Map<string, Tsconfig[]>();
  for (const tsconfig of tsconfigs.values()) {
    const inFolder = folders.get(tsconfig.directory);
    if (inFolder) inFolder.push(tsconfig);
    else folders.set(tsconfig.directory, [tsconfig]);
  }
  for (const [folder, candidates] of folders) {
    candidates.sort((a, b) => rank(b) - rank(a) || compareCodeUnits(a.path, b.path));
    const [primary] = candidates;
    if (!primary || !isPrimary(primary)) continue;
    folders.set(folder, [...new Set([primary, ...referenced(primary, tsconfigs), ...candidates])]);
  }
  return folders;
}

/** Later is stronger. */
const PRIMARY = ['jsconfig.json', 'tsconfig.json'];
const rank = ({ path }: Tsconfig): number => PRIMARY.indexOf(posix.basename(path));
const isPrimary = (tsconfig: Tsconfig): boolean => rank(tsconfig) >= 0;

/** What a configuration references, directly or through others, each once. */
function referenced(tsconfig: Tsconfig, tsconfigs: ReadonlyMap<string, Tsconfig>): Set<Tsconfig> {
  const found = new Set<Tsconfig>();
  const pending = [tsconfig];
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const path of next.references) {
      const target = tsconfigs.get(path);
      if (!target || found.has(target)) continue;
      found.add(target);
      pending.push(target);
    }
  }
  return found;
}

/** `files`, `include` and `exclude` as a test for paths; extensions do not matter here, `allowJs` included. */
function inclusion({ directory, files, include, exclude, outDir }: Tsconfig): (path: string) => boolean {
  const listed = new Set(files ?? []);
  // `files` alone means: nothing else. Neither means: everything in the folder.
  const globs = include ?? (files ? [] : [directory]);
  if (globs.length === 0) return (path) => listed.has(path);
  const outside = exclude.length > 0 ? exclude : outDir ? [outDir] : [];
  const included = anyGlob(globs);
  const excluded = anyGlob(outside);
  return (path) => listed.has(path) || (included(path) && !excluded(path));
}

/** A test for any of several globs. Most name a folder, and comparing its path costs a tenth of a pattern match. */
function anyGlob(globs: readonly string[]): (path: string) => boolean {
  const folders: string[] = [];
  const patterns: string[] = [];
  for (const glob of globs) {
    const folder = /^([^*?[\]{}()!+@]*?)(?:(?:^|\/)\*\*(?:\/\*)?)?$/.exec(glob)?.[1];
    if (folder === undefined) patterns.push(...asFolderToo(glob));
    else folders.push(folder);
  }
  const matches = patterns.length > 0 ? picomatch(patterns, { dot: true }) : () => false;
  return (path) => folders.some((folder) => isWithin(folder, path)) || matches(path);
}

function isWithin(folder: string, path: string): boolean {
  return folder === '' || path === folder || (path.startsWith(folder) && path[folder.length] === '/');
}

/** In a tsconfig `src` means the folder with all in it. */
function asFolderToo(glob: string): string[] {
  if (!isTameGlob(glob)) return [];
  return glob.endsWith('*') ? [glob] : [glob, `${glob}/**`];
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}
